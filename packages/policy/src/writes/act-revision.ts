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

/** Whether one act may follow another as its next version: revoked once, it stays revoked. */
export function checkRevision(before: Act, after: Act): Verdict {
  if (before.id !== after.id) return refused(RULE, `\`${after.id}\` is not a version of \`${before.id}\``);
  if (after.v !== before.v + 1) return refused(RULE, `version \`${after.v}\` does not follow \`${before.v}\``);
  if (!isSame(before, after)) return refused(RULE, 'kind, issuer and addressee of an act do not change');
  if (before.revokedAt !== null && after.revokedAt !== before.revokedAt) {
    return refused(RULE, 'a revocation is not taken back: a new act is needed');
  }
  if (after.revokedAt !== null && Date.parse(after.revokedAt) < Date.parse(after.from)) {
    return refused(RULE, 'an act is not revoked before it begins');
  }
  return ACCEPTED;
}
