import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from '../../data-folder.js';
import { parseLawSeed, seedActs } from '../../snapshot/seed-content.js';
import type { Act, Fact } from '../../snapshot/snapshot.js';
import { NOW } from './persona-profile.js';

/** The embassy and the consulate general of the demonstration, of one State in one State. */
export const EMBASSY = 'Q875787';
export const CONSULATE = 'Q470042';

const factOf = (m: string, regime: Fact['regime']): Fact => ({
  m,
  sending: 'USA',
  receiving: 'DEU',
  regime,
  legalStatus: 'ESTABLISHED',
  protectingPower: null,
  from: '2022-11-16',
  until: null,
});

/** What stands of the two posts. */
export const DEMO_FACTS: readonly Fact[] = [factOf(EMBASSY, 'VCDR'), factOf(CONSULATE, 'VCCR')];

/** The law of the demonstration at the two posts. */
export function demoLaw(): { facts: Fact[]; acts: Act[] } {
  const seed = parseLawSeed(JSON.parse(readFileSync(join(DATA_FOLDER, 'law/acts.json'), 'utf8')));
  return { facts: [...DEMO_FACTS], acts: seedActs(seed, NOW) };
}
