import { factsOfPost } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import { ClientError } from '@chancery/shared/errors';
import type { Fact } from '@chancery/shared/snapshot/snapshot';
import type { Making } from '@chancery/shared/subgraph/writing/create-record';

/** By then it is tomorrow at UTC+14. */
const AHEAD_MAX_MS = 14 * 60 * 60 * 1000;

/** What happened has happened. Throws INPUT_INVALID. */
export function checkDay(occurredOn: string, now: Instant): void {
  const latest = dayOf(now + AHEAD_MAX_MS);
  if (occurredOn > latest) {
    throw new ClientError('INPUT_INVALID', `\`occurredOn\` \`${occurredOn}\` has not come yet`, 'input.occurredOn');
  }
}

/** The relation in which it happened, as the register has it: who reports chooses at most among its States. Throws INPUT_INVALID. */
export function relationOf(
  { viewer: { profile, view, now }, post }: Making,
  receivingState: string | null,
): Pick<Fact, 'sending' | 'receiving'> {
  const facts = factsOfPost(profile, post, { view, now });
  const meant = receivingState === null ? facts : facts.filter(({ receiving }) => receiving === receivingState);
  const [only, ...others] = meant;
  if (only !== undefined && others.length === 0) return only;
  const message =
    receivingState === null
      ? '`receivingState` is needed: this post is accredited to several States'
      : `\`receivingState\` \`${receivingState}\` does not receive this post`;
  throw new ClientError('INPUT_INVALID', message, 'input.receivingState');
}
