import { leafHash } from '../tree.js';

/** The bytes of an entry as version 1 wrote it, without a profile, a snapshot or a sidecar. */
export const VERSION_1_LEAF = [
  '{"v":1,"type_uid":600302,"uid":"01K5V500000000000000000000","time":1790000001123,"kind":"READ","action_id":4,"status_id":1',
  '"profile":null,"actor":{"uid":"a:7f3c","agency":"DEU.fire-service","represents":"DEU","clearances":{"DEU":1},"clipped":[]}',
  '"api":{"operation":"Fire","doc":null,"trace":"4bf92f35"},"basis":{"purpose":null,"case":null,"acts":["act_41d0@2"]}',
  '"now":1790000001123,"policy":"","schema":"","snapshot":null,"receipt":"rrrrrrrrrrrrrrrrrrrrrr"',
  '"access":[["Mission.city",null,1,"A",["CHY-PUB"]],["Premises.floorPlan",null,2,"W",["VCDR-22-1"],["act_41d0@2"]]]',
  '"records":{"n":0,"commit":null},"private":null}',
].join();

/** What it says of access. */
export const VERSION_1_ACCESS = [
  ['Mission.city', null, 1, 'A', ['CHY-PUB']],
  ['Premises.floorPlan', null, 2, 'W', ['VCDR-22-1'], ['act_41d0@2']],
];

/** Puts it at the beginning of an empty first log, as a writer of that time did. */
export const INSERT_VERSION_1 = {
  sql: `with head as (update audit_head set size = 1, peaks = $2 where log_id = 1 and size = 0),
    hashes as (insert into audit_leaf_hash (log_id, first_idx, hashes) values (1, 0, $2))
    insert into audit_entry (log_id, idx, leaf) values (1, 0, $1)`,
  values: [VERSION_1_LEAF, leafHash(VERSION_1_LEAF)],
} as const;
