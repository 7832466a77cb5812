import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Instant } from '../clock.js';
import { parseSnapshot, sealSnapshot } from './parse-snapshot.js';
import { publishSnapshot } from './publish-snapshot.js';
import { parseLawSeed, seedActs, seedFacts, withoutExercise } from './seed-content.js';
import type { Snapshot } from './snapshot.js';

/** How a snapshot is made of a seed. */
export interface ReseedOptions {
  readonly exercise: boolean;
  /** The number of a snapshot, above that of the one it replaces; left out, the next. */
  readonly drawNumber?: (digest: string, above: number) => Promise<number>;
}

/** Makes the snapshot of a seed at a start time; its number goes up. */
export async function reseedSnapshot(
  missionsPath: string,
  lawPath: string,
  outPath: string,
  start: Instant,
  { exercise, drawNumber = async (_, above) => above + 1 }: ReseedOptions,
): Promise<Snapshot> {
  const whole = parseLawSeed(JSON.parse(await readFile(lawPath, 'utf8')));
  const seed = exercise ? whole : withoutExercise(whole);
  const facts = seedFacts(await readFile(missionsPath, 'utf8'), seed);
  const above = await numberAt(outPath);
  const sealed = sealSnapshot({ number: above + 1, facts, acts: seedActs(seed, start) });
  const snapshot = parseSnapshot({ ...sealed, number: await drawNumber(sealed.digest, above) });
  await publishSnapshot(outPath, snapshot);
  return snapshot;
}

async function numberAt(path: string): Promise<number> {
  return existsSync(path) ? parseSnapshot(JSON.parse(await readFile(path, 'utf8'))).number : 0;
}
