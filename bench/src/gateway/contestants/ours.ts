import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { serveApart } from '../processes.js';
import type { Labelling } from '../world/handlings.js';
import { QUERIES, QUERY_NAMES } from '../world/queries.js';
import type { RecordedCall } from '../world/recorder.js';
import type { ChanceryOptions } from './chancery-process.js';
import type { Contestant } from './contestant.js';
import type { FloorCall, FloorQuery, FloorScript } from './floor-process.js';

const script = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Whoever asks in the bench: a police service, which holds rank 1. */
const PERSONA = 'deu.police';
const PURPOSE = 'THREAT_PREVENTION';

/** As `scripts/start/processes.mjs` starts it (ADR 0065, ADR 0117). */
const HEAP = [
  '--min-semi-space-size=32',
  '--max-semi-space-size=64',
  '--heap-growing-percent=100',
  '--no-memory-reducer',
];

/** Starts our gateway over the subgraphs of one labelling. */
export async function startChancery(
  labelling: Labelling,
  options: ChanceryOptions,
  core: number | null,
  serverPid: number,
): Promise<Contestant> {
  const args = [...HEAP, script('chancery-process.js'), JSON.stringify(options)];
  const served = await serveApart({ command: process.execPath, args, core });
  const token = openDevelopmentIssuer(options.issuerFolder).mint(PERSONA, { purpose: PURPOSE, now: Date.now() });
  return {
    name: labelling === 'open' ? 'Chancery, nothing withheld' : 'Chancery, a tenth withheld',
    served,
    headers: { authorization: `Bearer ${token}` },
    withholds: labelling === 'tenth',
    helperPid: serverPid,
  };
}

/** What our gateway called for one request, wave by wave. */
export const wavesOf = (calls: readonly RecordedCall[]): FloorQuery['waves'] => {
  const waves: FloorCall[][] = [];
  for (const { wave, path, body } of calls) {
    waves[wave - 1] ??= [];
    waves[wave - 1]?.push({ path, body });
  }
  return waves;
};

/** Starts the floor: it makes those calls and writes those answers. */
export async function startFloor(
  folder: string,
  origin: string,
  recorded: ReadonlyMap<string, FloorQuery>,
  core: number | null,
): Promise<Contestant> {
  const queries = Object.fromEntries(QUERY_NAMES.map((name) => [QUERIES[name], recorded.get(name) ?? NOTHING]));
  const file = join(folder, 'floor.json');
  writeFileSync(file, JSON.stringify({ origin, queries } satisfies FloorScript));
  const args = [script('floor-process.js'), file];
  const served = await serveApart({ command: process.execPath, args, core });
  return { name: 'Node floor', served, headers: {}, withholds: false, helperPid: null };
}

const NOTHING: FloorQuery = { waves: [], answer: null };
