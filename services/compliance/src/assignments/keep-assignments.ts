import type { FollowedEntry } from '@chancery/ledger/follow-entries';
import type { Instant } from '@chancery/shared/clock';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { actShape } from '@chancery/shared/snapshot/snapshot-shapes';
import { allotEach, appendRecords } from '@chancery/shared/subgraph/import/append-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import type { HandlingTable } from '@chancery/shared/subgraph/visibility/handling-table';
import { Assignment } from './assignment.js';
import { assignmentRows, casesOf, endOf, STALE_AFTER_MS, usesIn } from './assignment-rows.js';

const IMPORTED_BY = 'law';
/** Whoever writes assignments holds this: of two that follow the law each act is written once. */
const LOCK = `select pg_advisory_xact_lock(hashtext('chancery.assignments'))`;
/** Versions of acts of assignment that no row is of yet. */
const NEW_VERSIONS = `select act from law_act l where act ->> 'kind' = 'ASSIGNMENT'
  and not exists (select from assignment a where a.act = l.id and a.version >= l.v) order by id, v`;
const CHANGE = `update assignment set version = $2, categories = $3, from_at = $4, ends_at = $5, revoked_at = $6
  where act = $1`;
/** Whom a later version does not name any more is not assigned any more. */
const END = `update assignment set ends_at = least(ends_at, $2)
  where act = $1 and not (agency = any($3::text[]) and case_reference = any($4::text[]))`;
const USE = `update assignment a set uses = a.uses + u.uses, last_used_at = greatest(a.last_used_at, u.at),
    stale_at = greatest(a.stale_at, u.at + $2 * interval '1 millisecond')
  from jsonb_to_recordset($1::jsonb) u(act text, agency text, "caseReference" text, at timestamptz, uses integer)
  where a.act = u.act and a.case_reference = u."caseReference"
    and (a.agency = u.agency or a.agency = '*' and u.agency like a.represents || '.%')`;

/** From where to where assignments are written, and when. */
export interface KeepingAssignments {
  readonly client: ImportClient;
  readonly handlings: HandlingTable;
  readonly now: Instant;
}

/**
 * Writes what acts of assignment there are, before what the ledger tells of their use: an act that an entry relies on was in the law before. A later
 * version reaches no further than the one before, so it changes rows, and adds none.
 */
export async function keepAssignments({ client, handlings, now }: KeepingAssignments): Promise<void> {
  const found = await newVersions(client);
  if (found.length === 0) return;
  await allotEach(handlings, found.flatMap(assignmentRows));
  await client.query('begin');
  try {
    await client.query(LOCK);
    for (const act of await newVersions(client)) await keepVersion(act, { client, handlings, now });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const newVersions = async (client: ImportClient): Promise<Act[]> =>
  (await client.query<{ act: unknown }>(NEW_VERSIONS)).rows.map(({ act }) => actShape.parse(act));

async function keepVersion(act: Act, { client, handlings, now }: KeepingAssignments): Promise<void> {
  const { endsAt, revokedAt } = endOf(act);
  const { categories, missions } = act.scope;
  const changed = await client.query(CHANGE, [act.id, act.v, categories, new Date(act.from), endsAt, revokedAt]);
  if ((changed.rowCount ?? 0) > 0) {
    await client.query(END, [act.id, new Date(now), act.to.agencies, casesOf(act)]);
    return;
  }
  const rows = assignmentRows(act);
  const posts = await postsOf(client, missions);
  await appendRecords(client, handlings, {
    record: Assignment,
    importedBy: IMPORTED_BY,
    rows: rows.map(({ post, ...row }) => ({ ...row, mission: post === null ? null : (posts.get(post) ?? null) })),
  });
}

/** Writes which assignments a page of entries relied on: in the transaction that takes the page, so each entry counts once. */
export async function noteUses(client: ImportClient, page: readonly FollowedEntry[]): Promise<void> {
  const uses = usesIn(page);
  if (uses.length > 0) await client.query(USE, [JSON.stringify(uses), STALE_AFTER_MS]);
}

async function postsOf(client: ImportClient, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; key: string }>(
    'select id, key from mission_ref where key = any($1::text[])',
    [[...new Set(keys)]],
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
}
