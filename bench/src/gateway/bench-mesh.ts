import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Checked, checkAnswers } from './check-answers.js';
import type { Contestant } from './contestants/contestant.js';
import type { FloorQuery } from './contestants/floor-process.js';
import { startChancery, startFloor, wavesOf } from './contestants/ours.js';
import { installPeers, peers } from './contestants/peers.js';
import { askOnce } from './load.js';
import { serveApart } from './processes.js';
import { dataOf } from './reference.js';
import { askedOf } from './rounds.js';
import { type BenchServer, missionsIn, startServer, writeSnapshot } from './set-up.js';
import { LABELLINGS } from './world/handlings.js';
import { QUERY_NAMES, type QueryName } from './world/queries.js';
import type { RecordedCall } from './world/recorder.js';

/** Rows of the market: users, products, reviews. */
const ROWS = 26;
/** As many as a burst has clients, and a few. */
const AT_ONCE_MAX = 600;

/** Where the bench works, and with whom. */
export interface MeshOptions {
  /** Gone after the bench. */
  readonly folder: string;
  readonly data: string;
  /** Kept, for they take a minute to install; null without peers. */
  readonly peersFolder: string | null;
  /** Processor of each gateway; whatever serves them has the other. */
  readonly core: number | null;
}

/** Everything that runs, each in a process of its own, and the answers that were found right. */
export interface BenchMesh extends AsyncDisposable {
  readonly contestants: readonly Contestant[];
  checkedOf(contestant: Contestant): ReadonlyMap<QueryName, Checked>;
  /** How many calls the subgraphs had since the last time. */
  takeCalls(): Promise<number>;
  /** Logins that read the ledgers, by the names of their gateways. */
  readonly ledgers: ReadonlyMap<string, string>;
}

/** Starts subgraphs, database and all contestants, and compares the answers of each with the true ones. */
export async function startMesh(options: MeshOptions): Promise<BenchMesh> {
  const ends: (() => Promise<void>)[] = [];
  // The last that was started ends first: a gateway still writes to its ledger.
  const end = async (): Promise<void> => {
    for (let next = ends.pop(); next !== undefined; next = ends.pop()) await next();
  };
  try {
    return await startAll(options, (stop) => ends.push(stop), end);
  } catch (error) {
    await end();
    throw error;
  }
}

type Keep = (stop: () => Promise<void>) => void;

async function startAll(options: MeshOptions, keep: Keep, end: () => Promise<void>): Promise<BenchMesh> {
  const { folder, core } = options;
  mkdirSync(folder, { recursive: true });
  const args = [fileURLToPath(new URL('world/serve-subgraphs.js', import.meta.url)), ...missionsIn(options.data, ROWS)];
  const subgraphs = await serveApart({ command: process.execPath, args, core: core === null ? null : 0 });
  keep(() => subgraphs.stop());
  const server = await startServer(folder);
  keep(() => server.stop());
  const ledgers = new Map<string, string>();
  const ours = await startOurs(options, subgraphs.url, server, ledgers, keep);
  const floor = await startFloor(folder, subgraphs.url, await recordWaves(ours, subgraphs.url), core);
  keep(() => floor.served.stop());
  const others = options.peersFolder === null ? [] : await startPeers(options.peersFolder, subgraphs.url, core, keep);
  const contestants = [...others, floor, ...ours];
  const checked = new Map<string, ReadonlyMap<QueryName, Checked>>();
  for (const contestant of contestants) checked.set(contestant.name, await checkAnswers(contestant));
  return {
    contestants,
    ledgers,
    checkedOf: ({ name }) => checked.get(name) ?? new Map(),
    takeCalls: async () => (await callsOf(subgraphs.url)).count,
    [Symbol.asyncDispose]: end,
  };
}

async function startOurs(
  { folder, data, core }: MeshOptions,
  subgraphsUrl: string,
  server: BenchServer,
  ledgers: Map<string, string>,
  keep: Keep,
): Promise<readonly Contestant[]> {
  const snapshotFile = await writeSnapshot(data, folder);
  const started: Contestant[] = [];
  for (const labelling of LABELLINGS) {
    const { serviceUrl, loaderUrl } = await server.makeLedger(labelling);
    const contestant = await startChancery(
      labelling,
      {
        subgraphsUrl: `${subgraphsUrl}/${labelling}`,
        ledgerUrl: serviceUrl,
        snapshotFile,
        issuerFolder: join(folder, 'issuer'),
        atOnceMax: AT_ONCE_MAX,
      },
      core,
      server.pid,
    );
    keep(() => contestant.served.stop());
    ledgers.set(contestant.name, loaderUrl);
    started.push(contestant);
  }
  return started;
}

async function startPeers(
  folder: string,
  subgraphsUrl: string,
  core: number | null,
  keep: Keep,
): Promise<readonly Contestant[]> {
  installPeers(folder);
  const started: Contestant[] = [];
  for (const { start } of peers({ folder, subgraphsUrl: `${subgraphsUrl}/plain`, core })) {
    const contestant = await start();
    if (contestant === null) continue;
    keep(() => contestant.served.stop());
    started.push(contestant);
  }
  return started;
}

/** Each answer waits a while, so that calls that go out together are told from calls that follow one another. */
const SLOWLY = '/calls/slowly';

async function callsOf(
  url: string,
  path = '/calls',
): Promise<{ readonly count: number; readonly calls: readonly RecordedCall[] }> {
  return (await fetch(`${url}${path}`)).json() as Promise<{ count: number; calls: RecordedCall[] }>;
}

/** The calls of our gateway, which withholds nothing of these, for one request of each query, once it is warm. */
async function recordWaves([open]: readonly Contestant[], url: string): Promise<ReadonlyMap<string, FloorQuery>> {
  if (open === undefined) throw new RangeError('nobody to record');
  const recorded = new Map<string, FloorQuery>();
  for (const query of QUERY_NAMES) {
    await askOnce(askedOf(open, query));
    await callsOf(url, SLOWLY);
    const { body } = await askOnce(askedOf(open, query));
    recorded.set(query, { waves: wavesOf((await callsOf(url)).calls), answer: { data: dataOf(body) } });
  }
  return recorded;
}
