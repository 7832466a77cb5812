import { ClientError } from '../errors.js';
import { PURPOSES, type Purpose } from '../vocabulary.js';
import type { Clearance } from './subject.js';
import type { TokenClaims } from './token-claims.js';
import type { TrustAgreement } from './trust-agreement.js';

type Attributes = TokenClaims['chancery'];

export interface ClippedAttributes {
  readonly clearances: readonly Clearance[];
  readonly compartments: readonly string[];
  readonly purposes: readonly Purpose[];
  /** What was taken away, for the ledger. */
  readonly clipped: readonly string[];
}

/**
 * Takes away what the agreement does not cover. Only attributes that can but open are clipped (rank, compartments,
 * purposes): cutting `USA, RUS` down to `USA` would pass a label for nationals only, so any other excess refuses.
 */
export function clipAttributes(attributes: Attributes, agreement: TrustAgreement): ClippedAttributes {
  const clipped: string[] = [];
  const compartments = keep(attributes.compartments, agreement.compartments, 'compartments', clipped);
  const purposes = keep(attributes.purposes, agreement.purposes, 'purposes', clipped);
  return {
    clearances: clipClearances(attributes.clearances, agreement, clipped),
    compartments,
    purposes: PURPOSES.filter((purpose) => purposes.includes(purpose)),
    clipped,
  };
}

/** Refuses a token whose issuer speaks for somebody that its agreement does not name. */
export function refuseExcess(attributes: Attributes, agreement: TrustAgreement): void {
  const { represents, agency, nationalities } = attributes;
  if (represents !== agreement.represents) refuse('represents', represents);
  const kind = agreement.agencies.get(agency);
  if (kind === undefined) refuse('agency', agency);
  // The staff of an organisation are nationals of many States; those of a State's agency, of that State alone.
  if (kind === 'ORGANISATION') return;
  const foreign = nationalities.find((nationality) => nationality !== represents);
  if (foreign !== undefined) refuse('nationalities', foreign);
}

function refuse(claim: string, value: string): never {
  throw new ClientError('TOKEN_MALFORMED', `claim \`chancery.${claim}\` goes beyond the agreement: \`${value}\``);
}

function keep(values: readonly string[], agreed: ReadonlySet<string>, claim: string, clipped: string[]): string[] {
  return [...new Set(values)].sort().filter((value) => {
    if (agreed.has(value)) return true;
    clipped.push(`${claim}.${value}`);
    return false;
  });
}

function clipClearances(held: Attributes['clearances'], agreement: TrustAgreement, clipped: string[]): Clearance[] {
  const clearances: Clearance[] = [];
  for (const { policy, rank, briefedAt, ndaAt, until } of held) {
    const ceiling = agreement.ceiling.get(policy);
    // A clearance that does not say when it ends is not one that never ends.
    if (ceiling === undefined || until === undefined) {
      clipped.push(`clearances.${policy}`);
      continue;
    }
    const isAbove = rank > ceiling;
    if (isAbove) clipped.push(`clearances.${policy}:${rank}`);
    clearances.push({ policy, rank: isAbove ? ceiling : rank, briefedAt, ndaAt, until });
  }
  return clearances.sort((a, b) => (a.policy < b.policy ? -1 : 1));
}
