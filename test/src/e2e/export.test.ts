import { EXTENSIONS } from '@chancery/gateway/respond/extensions-shape';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CalledSubgraph } from '../testkit/called-subgraph.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { valueAt } from './answer.js';

type Said = Readonly<Record<string, unknown>>;

/** An export as its caller reads it. */
interface Exported {
  readonly status: number;
  readonly type: string | null;
  readonly lines: readonly Readonly<Record<string, Said>>[];
  readonly text: string;
}

interface Audit {
  readonly receipt: string;
}

const PERSONA = ['deu.police', 'THREAT_PREVENTION'] as const;
const POSTS = `query Posts($states: [StateCode!]) {
  missions(filter: { receivingState: { in: $states } }, orderBy: [{ city: ASC }]) { edges { node { id name city } } } }`;

/** States with more than a thousand posts in them, and with a few. */
const MANY = ['DEU', 'USA', 'FRA', 'GBR', 'CHN', 'JPN', 'ITA', 'ESP', 'CHE', 'AUT', 'BEL'];
const FEW = ['AUT'];

const linesOf = ({ lines }: Exported, kind: string): Said[] =>
  lines.flatMap((line) => (line[kind] === undefined ? [] : [line[kind] as Said]));
const onlyLine = (exported: Exported, kind: string): Said => {
  const [line, second] = linesOf(exported, kind);
  expect([kind, line !== undefined, second]).toEqual([kind, true, undefined]);
  return line as Said;
};

describe('an export', () => {
  let mesh: Mesh;
  let missions: CalledSubgraph;
  beforeAll(async () => {
    mesh = await startMesh({
      between: async (name, url) => {
        if (name !== 'missions') return url;
        missions = await CalledSubgraph.before(url);
        return missions.url;
      },
    });
  }, MESH_STARTS_WITHIN_MS);
  beforeEach(() => {
    missions.beforeCall = () => undefined;
  });
  afterAll(async () => {
    await mesh.close();
    missions.close();
  });

  async function exportBy(token: string, query: string, variables: Said = {}): Promise<Exported> {
    const response = await fetch(`${mesh.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/x-ndjson',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const type = response.headers.get('content-type');
    const lines = text.split('\n').filter((line) => line !== '');
    return { status: response.status, type, text, lines: lines.map((line) => JSON.parse(line)) };
  }
  const exported = (query: string, variables: Said = {}) => exportBy(mesh.tokenOf(...PERSONA), query, variables);
  const refusalOf = async (query: string) => {
    const { status, type, lines } = await exported(query);
    const [answer] = lines as unknown as { errors: { message: string; extensions: { code: string } }[] }[];
    return { status, type, code: answer?.errors[0]?.extensions.code, message: answer?.errors[0]?.message };
  };

  it('holds every row of the connection, in its order, each page on the ledger under one trace', async () => {
    const answer = await exported(POSTS, { states: MANY });

    expect([answer.status, answer.type]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    expect(answer.text.endsWith('\n')).toBe(true);
    const whole: Said[] = [];
    for (let after: string | null = null; ; ) {
      const page = await mesh.as(...PERSONA).query(
        `query ($after: String, $states: [StateCode!]) { missions(first: 400, after: $after, filter: { receivingState: { in: $states } }, orderBy: [{ city: ASC }]) {
            pageInfo { hasNextPage endCursor } edges { node { id name city } } } }`,
        { after, states: MANY },
      );
      whole.push(...(valueAt(page, 'missions.edges') as { node: Said }[]).map(({ node }) => node));
      if (!valueAt(page, 'missions.pageInfo.hasNextPage')) break;
      after = valueAt(page, 'missions.pageInfo.endCursor') as string;
    }
    expect(whole.length).toBeGreaterThan(2_000);
    expect(linesOf(answer, 'row')).toEqual(whole);

    const pages = linesOf(answer, 'page');
    expect(pages.map(({ rows }) => rows)).toEqual([500, 500, 500, 500, whole.length - 2_000]);
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    const leaves = (await mesh.ledger.leavesOf('Posts')).map((leaf) => JSON.parse(leaf));
    const entries = pages.map(({ audit }) => leaves.find(({ receipt }) => receipt === (audit as Audit).receipt));
    expect(entries.map(({ kind }) => kind)).toEqual(pages.map(() => 'EXPORT'));
    expect(new Set(entries.map(({ api }) => api.trace)).size).toBe(1);
    const last = pages.map(({ audit }) => (audit as Audit).receipt).at(-1);
    expect(onlyLine(answer, 'end')).toMatchObject({
      complete: true,
      rows: whole.length,
      pages: 5,
      audit: { receipts: 5, last },
    });
    expect(Object.keys(answer.lines.at(-1) ?? {})).toEqual(['end']);
  });

  it('says at each point the mark of all that was told before it, and with each page what is withheld in it', async () => {
    const query = 'query Incidents { incidents { edges { node { id reference summary city } } } }';
    const answer = await exported(query);
    const single = await mesh
      .as(...PERSONA)
      .query('{ incidents(first: 500) { edges { node { id reference summary city } } } }');

    expect(Object.keys(answer.lines[0] ?? {})).toEqual(['export']);
    expect(onlyLine(answer, 'export')).toMatchObject({ version: 1, operation: 'Incidents', field: 'Query.incidents' });
    expect(linesOf(answer, 'row')).toEqual(
      (valueAt(single, 'incidents.edges') as { node: Said }[]).map(({ node }) => node),
    );
    const { banner, withheld, obligations, audit } = onlyLine(answer, 'page');
    EXTENSIONS.parse({ banner, withheld, obligations, audit });
    expect(withheld).toEqual(single.body.extensions?.withheld);
    expect((withheld as unknown[]).length).toBeGreaterThan(0);
    for (const kind of ['export', 'page', 'end']) {
      expect(onlyLine(answer, kind).banner).toEqual(single.body.extensions?.banner);
    }
  });

  it('holds no row that is hidden from who asks', async () => {
    const rowsFor = async (persona: string, purpose: string) =>
      linesOf(await exportBy(mesh.tokenOf(persona, purpose), '{ incidents { edges { node { id } } } }'), 'row');
    const [own, observer] = [
      await rowsFor('usa.diplomatic-security', 'THREAT_PREVENTION'),
      await rowsFor('ury.observer', 'TRAINING'),
    ];
    const seen = new Set(own.map(({ id }) => id));
    expect(observer.length).toBeGreaterThan(0);
    expect(observer.length).toBeLessThan(own.length);
    expect(observer.filter(({ id }) => !seen.has(id))).toEqual([]);
  });

  it('of rows that hold more than an answer may is told in smaller pages, and whole', async () => {
    const many = Array.from({ length: 150 }, (_, at) => `a${at}: name`).join(' ');
    const answer = await exported(
      `query Wide($states: [StateCode!]) { missions(filter: { receivingState: { in: $states } }) { edges { node { id ${many} } } } }`,
      { states: MANY },
    );
    const plain = await exported(POSTS, { states: MANY });
    expect(onlyLine(answer, 'end')).toMatchObject({ complete: true, rows: linesOf(plain, 'row').length });
    expect(linesOf(answer, 'page')[0]?.rows).toBe(250);
    expect(new Set(linesOf(answer, 'row').map(({ id }) => id)).size).toBe(linesOf(plain, 'row').length);
  });

  it('ends when its token does, says that it is not whole, and leaves nothing untold that was recorded', async () => {
    const token = mesh.tokenOf(...PERSONA);
    let calls = 0;
    missions.beforeCall = () => {
      calls += 1;
      if (calls === 2) mesh.switchOff(token);
    };
    const answer = await exportBy(token, POSTS.replace('Posts', 'Broken'), { states: MANY });

    expect(onlyLine(answer, 'end')).toMatchObject({
      complete: false,
      errors: [{ extensions: { code: 'TOKEN_REVOKED' } }],
      rows: 1_000,
      pages: 2,
    });
    expect(linesOf(answer, 'row')).toHaveLength(1_000);
    const kinds = (await mesh.ledger.leavesOf('Broken')).map((leaf) => JSON.parse(leaf).kind);
    expect(kinds.sort()).toEqual(['EXPORT', 'EXPORT', 'REFUSED']);
  });

  it('tells no page that the ledger does not take', async () => {
    let calls = 0;
    missions.beforeCall = async () => {
      calls += 1;
      if (calls === 2) await mesh.ledger.closeDatabase();
    };
    const answer = await exported(POSTS.replace('Posts', 'Unrecorded'), { states: MANY });
    await mesh.ledger.openDatabase();

    expect(onlyLine(answer, 'end')).toMatchObject({
      complete: false,
      errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }],
      rows: 500,
    });
    expect(linesOf(answer, 'row')).toHaveLength(500);
    await mesh.withLedgerDown(async () => undefined);
  });

  it.each([
    ['a page', '{ missions(first: 5) { edges { node { id } } } }', '`first`'],
    ['more than the rows', '{ missions { totalCount edges { node { id } } } }', 'nothing beside'],
    ['cursors', '{ missions { edges { cursor node { id } } } }', 'nothing beside'],
    ['two connections', '{ missions { edges { node { id } } } incidents { edges { node { id } } } }', 'nothing beside'],
    ['another name', '{ all: missions { edges { node { id } } } }', 'under these names'],
    ['rows by a fragment', 'fragment F on Query { missions { edges { node { id } } } } { ...F }', 'under these names'],
    ['what is no connection', '{ viewer { agency } }', 'edges'],
    ['a command', 'mutation { __typename }', 'a query'],
  ])('is refused of %s, before anything is read', async (_, query, says) => {
    const asked = mesh.requestsToAll();
    const { status, type, code, message } = await refusalOf(query);
    expect([status, code]).toEqual([400, 'DOCUMENT_INVALID']);
    expect(type).toContain('application/graphql-response+json');
    expect(message).toContain(says);
    expect(mesh.requestsToAll()).toBe(asked);
  });

  it('is begun so many times at once by one subject, and again when one has ended', async () => {
    const token = mesh.tokenOf(...PERSONA);
    let begun = 0;
    let bothHere: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      bothHere = resolve;
    });
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    missions.beforeCall = () => {
      begun += 1;
      if (begun === 2) bothHere();
      return held;
    };
    const first = [exportBy(token, POSTS, { states: FEW }), exportBy(token, POSTS, { states: FEW })];
    await both;
    const third = await exportBy(token, POSTS, { states: FEW });
    expect([third.status, third.text]).toEqual([429, expect.stringContaining('RATE_EXCEEDED')]);
    goOn();
    for (const answer of await Promise.all(first)) expect(onlyLine(answer, 'end').complete).toBe(true);
    missions.beforeCall = () => undefined;
    expect(onlyLine(await exportBy(token, POSTS, { states: FEW }), 'end').complete).toBe(true);
  });
});
