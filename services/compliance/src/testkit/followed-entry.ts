import type { FollowedEntry } from '@chancery/ledger/follow-entries';
import { parseReceipt, parseSha256 } from '@chancery/shared/brands';
import { EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW } from '@chancery/shared/subgraph/testkit/persona-profile';

const DIGEST = parseSha256(`sha256:${'0'.repeat(64)}`);
const HANDLING = 'h:0000000000000000';

const RECORD = `l=-;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=${EMBASSY};who=p:7f3c;t=synthetic!Premises.floorPlan(l=USA:2;rel=*;nat=*;pur=*)`;

/** An entry in which two agencies' field of the embassy was read and withheld, as it is followed. */
export function followedEntry(index: number, agency: string): FollowedEntry {
  return {
    logId: 1,
    index,
    handlings: new Map([[HANDLING, RECORD]]),
    asked: ['Query.missions(filter:)'],
    access: [
      ['Premises.floorPlan', HANDLING, 2, 'A', ['CHY-OWN'], ['act_41d0@2']],
      ['Premises.interiorPlan', HANDLING, 1, 'W', ['VCDR-22-1']],
      ['EXISTENCE', HANDLING, 1, 'H', ['IC-REL']],
      ['Mutation.regradeWarning', null, 1, 'I', []],
    ],
    entry: {
      v: 5,
      time: NOW + index * 1_000,
      kind: 'READ',
      status_code: 'LIMIT_EXCEEDED',
      profile: DIGEST,
      actor: { uid: `a:${agency}`, agency, represents: agency.slice(0, 3), clearances: { USA: 3 }, clipped: [] },
      api: { operation: `Plans${index}`, doc: DIGEST, trace: 't' },
      basis: { purpose: 'PROTECT_LIFE', case: `case-${index}`, acts: ['act_41d0@2'], stated: 'VCCR 31(2)' },
      now: NOW,
      policy: DIGEST,
      schema: DIGEST,
      snapshot: [index + 1, DIGEST],
      receipt: parseReceipt('A'.repeat(21) + 'AQgw'[index % 4]),
      records: { n: 0, commit: null },
      private: null,
      erased: [],
      retired: null,
      hold: null,
      access: [],
    },
  };
}
