import type { Act } from '@chancery/shared/snapshot/snapshot';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

const RULE = 'ACT-FORM';

/** What a later version may not change: who did what to whom. A different act is another act. */
function isSame(before: Act, after: Act): boolean {
  return (
    before.kind === after.kind &&
    before.by.represents === after.by.represents &&
    before.by.office === after.by.office &&
    before.to.represents === after.to.represents
  );
}

const within = (after: readonly string[], before: readonly string[]): boolean =>
  before.includes('*') || after.every((each) => before.includes(each));

/** Whether a later version reaches nobody and nothing that the earlier did not: a waiver for Mr A is none for Ms B. */
function isNoWider(before: Act, after: Act): boolean {
  const { missions, keys, persons, categories } = after.scope;
  const named =
    within(missions, before.scope.missions) &&
    within(keys, before.scope.keys) &&
    within(persons, before.scope.persons) &&
    within(categories, before.scope.categories) &&
    within(after.to.agencies, before.to.agencies);
  const endOf = ({ until }: Act): number => (until === null ? Number.POSITIVE_INFINITY : Date.parse(until));
  return named && Date.parse(after.from) >= Date.parse(before.from) && endOf(after) <= endOf(before);
}

/** Whether one act may follow another as its next version: revoked once, it stays revoked. */
export function checkRevision(before: Act, after: Act): Verdict {
  if (before.id !== after.id) return refused(RULE, `\`${after.id}\` is not a version of \`${before.id}\``);
  if (after.v !== before.v + 1) return refused(RULE, `version \`${after.v}\` does not follow \`${before.v}\``);
  if (!isSame(before, after)) return refused(RULE, 'kind, issuer and addressee of an act do not change');
  if (!isNoWider(before, after)) return refused(RULE, 'a later version reaches no further and lasts no longer');
  if (before.revokedAt !== null && after.revokedAt !== before.revokedAt) {
    return refused(RULE, 'a revocation is not taken back: a new act is needed');
  }
  if (after.revokedAt !== null && Date.parse(after.revokedAt) < Date.parse(after.from)) {
    return refused(RULE, 'an act is not revoked before it begins');
  }
  return ACCEPTED;
}
