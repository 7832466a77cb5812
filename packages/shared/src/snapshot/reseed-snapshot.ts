import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Instant } from '../clock.js';
import { parseSnapshot, sealSnapshot } from './parse-snapshot.js';
import { publishSnapshot } from './publish-snapshot.js';
import { parseLawSeed, seedActs, seedFacts, withoutExercise } from './seed-content.js';
import type { Snapshot } from './snapshot.js';

/** Makes the snapshot of a seed at a start time; its number follows that of the one it replaces. */
export async function reseedSnapshot(
  missionsPath: string,
  lawPath: string,
  outPath: string,
  start: Instant,
  { exercise }: { readonly exercise: boolean },
): Promise<Snapshot> {
  const whole = parseLawSeed(JSON.parse(await readFile(lawPath, 'utf8')));
  const seed = exercise ? whole : withoutExercise(whole);
  const facts = seedFacts(await readFile(missionsPath, 'utf8'), seed);
  const number = (await numberAt(outPath)) + 1;
  const snapshot = parseSnapshot(sealSnapshot({ number, facts, acts: seedActs(seed, start) }));
  await publishSnapshot(outPath, snapshot);
  return snapshot;
}

async function numberAt(path: string): Promise<number> {
  return existsSync(path) ? parseSnapshot(JSON.parse(await readFile(path, 'utf8'))).number : 0;
}
