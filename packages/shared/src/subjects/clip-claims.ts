import { ClientError } from '../errors.js';
import { type ClipReason, PURPOSES, type Purpose } from '../vocabulary.js';
import type { Clearance } from './subject.js';
import type { TokenClaims } from './token-claims.js';
import type { TrustAgreement } from './trust-agreement.js';

type Attributes = TokenClaims['chancery'];

/** A claim that was taken away, or cut, and why. */
export interface ClippedClaim {
  /** `purposes.ARREST`, or `clearances.USA:4` with the rank that was claimed. */
  readonly claim: string;
  readonly reason: ClipReason;
}

export interface ClippedAttributes {
  readonly clearances: readonly Clearance[];
  readonly compartments: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly clipped: readonly ClippedClaim[];
}

/**
 * Takes away what the agreement does not cover. Only attributes that can but open are clipped (rank, compartments,
 * purposes): cutting `USA, RUS` down to `USA` would pass a label for nationals only, so any other excess refuses.
 */
export function clipAttributes(attributes: Attributes, agreement: TrustAgreement): ClippedAttributes {
  const clipped: ClippedClaim[] = [];
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

function keep(
  values: readonly string[],
  agreed: ReadonlySet<string>,
  claim: string,
  clipped: ClippedClaim[],
): string[] {
  return [...new Set(values)].sort().filter((value) => {
    if (agreed.has(value)) return true;
    clipped.push({ claim: `${claim}.${value}`, reason: 'NOT_AGREED' });
    return false;
  });
}

function clipClearances(
  held: Attributes['clearances'],
  agreement: TrustAgreement,
  clipped: ClippedClaim[],
): Clearance[] {
  const clearances: Clearance[] = [];
  for (const { policy, rank, briefedAt, ndaAt, until } of held) {
    const ceiling = agreement.ceiling.get(policy);
    const clip = (claim: string, reason: ClipReason): unknown => clipped.push({ claim: `clearances.${claim}`, reason });
    if (ceiling === undefined) {
      clip(policy, 'NOT_AGREED');
      continue;
    }
    // A clearance that does not say when it ends is not one that never ends.
    if (until === undefined) {
      clip(policy, 'END_NOT_SAID');
      continue;
    }
    const isAbove = rank > ceiling;
    if (isAbove) clip(`${policy}:${rank}`, 'ABOVE_CEILING');
    clearances.push({ policy, rank: isAbove ? ceiling : rank, briefedAt, ndaAt, until });
  }
  return clearances.sort((a, b) => (a.policy < b.policy ? -1 : 1));
}
