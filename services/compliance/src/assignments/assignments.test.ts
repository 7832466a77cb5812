import { readFileSync } from 'node:fs';
import { withConnection } from '@chancery/shared/postgres/connect';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { HandlingTable } from '@chancery/shared/subgraph/visibility/handling-table';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forgetProjected } from '../audit/audit-tables.js';
import { projectPage } from '../audit/projection.js';
import { followedEntry } from '../testkit/followed-entry.js';
import { runCompliance } from '../testkit/running-compliance.js';
import { tellingOf } from '../testkit/telling.js';
import { STALE_AFTER_MS } from './assignment-rows.js';
import { keepAssignments } from './keep-assignments.js';

/** The name of a post is told by another service. */
const QUESTION = readFileSync(
  new URL('../../../../docs/questions/need-to-know.graphql', import.meta.url),
  'utf8',
).replace('mission { name }', 'mission { id }');
const STARTED_WITHIN_MS = 300_000;
const DAY_MS = 86_400_000;
const CASE = 'inc_0123456789abcdefghjkmnpqrs';
const OTHER = 'mis_0123456789abcdefghjkmnpqrs';
const SHOWN = 'act agency caseReference version endsAt revokedAt uses lastUsedAt staleAt mission { id }';

const assignment = (id: string, changes: Partial<Act> = {}): Act => ({
  id,
  v: 1,
  kind: 'ASSIGNMENT',
  by: { represents: 'USA', office: 'CASE_OFFICER' },
  to: { represents: 'USA', agencies: ['USA.consular', 'USA.intelligence'] },
  scope: { missions: [EMBASSY], keys: [CASE, OTHER, 'file:17'], persons: [], categories: ['RESPONSE_RECORD'] },
  from: new Date(NOW).toISOString(),
  until: null,
  written: true,
  ref: null,
  revokedAt: null,
  ...changes,
});

describe('an assignment', () => {
  let posts: PublishedPosts;
  let compliance: RunningService;
  let handlings: HandlingTable;
  let index = 0;
  /** Of the service, which looks for new handlings now and then. */
  let clock = NOW;
  beforeAll(async () => {
    posts = await publishPosts([EMBASSY]);
    compliance = await runCompliance({ missionsOwnerUrl: posts.ownerUrl, ...demoLaw(), clock: () => clock });
    handlings = await HandlingTable.open({ ...compliance.database, clock: () => NOW, log: () => undefined });
  }, STARTED_WITHIN_MS);
  afterAll(async () => {
    await handlings.close();
    await compliance[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
  });

  const enact = (act: Act): Promise<unknown> =>
    inTransaction(compliance.database.ownerUrl, (client) =>
      client.query('insert into law_act (id, v, act) values ($1, $2, $3)', [act.id, act.v, JSON.stringify(act)]),
    );
  const keep = (now = NOW): Promise<void> =>
    withConnection(compliance.database.loaderUrl, (client) => keepAssignments({ client, handlings, now }));
  /** An entry of an agency that relied on acts in a case. */
  async function use(agency: string, act: string, caseReference: string, time = NOW): Promise<void> {
    const followed = followedEntry(index, agency);
    index += 1;
    const { entry } = followed;
    const basis = { ...entry.basis, case: caseReference, acts: [act] };
    await withConnection(compliance.database.loaderUrl, (client) =>
      projectPage(client, handlings, [{ ...followed, entry: { ...entry, time, basis } }], tellingOf('usa.consular')),
    );
  }
  async function told(act: string, persona = 'usa.inspectorate'): Promise<readonly Record<string, unknown>[]> {
    clock += 10_000;
    const document = `{ assignments(filter: { act: { eq: "${act}" } }, first: 20, orderBy: [{ fromAt: ASC }]) { edges { node { ${SHOWN} } } } }`;
    const { data, errors } = await compliance.client.query(profileOf(persona), document);
    expect(errors).toEqual([]);
    const { edges } = (data as { assignments: { edges: { node: Record<string, unknown> }[] } }).assignments;
    return edges.map(({ node }) => node);
  }
  const of = async (act: string, agency: string, caseReference = CASE) =>
    (await told(act)).find((each) => each.agency === agency && each.caseReference === caseReference);

  it('is one of each agency in each case that its act names, and of a notice of transit there is none', async () => {
    await enact(assignment('act_first'));
    await enact(assignment('act_transit', { by: { represents: 'USA', office: 'TRANSIT_NOTICE' } }));
    await keep();
    await keep();
    const pairs = (await told('act_first')).map(({ agency, caseReference }) => `${agency} ${caseReference}`);
    expect(pairs.sort()).toEqual([
      `USA.consular ${CASE}`,
      `USA.consular ${OTHER}`,
      `USA.intelligence ${CASE}`,
      `USA.intelligence ${OTHER}`,
    ]);
    expect(await told('act_transit')).toEqual([]);
  });

  it('was last used when a request of that agency in that case last relied on its act, and counts each entry once', async () => {
    await enact(assignment('act_used'));
    await keep();
    expect(await of('act_used', 'USA.consular')).toMatchObject({
      ...{ uses: 0, lastUsedAt: null, staleAt: new Date(NOW + STALE_AFTER_MS).toISOString() },
    });
    await use('USA.consular', 'act_used@1', CASE, NOW + DAY_MS);
    await use('USA.consular', 'act_used@1', CASE, NOW);
    await use('USA.consular', 'act_used@1', 'inc_another', NOW + 2 * DAY_MS);
    await use('USA.consular', 'act_other@1', CASE, NOW + 2 * DAY_MS);
    expect(await of('act_used', 'USA.consular')).toMatchObject({
      uses: 2,
      lastUsedAt: new Date(NOW + DAY_MS).toISOString(),
      staleAt: new Date(NOW + DAY_MS + STALE_AFTER_MS).toISOString(),
    });
    expect(await of('act_used', 'USA.intelligence')).toMatchObject({ uses: 0, lastUsedAt: null });
    expect(await of('act_used', 'USA.consular', OTHER)).toMatchObject({ uses: 0 });
  });

  it('counts each use once when what is told of the ledger is forgotten and told again', async () => {
    await enact(assignment('act_again'));
    await keep();
    const told = async () => (await of('act_again', 'USA.consular'))?.uses;
    const before = index;
    await use('USA.consular', 'act_again@1', CASE);
    expect(await told()).toBe(1);
    await withConnection(compliance.database.ownerUrl, forgetProjected);
    index = before;
    await use('USA.consular', 'act_again@1', CASE);
    expect(await told()).toBe(1);
  });

  it('ends with its act, by its time, its revocation or a version that does not name the agency any more', async () => {
    const act = assignment('act_ending', { until: new Date(NOW + DAY_MS).toISOString() });
    await enact(act);
    await keep();
    expect(await of('act_ending', 'USA.consular')).toMatchObject({ endsAt: act.until, revokedAt: null, version: 1 });

    await enact({ ...act, v: 2, to: { represents: 'USA', agencies: ['USA.consular'] } });
    await keep(NOW + 1_000);
    expect(await of('act_ending', 'USA.intelligence')).toMatchObject({ endsAt: new Date(NOW + 1_000).toISOString() });
    expect(await of('act_ending', 'USA.consular')).toMatchObject({ endsAt: act.until, version: 2 });

    const revokedAt = new Date(NOW + 2_000).toISOString();
    await enact({ ...act, v: 3, to: { represents: 'USA', agencies: ['USA.consular'] }, revokedAt });
    await keep(NOW + 3_000);
    expect(await of('act_ending', 'USA.consular')).toMatchObject({ endsAt: revokedAt, revokedAt, version: 3 });
  });

  it('is what the saved question of need-to-know tells of a case at an instant', async () => {
    const own = 'inc_00000000000000000000000018';
    const act = assignment('act_asked', { until: new Date(NOW + DAY_MS).toISOString() });
    await enact({ ...act, scope: { ...act.scope, keys: [own] } });
    await keep();
    await use('USA.intelligence', 'act_asked@1', own, NOW + 5_000);
    const asked = async (caseReference: string, at: number) => {
      const variables = { case: caseReference, until: new Date(at).toISOString() };
      clock += 10_000;
      const { data, errors } = await compliance.client.query(profileOf('usa.inspectorate'), QUESTION, variables);
      expect(errors).toEqual([]);
      const { edges } = (data as { assignments: { edges: { node: Record<string, unknown> }[] } }).assignments;
      return edges.map(({ node }) => [node.agency, node.uses, node.lastUsedAt]);
    };
    expect(await asked(own, NOW + 60_000)).toEqual([
      ['USA.intelligence', 1, new Date(NOW + 5_000).toISOString()],
      ['USA.consular', 0, null],
    ]);
    expect(await asked(own, NOW - 1)).toEqual([]);
    expect(await asked(own, NOW + DAY_MS)).toEqual([]);
    expect(await asked('inc_00000000000000000000000019', NOW + 60_000)).toEqual([]);
  });

  it('is told to the State that gave it, and its use to the oversight of that State alone', async () => {
    await enact(assignment('act_told'));
    await keep();
    for (const persona of ['deu.police', 'gbr.foreign-ministry', 'ury.observer', 'che.protecting-power']) {
      expect(await told('act_told', persona)).toEqual([]);
    }
    const [own] = await told('act_told', 'usa.diplomatic-security');
    expect(own).toMatchObject({ act: 'act_told', lastUsedAt: null, staleAt: null });
  });
});
