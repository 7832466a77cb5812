import { parseLawSeed, seedFacts, withoutExercise } from '@chancery/shared/snapshot/seed-content';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { type Seed, textOf } from '@chancery/shared/subgraph/import/seed';
import { seedFactsOfLaw } from '../law/seed-law.js';

/** Loads the facts of the register of posts; tells how many there are. */
export async function loadFacts(client: ImportClient, seed: Seed, exercise: boolean): Promise<number> {
  const law = parseLawSeed(JSON.parse(textOf(seed, 'law/acts.json')));
  const facts = seedFacts(textOf(seed, 'missions.csv'), exercise ? law : withoutExercise(law));
  await seedFactsOfLaw(client, facts);
  return facts.length;
}
