import { MIGRATIONS } from '@chancery/compliance/migrations';
import { compliance } from '@chancery/compliance/service';
import { withConnection } from '@chancery/shared/postgres/connect';
import { migrate } from '@chancery/shared/postgres/migrate';
import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, openAsking, type Statement } from './ask.js';
import { viewerOfHandlings } from './viewer.js';

const ROWS = 30_000;
const HANDLINGS = 40;
/** One row in so many passes a test that few pass. */
const RARELY = 3_000;
/** A page of a hundred of every fortieth row passes over four thousand in the order of time. */
const PASSED_MAX = 5_000;
const FILLED_WITHIN_MS = 240_000;

/** Rows of a month, as they are told: their ids in the order of time, most of what can be empty empty. */
const FILL = `insert into audited_access (id, handling_id, synthetic, receipt, recorded_at, kind, side, decision, coordinate, category, rank,
    clearance, is_originator_controlled, is_foreign_government, marking_policies, is_non_member, count, owner, person, agency, represents,
    subject, rule, rules, act, act_kind, acts, is_transfer, is_first, replay, imported_by)
  select 'aac_' || lpad(n::text, 26, '0'), n % ${HANDLINGS}, true, 'receipt' || n / 10, timestamptz '2026-11-01' + n * interval '1 minute', 'READ',
    'OWNER', case when n % 3 = 0 then 'WITHHELD' else 'ALLOWED' end, 'Mission.field' || n % 300, 'CATEGORY' || n % 40, n % 5, 0,
    n % ${RARELY} = 1, n % ${RARELY} = 2, '{}', n % ${RARELY} = 3, 1, 'USA.a', case when n % ${RARELY} = 4 then 'p:1' end,
    'AGENCY' || n % 20, 'STATE' || n % 10, 'a:' || n % 1000, 'RULE-' || n % 60, '{}', case when n % ${RARELY} = 5 then 'act_1@1' end,
    case when n % ${RARELY} = 5 then 'CONSENT' end, '{}', n % ${RARELY} = 6, n % ${RARELY} = 7,
    case n % ${RARELY} when 8 then 'OTHERWISE' when 9 then 'NOT_POSSIBLE' else 'SAME' end, 'a test'
  from generate_series(0, ${ROWS - 1}) n`;

const asked = (filter: string, orderBy = '[{ recordedAt: DESC }]'): string =>
  `{ auditedAccesses(filter: { ${filter} }, orderBy: ${orderBy}, first: 100) { totalCount edges { node { id } } } }`;

describe('rows of the audit', () => {
  let database: TestDatabase;
  let asking: Asking;
  beforeAll(async () => {
    database = await createTestDatabase('audit_plans');
    await migrate(database.ownerUrl, MIGRATIONS);
    await withConnection(database.ownerUrl, async (owner) => {
      await owner.query(
        `insert into handling select n, 'l=-;rel=*;nat=*;pur=*;own=X.' || n from generate_series(0, ${HANDLINGS - 1}) n`,
      );
      await owner.query(FILL);
      await owner.query('vacuum (analyze) audited_access');
    });
    asking = await openAsking(database.serviceUrl, compliance);
  }, FILLED_WITHIN_MS);
  afterAll(async () => {
    await asking.close();
    await database.drop();
  });

  const viewer = viewerOfHandlings({
    seen: Array.from({ length: HANDLINGS }, (_, id) => id),
    capacity: HANDLINGS,
  });

  /** The most rows that a statement looked at and did not want, and by which indexes. */
  async function lookedAt({ text, values }: Statement): Promise<{ readonly passed: number; readonly by: string }> {
    return withConnection(database.serviceUrl, async (client) => {
      await client.query('begin');
      await client.query(`select set_config('app.visible', $1, true)`, [viewer.masks.visible()]);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze) ${text}`, [...values]);
      await client.query('rollback');
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      const passed = Array.from(plan.matchAll(/Rows Removed by [\w ]+: (\d+)/g), ([, count]) => Number(count));
      return { passed: Math.max(0, ...passed), by: [...plan.matchAll(/audited_access_\w+|Seq Scan/g)].join() };
    });
  }

  it.each([
    ['under the control of an originator', 'isOriginatorControlled: { eq: true }', 10],
    ['of foreign governments', 'isForeignGovernment: { eq: true }', 10],
    ['that reached who was no member', 'isNonMember: { eq: true }', 10],
    ['of a person', 'person: { eq: "p:1" }', 10],
    ['that rest on an act', 'act: { eq: "act_1@1" }', 10],
    ['that rest on acts of a kind', 'actKind: { in: [CONSENT, RELEASE] }', 10],
    ['that were transfers', 'isTransfer: { eq: true }', 10],
    ['that were the first of their kind', 'isFirst: { eq: true }', 10],
    ['that are decided otherwise today', 'replay: { in: [OTHERWISE, NOT_POSSIBLE] }', 20],
    ['of one receipt', 'receipt: { eq: "receipt77" }', 10],
    ['of one subject', 'subject: { eq: "a:7" }', 30],
    ['of one field', 'coordinate: { eq: "Mission.field7" }', 100],
    ['of one kind of data', 'category: { in: ["CATEGORY7"] }', 750],
    ['by one rule', 'rule: { eq: "RULE-7" }', 500],
    ['of one day', 'recordedAt: { gte: "2026-11-09T00:00:00Z", lt: "2026-11-10T00:00:00Z" }', 1_440],
  ])('%s are found without a look at many others', async (_, filter, count) => {
    const { data, statements } = await asking.ask(viewer, asked(filter), {});
    expect(data.auditedAccesses).toMatchObject({ totalCount: count });
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      const { passed, by } = await lookedAt(statement);
      expect([statement.text, by, passed < PASSED_MAX]).toEqual([statement.text, by, true]);
      expect(by).not.toContain('Seq Scan');
    }
  });

  it('are walked in the order of time by what has too few values for an index', async () => {
    const { data, statements } = await asking.ask(viewer, asked('decision: { eq: WITHHELD }'), {});
    expect((data.auditedAccesses as { edges: unknown[] }).edges).toHaveLength(100);
    const looked = await Promise.all(statements.map(lookedAt));
    expect(looked.some(({ by, passed }) => by.includes('audited_access_then') && passed < 2_000)).toBe(true);
  });

  it('are in no index beside that of their ids in another order than that of time, but by hashes of what hardly two have in common', async () => {
    const { rows } = await withConnection(database.ownerUrl, (owner) =>
      owner.query<{ of: string }>(
        `select pg_get_indexdef(indexrelid) as of from pg_index where indrelid in ('audit_entry'::regclass, 'audited_access'::regclass)`,
      ),
    );
    const others = rows.map(({ of }) => of).filter((of) => !/\(id\)|recorded_at\)|USING hash/.test(of));
    expect(others).toEqual([]);
  });
});
