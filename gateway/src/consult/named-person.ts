import type { PolicyEngine } from '@chancery/policy/engine';
import { ClientError } from '@chancery/shared/errors';
import { requestHandling } from '@chancery/shared/labels/audit-handling';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { findBearer } from '@chancery/shared/subjects/pseudonym';
import type { TrustStore } from '@chancery/shared/subjects/trust-store';
import type { PersonArguments } from '../stages/execute/consulted.js';
import type { Asking } from '../stages/identify/identify.js';
import { CONSULT } from '../stages/limit/limits.js';

/** With what a pseudonym is resolved. */
export interface Resolving {
  readonly policy: PolicyEngine;
  readonly trust: Pick<TrustStore, 'agreements' | 'pseudonymKey'>;
}

/**
 * Who bears a pseudonym of the ledger, among those whom the oversight of their State names: it cannot be turned round, only tried. Null of nobody among them, of
 * another State's issuer and for whoever may not ask alike.
 */
export function namedPerson(
  { pseudonym, issuer, subjects }: PersonArguments,
  { profile, view, now }: Asking,
  { policy, trust }: Resolving,
): object | null {
  if (subjects.length > CONSULT.namesMax) {
    const message = `\`subjects\`: at most ${CONSULT.namesMax} are tried at once`;
    throw new ClientError('INPUT_INVALID', message, 'subjects');
  }
  const { agency, represents } = profile.subject;
  const told = parseHandling(requestHandling(agency));
  const isOversight = (['EXISTENCE', 'AUDIT'] as const).every(
    (category) => policy.decide(profile, category, told, 'read', view, now).effect === 'allow',
  );
  const isOwn = trust.agreements().some((each) => each.issuer === issuer && each.represents === represents);
  if (!isOversight || !isOwn) return null;
  const subject = findBearer(pseudonym, { issuer, subs: subjects }, trust.pseudonymKey);
  return subject === null ? null : { pseudonym, issuer, subject };
}
