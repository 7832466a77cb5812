import { readFileSync } from 'node:fs';
import type { Instant } from '@chancery/shared/clock';
import { parseLawSeed, seedActs, seedFacts } from '@chancery/shared/snapshot/seed-content';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';

const data = (file: string): string => readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8');

const seed = parseLawSeed(JSON.parse(data('law/acts.json')));

/** The facts that `npm start` begins with: one for each post of the register. */
export const seededFacts = (): readonly Fact[] => seedFacts(data('missions.csv'), seed);

/** The acts that `npm start` begins with, as if it had started at `now`. */
export const actsOfTheDay = (now: Instant): readonly Act[] => seedActs(seed, now);

const iso = (instant: Instant): string => new Date(instant).toISOString();
const HOUR_MS = 3_600_000;

function actOfHead(kind: 'CONSENT' | 'CONSENT_REFUSAL', mission: string, office: string, now: Instant): Act {
  return {
    id: `act_test_${kind.toLowerCase()}_${mission.toLowerCase()}`,
    v: 1,
    kind,
    by: { represents: 'USA', office },
    to: { represents: 'DEU', agencies: ['*'] },
    scope: { missions: [mission], keys: [], persons: [], categories: ['PREMISES_RESCUE'] },
    from: iso(now - HOUR_MS),
    until: iso(now + HOUR_MS),
    written: true,
    ref: null,
    revokedAt: null,
  };
}

/** Consent of the head of a diplomatic mission to what rescue needs, and to nothing more (VCDR 22(1)). */
export const consentOfHead = (mission: string, now: Instant): Act =>
  actOfHead('CONSENT', mission, 'HEAD_OF_MISSION', now);

/** Express refusal of the head of a consular post, against which consent may not be assumed (VCCR 31(2)). */
export const refusalOfHead = (mission: string, now: Instant): Act =>
  actOfHead('CONSENT_REFUSAL', mission, 'HEAD_OF_POST', now);

/** Release of a British record, by its scope key, to the agencies of the United States. */
export const releaseOf = (key: string, from: Instant): Act => ({
  id: `act_test_release_${key}`,
  v: 1,
  kind: 'RELEASE',
  by: { represents: 'GBR', office: 'ORIGINATOR' },
  to: { represents: 'USA', agencies: ['*'] },
  scope: { missions: [], keys: [key], persons: [], categories: ['EXISTENCE', 'THREAT', 'INTEL_REPORT'] },
  from: iso(from),
  until: iso(from + HOUR_MS),
  written: true,
  ref: null,
  revokedAt: null,
});
