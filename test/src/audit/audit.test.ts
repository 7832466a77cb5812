import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetProjected } from '@chancery/compliance/audit/audit-tables';
import { judgingBy } from '@chancery/compliance/audit/judge-access';
import { LedgerProjection, type LedgerProjectionOptions } from '@chancery/compliance/audit/ledger-projection';
import { type Fetched, fetchedBy, reconcile, tracesOf } from '@chancery/ledger/reconcile/unrecorded-fetches';
import { createPolicyEngine } from '@chancery/policy/engine';
import { whatIsSeen } from '@chancery/policy/replay/what-is-seen';
import { systemClock } from '@chancery/shared/clock';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { withConnection } from '@chancery/shared/postgres/connect';
import { heldHandlings } from '@chancery/shared/subgraph/visibility/stored-handling';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../e2e/answer.js';
import { followBySse } from '../testkit/followed.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh, supergraphSdl } from '../testkit/mesh.js';
import { SUBGRAPHS } from '../testkit/world.js';
import { premisesOf } from './may-see.js';

const EMBASSY = 'Q875787';
const FAR = Date.parse('2100-01-01T00:00:00Z');
const PLANS = `query WaysIn($key: String!) {
  missions(filter: { wikidataId: { eq: $key } }) { edges { node { id name premises { floorPlan interiorPlan } } } }
}`;
const ACCESSES = `query Accesses($coordinate: String!) {
  auditedAccesses(filter: { coordinate: { eq: $coordinate } }, first: 200) {
    totalCount
    edges {
      node {
        receipt side decision agency represents purpose rank count rule owner missions { name }
        kind category role clearance isFirst
      }
    }
  }
}`;
const ENTRIES = `{ auditEntries(first: 200) { totalCount edges { node { receipt agency operation kind disclosed withheld askedBy } } } }`;

type Rows = Readonly<Record<string, unknown>>[];

describe('what is told of the ledger to oversight', () => {
  let mesh: Mesh;
  let projection: LedgerProjection;
  let floorPlan: string;
  const receipts: Record<string, string> = {};
  beforeAll(async () => {
    let ahead = 0;
    mesh = await startMesh({ clock: () => Date.now() + ahead });
    projection = project();
    for (const persona of ['usa.diplomatic-security', 'deu.fire-service', 'gbr.foreign-ministry']) {
      const { body } = await as(persona).query(PLANS, { key: EMBASSY });
      expect(body.errors).toBeUndefined();
      receipts[persona] = body.extensions?.audit?.receipt ?? '';
      floorPlan ||= JSON.stringify(body.data).match(/"floorPlan":"([^"]+)"/)?.[1] ?? '';
    }
    await projection.catchUp();
    // A service looks for handlings that are new once a second.
    ahead += 1_000;
  }, MESH_STARTS_WITHIN_MS);
  afterAll(async () => {
    await projection[Symbol.asyncDispose]();
    await mesh.close();
  });

  const project = (options: Partial<LedgerProjectionOptions> = {}): LedgerProjection =>
    new LedgerProjection({
      ledgerUrl: mesh.ledger.readerUrl,
      loaderUrl: mesh.loaderUrlOf('compliance'),
      judging: judgingBy(() => supergraphSdl),
      clock: systemClock,
      log: (line) => {
        throw new Error(JSON.stringify(line));
      },
      // Only when it is told to.
      everyMs: 1_000_000,
      ...options,
    });
  const PURPOSES: Readonly<Record<string, string>> = {
    'usa.diplomatic-security': 'INCIDENT_RESPONSE',
    'usa.consular': 'EVACUATION',
    'deu.foreign-ministry': 'THREAT_PREVENTION',
    'gbr.foreign-ministry': 'THREAT_PREVENTION',
  };
  const as = (persona: string) => mesh.as(persona, PURPOSES[persona]);
  const rowsOf = ({ body }: Answer, field: string): Rows => {
    expect(body.errors).toBeUndefined();
    const connection = Reflect.get(body.data ?? {}, field) as { edges: { node: Rows[number] }[] };
    return connection.edges.map(({ node }) => node);
  };
  const groupsBy = async (field: string): Promise<{ readonly groups: unknown }> => {
    const { body } = await mesh
      .as('usa.inspectorate')
      .query(`{ auditedAccesses(first: 0) { groups(by: { ${field}: true }) { value count } } }`);
    expect(body.errors).toBeUndefined();
    return body.data?.auditedAccesses as { readonly groups: unknown };
  };
  const accesses = async (persona: string): Promise<Rows> =>
    rowsOf(await as(persona).query(ACCESSES, { coordinate: 'Premises.floorPlan' }), 'auditedAccesses');

  it('names everybody who received a field of the own State’s post, or was refused it, with rule and receipt', async () => {
    const found = await accesses('usa.inspectorate');
    expect(found.every(({ side, owner }) => side === 'OWNER' && String(owner).startsWith('USA.'))).toBe(true);
    const of = (agency: string) => found.filter((row) => row.agency === agency);
    expect(of('USA.diplomatic-security')[0]).toMatchObject({
      decision: 'ALLOWED',
      receipt: receipts['usa.diplomatic-security'],
      missions: [{ name: expect.any(String) }],
    });
    expect(of('GBR.foreign-ministry').length).toBeGreaterThan(0);
    for (const row of of('GBR.foreign-ministry')) {
      expect(row).toMatchObject({ decision: 'WITHHELD', represents: 'GBR' });
    }
  });

  it('holds no value that was read', async () => {
    expect(floorPlan).not.toBe('');
    const stored = await withConnection(mesh.ownerUrlOf('compliance'), async (client) =>
      JSON.stringify([
        (await client.query('select to_jsonb(t) from audit_entry t')).rows,
        (await client.query('select to_jsonb(t) from audited_access t')).rows,
      ]),
    );
    expect(stored).toContain('Premises.floorPlan');
    expect(stored).not.toContain(floorPlan);
  });

  it('tells nobody else that there is a row: no agency of that State, no other State’s', async () => {
    for (const persona of ['usa.diplomatic-security', 'usa.consular', 'deu.foreign-ministry', 'gbr.foreign-ministry']) {
      const { body } = await as(persona).query(ENTRIES);
      expect(body.data?.auditEntries).toEqual({ totalCount: 0, edges: [] });
      expect(await accesses(persona)).toEqual([]);
    }
  });

  it('tells the requests of the own agencies alone, each with what it came to', async () => {
    const found = rowsOf(await mesh.as('usa.inspectorate').query(ENTRIES), 'auditEntries');
    expect(new Set(found.map(({ agency }) => String(agency).split('.')[0]))).toEqual(new Set(['USA']));
    expect(found).toContainEqual({
      receipt: receipts['usa.diplomatic-security'],
      agency: 'USA.diplomatic-security',
      operation: 'WaysIn',
      kind: 'READ',
      disclosed: expect.any(Number),
      withheld: expect.any(Number),
      askedBy: expect.arrayContaining(['Query.missions(filter:)']),
    });
  });

  it('tells of another State’s side by no way of asking: id, node, filter, order, group, count, post or search', async () => {
    const ids = await withConnection(mesh.ownerUrlOf('compliance'), async (client) => {
      await client.query(`select set_config('app.visible', repeat('1', 100000), false)`);
      const { rows } = await client.query<{ id: string }>(
        `select id from audited_access where agency = 'GBR.foreign-ministry' and side = 'REQUESTER'`,
      );
      return rows.map(({ id }) => id);
    });
    const [id = ''] = ids;
    expect(ids.length).toBeGreaterThan(0);
    const inspector = mesh.as('usa.inspectorate');
    const document = `query Around($id: ID!, $ids: [ID!]!) {
      auditedAccess(id: $id) { decision }
      node(id: $id) { id }
      nodes(ids: $ids) { id }
      byId: auditedAccesses(filter: { id: { in: $ids } }) { totalCount edges { node { decision } } }
      bySide: auditedAccesses(filter: { side: { eq: REQUESTER }, represents: { eq: "GBR" } }) { totalCount }
      notOwner: auditedAccesses(filter: { not: { side: { eq: OWNER } }, agency: { eq: "GBR.foreign-ministry" } }) { totalCount }
      either: auditedAccesses(filter: { or: [{ id: { eq: $id } }, { id: { in: $ids } }] }) { totalCount groups(by: { agency: true }) { value } }
      last: auditedAccesses(filter: { id: { in: $ids } }, orderBy: [{ recordedAt: ASC }]) { totalCount }
      posts: missions(filter: { wikidataId: { eq: "Q875787" } }) { edges { node { auditedAccesses(filter: { side: { eq: REQUESTER }, represents: { eq: "GBR" } }) { totalCount } } } }
    }`;
    const { body } = await inspector.query(document, { id, ids });
    const nothing = { totalCount: 0 };
    expect(body.data).toEqual({
      auditedAccess: null,
      node: null,
      nodes: ids.map(() => null),
      byId: { ...nothing, edges: [] },
      bySide: nothing,
      notOwner: nothing,
      either: { ...nothing, groups: [] },
      last: nothing,
      posts: { edges: [{ node: { auditedAccesses: nothing } }] },
    });
    // And of an id that nobody has the same is said.
    const unknown = ids.map((each) => each.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
    const same = await inspector.query(document, { id: unknown[0], ids: unknown });
    const bodyOf = (text: string, names: readonly string[]): string =>
      names.reduce((left, name) => left.replaceAll(name, 'ID'), text);
    expect(bodyOf(JSON.stringify(same.body.errors ?? []), unknown)).toBe(
      bodyOf(JSON.stringify(body.errors ?? []), ids),
    );
  });

  it('holds each entry once, however many write it and however often', async () => {
    // They wait for each other, on a busy machine for longer than one of them waits: it then tries again, as the service does.
    const others = Array.from({ length: 4 }, () => project({ log: () => undefined }));
    for (let times = 0; times < 3; times++) await mesh.as('deu.fire-service').query(PLANS, { key: EMBASSY });
    await Promise.all(
      others.map(async (each) => {
        while (each.lagMs === null) await each.catchUp();
        await each[Symbol.asyncDispose]();
      }),
    );
    await projection.catchUp();
    const { written, once, told } = await withConnection(mesh.ownerUrlOf('compliance'), async (client) => {
      const count = async (text: string): Promise<number> => Number((await client.query(text)).rows[0]?.count);
      return {
        written: await count('select count(*) from audit_entry'),
        once: await count('select count(distinct (log_number, position)) as count from audit_entry'),
        told: await count('select sum(next) as count from audit_read'),
      };
    });
    expect(written).toBe(once);
    expect(told).toBeGreaterThanOrEqual(written);
    expect(written).toBeGreaterThan(5);
  });

  it('decides each line again as it tells of it, and finds what was decided, by the same rules and acts', async () => {
    const { groups } = await groupsBy('replay');
    expect(groups).toEqual([{ value: 'SAME', count: expect.any(Number) }]);
  });

  it('says what whoever asked was to the post then, and how high it was cleared', async () => {
    const found = await accesses('usa.inspectorate');
    const told = (agency: string): unknown => found.find((row) => row.agency === agency);
    expect(told('USA.diplomatic-security')).toMatchObject({
      kind: 'READ',
      category: 'PREMISES_RESCUE',
      role: 'SENDING_STATE',
      clearance: 3,
    });
    expect(told('DEU.fire-service')).toMatchObject({ role: 'RECEIVING_STATE_EMERGENCY', clearance: 0 });
    expect(told('GBR.foreign-ministry')).toMatchObject({ role: 'THIRD_STATE', clearance: 3, isFirst: false });
  });

  it('marks what a person received for the first time, once', async () => {
    await as('usa.diplomatic-security').query(PLANS, { key: EMBASSY });
    await projection.catchUp();
    const own = (await accesses('usa.inspectorate')).filter(({ agency }) => agency === 'USA.diplomatic-security');
    expect(new Set(own.map(({ receipt }) => receipt)).size).toBe(2);
    for (const { receipt, isFirst } of own) expect(isFirst).toBe(receipt === receipts['usa.diplomatic-security']);
  });

  it('tells the same when all of it was forgotten and the ledger is read again', async () => {
    const told = (): Promise<unknown> =>
      withConnection(mesh.ownerUrlOf('compliance'), async (client) => {
        const rows = async (table: string): Promise<unknown[]> =>
          (
            await client.query(
              `select to_jsonb(t) - 'id' as row from ${table} t order by (to_jsonb(t) - 'id')::text collate "C"`,
            )
          ).rows;
        const posts = await client.query('select count(*) from audited_access_mission');
        return { entries: await rows('audit_entry'), accesses: await rows('audited_access'), posts: posts.rows };
      });
    await projection.catchUp();
    const before = await told();
    await withConnection(mesh.ownerUrlOf('compliance'), forgetProjected);
    await using again = project();
    await again.catchUp();
    expect(await told()).toEqual(before);
  });

  // Found by subtracting: between two entries of one's own, how many all others had made in that second.
  it('tells no place in the log, by which the auditor of one State would count what all others ask', async () => {
    const { body } = await mesh
      .as('usa.inspectorate')
      .query(
        '{ __type(name: "AuditEntry") { fields { name } } order: __type(name: "AuditEntryOrder") { inputFields { name } } }',
      );
    const text = JSON.stringify(body.data);
    expect(text).toContain('recordedAt');
    for (const name of ['position', 'logNumber', 'index']) expect(text).not.toContain(`"${name}"`);
  });

  it('says how long ago it was known to tell all that the ledger has', async () => {
    let now = 1_000;
    await using fresh = project({ clock: () => now });
    expect(fresh.lagMs).toBeNull();
    await fresh.catchUp();
    now += 2_500;
    expect(fresh.lagMs).toBe(2_500);
    await fresh.catchUp();
    expect(fresh.lagMs).toBe(0);

    await using lost = project({ clock: () => now, ledgerUrl: 'postgres://127.0.0.1:1/none', log: () => undefined });
    await lost.catchUp();
    expect(lost.lagMs).toBeNull();
  });

  it('tells who read the audit, as it tells every other reading', async () => {
    await accesses('usa.inspectorate');
    await projection.catchUp();

    const found = rowsOf(
      await mesh.as('usa.inspectorate').query(ACCESSES, { coordinate: 'AuditedAccess.decision' }),
      'auditedAccesses',
    );
    expect(found[0]).toMatchObject({ agency: 'USA.inspectorate', decision: 'ALLOWED', side: 'OWNER' });
  });

  describe('of one record', () => {
    const HISTORY = readFileSync(join(import.meta.dirname, '../../../docs/questions/record-history.graphql'), 'utf8');
    type Reading = { readonly receipt: string; readonly accesses: Rows };
    type History = { readonly rows: Reading[]; readonly hasNextPage: boolean; readonly endCursor: string | null };
    const ask = (persona: string, words: object, headers: Record<string, string> = { 'chancery-reason': 'a test' }) =>
      mesh.withToken(mesh.tokenOf(persona, PURPOSES[persona]), headers).query(HISTORY, { ...words });

    it('is who was told what of it, by which rule, page by page, to the oversight of its State', async () => {
      const id = await premisesOf(as('usa.diplomatic-security'), EMBASSY);
      const paged: Reading[] = [];
      for (let after: string | null = null; ; ) {
        const { body }: Answer = await ask('usa.inspectorate', { record: id, first: 2, after });
        expect(body.errors).toBeUndefined();
        const { recordHistory: page } = body.data as unknown as { recordHistory: History };
        paged.push(...page.rows);
        if (!page.hasNextPage) break;
        after = page.endCursor;
      }
      const told = (persona: string) => paged.find(({ receipt }) => receipt === receipts[persona])?.accesses ?? [];
      const plan = (persona: string) => told(persona).find(({ coordinate }) => coordinate === 'Premises.floorPlan');
      expect(plan('usa.diplomatic-security')).toMatchObject({ decision: 'ALLOWED', count: 1 });
      expect(plan('gbr.foreign-ministry')).toMatchObject({ decision: 'WITHHELD' });
      expect(new Set(paged.map(({ receipt }) => receipt)).size).toBe(paged.length);
      expect(JSON.stringify(paged)).not.toContain(floorPlan);
    });

    it('is to everybody else what a record that there is not has, and is asked with a reason', async () => {
      const id = await premisesOf(as('usa.diplomatic-security'), EMBASSY);
      for (const persona of ['usa.diplomatic-security', 'gbr.foreign-ministry', 'deu.fire-service']) {
        for (const record of [id, `prm_${'0'.repeat(26)}`]) {
          const { body } = await ask(persona, { record });
          expect([body.data, body.errors]).toEqual([{ recordHistory: null }, undefined]);
        }
      }
      const { body } = await ask('usa.inspectorate', { record: id }, {});
      expect(body.errors?.map(({ extensions }) => extensions.argument)).toEqual(['Chancery-Reason']);
    });
  });

  it('counts of records exactly what their owner’s service shows, whoever looks', async () => {
    const TYPES = { mission: 'Mission', incident: 'Incident', warning: 'Warning', legal_act: 'LegalAct' } as const;
    const held = [];
    for (const name of SUBGRAPHS) {
      for (const { table, handling, rows } of await heldHandlings(mesh.ownerUrlOf(name))) {
        const type = Object.entries(TYPES).find(([each]) => each === table)?.[1];
        if (type !== undefined) held.push({ type, handling: parseHandling(handling), rows });
      }
    }
    const now = Date.now();
    const by = { engine: createPolicyEngine(), view: mesh.viewAt(now), now };
    for (const [persona, purpose] of [
      ['usa.diplomatic-security', 'INCIDENT_RESPONSE'],
      ['gbr.foreign-ministry', 'THREAT_PREVENTION'],
      ['ury.observer', 'TRAINING'],
      ['usa.inspectorate', 'OVERSIGHT'],
    ] as const) {
      const seen = [...whatIsSeen(mesh.profileOf(persona, purpose, now), held, () => [], by)];
      const { body } = await mesh.as(persona, purpose).query(`{
        Mission: missions { totalCount } Incident: incidents { totalCount }
        Warning: warnings { totalCount } LegalAct: legalActs { totalCount }
      }`);
      const shown = Object.entries(body.data ?? {}) as [string, { totalCount: number }][];
      expect(seen.map(({ type, rows }) => [type, rows]).sort()).toEqual(
        shown.map(([type, { totalCount }]) => [type, totalCount]).sort(),
      );
    }
  });

  const reconciled = async () => {
    const fetched: Fetched[] = [];
    for (const name of SUBGRAPHS) {
      // What a service has counted it writes before it goes.
      await mesh.restart(name, async () => undefined);
      fetched.push(...(await fetchedBy(name, mesh.loaderUrlOf(name), 0, FAR)));
    }
    return reconcile(fetched, await tracesOf(mesh.ledger.readerUrl, 0, FAR));
  };

  it('finds the fetch that no entry names, and no other', async () => {
    const before = await reconciled();
    expect(before.calls).toBeGreaterThan(20);
    expect(before).toMatchObject({ recorded: before.calls, untold: 0, unrecorded: [] });
    const body = JSON.stringify({ query: '{ missions(first: 1) { edges { node { id } } } }' });
    const context = mesh.contextFor('usa.diplomatic-security', 'missions', body);
    const headers = { 'content-type': 'application/json', 'chancery-context': context };
    const past = await fetch(mesh.subgraphUrl('missions'), { method: 'POST', headers, body });
    expect(past.status).toBe(200);
    expect((await reconciled()).unrecorded).toEqual([
      { service: 'missions', at: expect.any(String), trace: 'test', forEvent: false, calls: 1 },
    ]);

    // What meets a requirement is looked at when its subscription begins, and nothing is told of it then.
    const document = `subscription { requirementMatched(requirement: "srq_${'0'.repeat(26)}") { threat { id } } }`;
    const token = mesh.tokenOf('usa.intelligence', 'THREAT_PREVENTION');
    (await followBySse(mesh.url, token, document)).stop();
    const after = await reconciled();
    expect(after.untold).toBeGreaterThan(1);
    expect(after.unrecorded.map(({ trace }) => trace)).toEqual(['test']);
  });
});
