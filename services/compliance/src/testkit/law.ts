import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { groupsOf } from '@chancery/shared/memberships';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { parseLawSeed, seedActs } from '@chancery/shared/snapshot/seed-content';
import type { Fact, Snapshot } from '@chancery/shared/snapshot/snapshot';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Purpose } from '@chancery/shared/vocabulary';

export const NOW = Date.parse('2026-09-21T12:00:00Z');

/** Folder of the project's data. */
export const DATA_FOLDER = fileURLToPath(new URL('../../../../data', import.meta.url));

/** Keys of the first posts that exercises are hung on. */
export function exercisePosts(count: number): string[] {
  const keys: string[] = JSON.parse(readFileSync(join(DATA_FOLDER, 'synthetic-posts.json'), 'utf8'));
  return keys.slice(0, count);
}

/** The law of the demonstration at its posts in Germany. */
export function seededSnapshot(): Snapshot {
  const seed = parseLawSeed(JSON.parse(readFileSync(join(DATA_FOLDER, 'law/acts.json'), 'utf8')));
  const fact = (m: string, regime: Fact['regime']): Fact => ({
    m,
    sending: 'USA',
    receiving: 'DEU',
    regime,
    legalStatus: 'ESTABLISHED',
    protectingPower: null,
    from: '2022-11-16',
    until: null,
  });
  const facts = [fact('Q875787', 'VCDR'), fact('Q470042', 'VCCR')];
  return sealSnapshot({ number: 1, facts, acts: seedActs(seed, NOW) });
}

/** A profile of a persona of the demonstration, for the first of its purposes unless another is named. */
export function profileOf(persona: string, purpose?: Purpose): Profile {
  const found = PERSONAS.find(({ id }) => id === persona);
  const asked = purpose ?? found?.purposes[0];
  if (found === undefined || asked === undefined) throw new Error(`no persona ${persona}`);
  const { represents, agency, kind, nationalities, clearances, compartments } = found;
  const groups = groupsOf(represents, NOW);
  const id = 'a:00000000000000aa';
  const subject = { id, represents, agency, kind, nationalities, clearances, compartments, groups };
  return { subject, purpose: asked, caseId: null };
}
