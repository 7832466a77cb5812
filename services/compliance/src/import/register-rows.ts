import type { LawSeed } from '@chancery/shared/snapshot/seed-content';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { PartyStatus } from '../register/party-status.js';
import type { UseOfForcePolicy } from '../register/use-of-force-policy.js';
import { PUBLISHED } from './published.js';
import { reservationOf } from './reservations.js';

const published = { handling: PUBLISHED, synthetic: false } as const;

/** Who is bound by which instrument, as the acts of the seed say it. */
export function partyRows(acts: readonly Act[], seed: LawSeed): ImportedRow<PartyStatus>[] {
  const notes = new Map(seed.acts.map(({ id, note }) => [id, note]));
  return acts
    .filter(({ kind }) => kind === 'PARTY_STATUS')
    .map(({ id, by, scope, from, until }) => ({
      ...published,
      reference: id,
      instrument: scope.keys[0] ?? '',
      party: by.represents,
      boundFrom: from.slice(0, 10),
      boundUntil: until?.slice(0, 10) ?? null,
      reservations: reservationOf(scope.keys[0] ?? '', by.represents),
      source: notes.get(id) ?? '',
    }));
}

/** Principles on the use of force, in our own words. */
export function forceRows(): ImportedRow<UseOfForcePolicy>[] {
  return [
    {
      ...published,
      reference: 'UF-HOST-OUTSIDE',
      place: 'OUTSIDE_PREMISES',
      authority: 'Police of the receiving State',
      principle: 'Other means come first; force is no more than the aim needs, and arms answer a danger to life alone.',
      legalBasis: 'UN Basic Principles 1990, 4, 5 and 9 (from memory, wants a lawyer); VCDR 22(2)',
    },
    {
      ...published,
      reference: 'UF-HOST-INSIDE',
      place: 'INSIDE_PREMISES',
      authority: 'Police of the receiving State',
      principle: 'They enter with the consent of the head of the mission; without it they do not.',
      legalBasis: 'VCDR 22(1)',
    },
    {
      ...published,
      reference: 'UF-GUARD-INSIDE',
      place: 'INSIDE_PREMISES',
      authority: 'Guards of the sending State',
      principle: 'They protect life on the premises, and respect the law of the host while they do.',
      legalBasis: 'VCDR 41(1); the Convention itself sets no rule on force',
    },
  ];
}
