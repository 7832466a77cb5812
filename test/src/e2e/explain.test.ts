import { readFileSync } from 'node:fs';
import { openLedgerReader } from '@chancery/ledger/ledger-reader';
import { findRecordedRequest } from '@chancery/ledger/replay/recorded-request';
import { openReadingsLog } from '@chancery/ledger/who/open-readings-log';
import { recordQuestion } from '@chancery/ledger/who/record-question';
import { type ExplainSources, runExplain, type Said } from '@chancery/policy/explain/run-explain';
import { withConnection } from '@chancery/shared/postgres/connect';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { findStoredHandling } from '@chancery/shared/subgraph/visibility/stored-handling';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actsOfTheDay, seededFacts } from '../testkit/acts.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type Answer, valueAt } from './answer.js';

const file = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const HELD_BY = { Mission: 'missions', Premises: 'missions', Incident: 'incidents', Warning: 'intel' } as const;
const receiptOf = ({ body }: Answer): string => body.extensions?.audit?.receipt ?? '';

/** A scenario of the page: its command as a shell would split it, and what it says is printed. */
interface Scenario {
  readonly title: string;
  readonly args: readonly string[];
  readonly printed: readonly string[];
}

function scenariosOf(page: string): Scenario[] {
  const sections =
    page
      .split(/^## Scenarios$/m)[1]
      ?.split(/^### /m)
      .slice(1) ?? [];
  return sections.map((section) => {
    const [command = '', printed = ''] = [...section.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '');
    const words = [...command.replaceAll('\\\n', ' ').matchAll(/'([^']*)'|(\S+)/g)];
    return {
      title: section.split('\n')[0] ?? '',
      args: words.map(([, quoted, bare]) => quoted ?? bare ?? '').slice(words.findIndex(([word]) => word === '--') + 1),
      printed: linesOf(printed),
    };
  });
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const CUT = '…';

/** Whether a printed line is the documented one, of which a digest may be cut. */
function isSame(documented: string, printed: string | undefined): boolean {
  if (!documented.endsWith(CUT)) return documented === printed;
  return printed?.startsWith(documented.slice(0, -CUT.length)) ?? false;
}

/** The first documented line that is not printed where it should be: one behind the other, but for lines that are cut out. */
function findMissing(documented: readonly string[], printed: readonly string[]): string | null {
  let at = 0;
  let skips = true;
  for (const line of documented) {
    if (line === CUT) {
      skips = true;
      continue;
    }
    if (skips) {
      const found = printed.slice(at).findIndex((each) => isSame(line, each));
      if (found < 0) return line;
      at += found;
    }
    if (!isSame(line, printed[at])) return line;
    at += 1;
    skips = false;
  }
  return null;
}

const SCENARIOS = scenariosOf(file('docs/explain.md'));

describe('explain, over the data that npm start loads', () => {
  let mesh: Mesh;
  let sources: ExplainSources;
  beforeAll(async () => {
    mesh = await startMesh();
    const ledger = mesh.databaseOf('ledger');
    await withConnection(ledger.ownerUrl, openReadingsLog);
    sources = {
      supergraphSdl: () => file('supergraph.graphql'),
      snapshot: async (now) => sealSnapshot({ number: 1, facts: seededFacts(), acts: actsOfTheDay(now) }),
      storedHandling: (record) => findStoredHandling(mesh.databaseOf(HELD_BY[record.type]), record),
      recorded: async (receipt, words, reason) => {
        await recordQuestion(ledger.serviceUrl, { operation: 'explain', words: { ...words }, reason }, Date.now);
        const reader = await openLedgerReader(ledger.loaderUrl);
        return findRecordedRequest(reader, receipt).finally(() => reader.close());
      },
    };
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  const run = (...args: string[]): Promise<Said> => runExplain(args, sources, Date.now());
  const fire = (): Promise<Answer> => mesh.as('deu.fire-service').query(file('docs/examples/fire.graphql'));

  it('has ten documented scenarios or more, each with a time and a snapshot that stand still', () => {
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(10);
    for (const { args } of SCENARIOS) {
      if (!args.includes('--receipt')) expect(args).toEqual(expect.arrayContaining(['--seed', '--at']));
    }
  });

  it.each(SCENARIOS)('decides as docs/explain.md says: $title', async ({ args, printed }) => {
    const asksReceipt = args.includes('R');
    const receipt = asksReceipt ? receiptOf(await fire()) : '';
    const { out, err } = await run(...args.map((arg) => (arg === 'R' ? receipt : arg)));
    const said = linesOf((out === '' ? err : out).replace(`Receipt ${receipt}:`, 'Receipt R:'));
    expect(printed.length).toBeGreaterThan(0);
    expect({ missing: findMissing(printed, said), said }).toEqual({ missing: null, said });
    // What was decided is documented whole: no line of it may be missing from the page.
    const first = said.indexOf('1. Outcome');
    const outcome =
      first < 0
        ? []
        : said.slice(
            first,
            said.findIndex((line) => line.startsWith('2. ')),
          );
    if (!asksReceipt) expect(printed).toEqual(expect.arrayContaining(outcome));
  });

  it('replays every line of an answer to what the gateway decided', async () => {
    const receipt = receiptOf(await fire());
    for (const path of ['name', 'premises.floorPlan', 'premises.interiorPlan', 'premises.archiveRegister']) {
      const { code, out } = await run('--receipt', receipt, '--path', `embassy.${path}`, '--json');
      expect({ path, code }).toEqual({ path, code: 0 });
      const { lines } = JSON.parse(out) as { lines: { same: boolean; stale: boolean }[] };
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(line).toMatchObject({ same: true, stale: false });
    }
  });

  it('replays by the acts of then, when they have ended since', async () => {
    let receipt = '';
    await mesh.withActs([], async () => {
      receipt = receiptOf(await fire());
    });
    const { out } = await run('--receipt', receipt, '--coordinate', 'Premises.floorPlan', '--post', 'Q470042');
    expect(out).toContain('Premises.floorPlan was WITHHELD');
    expect(out).toContain('The rules of this checkout decide the same.');
  });

  it('knows a decision by a stale snapshot', async () => {
    mesh.setStale(true);
    const receipt = receiptOf(await fire());
    mesh.setStale(false);
    const { out } = await run('--receipt', receipt, '--coordinate', 'Premises.floorPlan', '--post', 'Q470042');
    expect(out).toContain('decide the same, by a snapshot that was stale');
  });

  it('is itself an entry, also when nothing is found', async () => {
    const count = async (): Promise<number> => {
      const found = await withConnection(mesh.ledger.readerUrl, (client) =>
        client.query<{ n: number }>(
          `select count(*)::int as n from audit_entry where leaf::jsonb #>> '{api,operation}' = 'explain'`,
        ),
      );
      return found.rows[0]?.n ?? 0;
    };
    const before = await count();
    const said = await run('--receipt', 'A'.repeat(22), '--path', 'a.b');
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(await count()).toBe(before + 1);
  });

  it('finds the handling of any stored record by its id', async () => {
    const document = `{
      missionByWikidataId(wikidataId: "Q875787") {
        id premises { id } incidents(first: 1) { edges { node { id } } } warnings(first: 1) { edges { node { id } } }
      }
    }`;
    const answer = await mesh.as('usa.diplomatic-security', 'THREAT_PREVENTION').query(document);
    const asked = ['--as', 'usa.diplomatic-security', '--purpose', 'THREAT_PREVENTION', '--json'];
    for (const [path, coordinate] of [
      ['id', 'Mission.city'],
      ['premises.id', 'Premises.address'],
      ['incidents.edges.0.node.id', 'Incident.summary'],
      ['warnings.edges.0.node.id', 'Warning.severity'],
    ] as const) {
      const id = String(valueAt(answer, `missionByWikidataId.${path}`));
      const { code, out } = await run(...asked, '--record', id, '--coordinate', coordinate);
      expect({ coordinate, code }).toEqual({ coordinate, code: 0 });
      expect(JSON.parse(out).outcome.effect).toBe('allow');
    }
  });
});
