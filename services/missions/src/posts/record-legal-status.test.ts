import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { CONSULATE, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import type { Profile } from '@chancery/shared/subjects/subject';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runDemoPair } from '../testkit/demo-pair.js';
import { ministryOf } from '../testkit/ministry.js';

const STARTED_WITHIN_MS = 120_000;

type Row = Readonly<Record<string, unknown>>;

describe('the standing of a post, as ministries record it', () => {
  let missions: RunningService;
  let keys = 0;
  beforeAll(async () => {
    missions = await runDemoPair();
  }, STARTED_WITHIN_MS);
  afterAll(async () => missions[Symbol.asyncDispose]());

  async function record(by: Profile, post: string, status: string, heldFrom: string): Promise<unknown> {
    keys += 1;
    const text = `select id from mission where wikidata_id = '${post}'`;
    const { rows } = await inTransaction(missions.database.ownerUrl, (owner) => owner.query<{ id: string }>(text));
    const idempotencyKey = `standing-${String(keys).padStart(4, '0')}`;
    const input = { idempotencyKey, mission: rows[0]?.id, receivingState: 'DEU', status, heldFrom, synthetic: true };
    const document =
      'mutation ($input: RecordLegalStatusInput!) { recordLegalStatus(input: $input) { legalStatusPeriod { status } } }';
    return (await missions.client.mutate(by, document, { input })).errors;
  }
  /** What stands on a day, as it is known now and to the ministry of the receiving State (VCDR 2, VCCR 4). */
  async function standing(post: string, day: string): Promise<Row[]> {
    const filter = `{ and: [
      { supersededAt: { isNull: true } } { heldFrom: { lte: "${day}" } }
      { or: [{ heldUntil: { isNull: true } }, { heldUntil: { gt: "${day}" } }] }
    ] }`;
    const document = `{ missionByWikidataId(wikidataId: "${post}") {
      list: legalStatusPeriods(filter: ${filter}) { edges { node { status heldFrom heldUntil } } }
    } }`;
    const { data } = await missions.client.query(ministryOf('DEU'), document);
    return (data as { missionByWikidataId: { list: { edges: { node: Row }[] } } }).missionByWikidataId.list.edges.map(
      ({ node }) => node,
    );
  }

  it('is one on every day: what stood before ends on the first day of what is recorded, also where the other State had recorded it', async () => {
    const [before] = await standing(EMBASSY, '2026-09-21');
    expect(before).toMatchObject({ heldUntil: null });
    expect(await record(ministryOf('DEU'), EMBASSY, 'SUSPENDED', '2026-09-10')).toEqual([]);

    expect(await standing(EMBASSY, '2026-09-09')).toEqual([{ ...before, heldUntil: '2026-09-10' }]);
    expect(await standing(EMBASSY, '2026-09-10')).toEqual([
      { status: 'SUSPENDED', heldFrom: '2026-09-10', heldUntil: null },
    ]);
    expect(await record(ministryOf('DEU'), EMBASSY, 'ESTABLISHED', '2026-09-15')).toEqual([]);
    expect(await standing(EMBASSY, '2026-09-21')).toEqual([
      { status: 'ESTABLISHED', heldFrom: '2026-09-15', heldUntil: null },
    ]);
  });

  it('is corrected by what begins no later: the other stays, and says until when it was believed', async () => {
    expect(await record(ministryOf('DEU'), CONSULATE, 'SUSPENDED', '2026-09-10')).toEqual([]);
    expect(await record(ministryOf('DEU'), CONSULATE, 'CLOSED', '2026-09-08')).toEqual([]);

    expect(await standing(CONSULATE, '2026-09-12')).toEqual([
      { status: 'CLOSED', heldFrom: '2026-09-08', heldUntil: null },
    ]);
    const text = `select p.status from legal_status_period p join mission m on m.id = p.mission_id
      where m.wikidata_id = '${CONSULATE}' and p.imported_by is null and p.superseded_at is not null`;
    const { rows } = await inTransaction(missions.database.ownerUrl, (owner) => owner.query<Row>(text));
    expect(rows).toEqual([{ status: 'SUSPENDED' }]);
  });
});
