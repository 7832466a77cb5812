import { factsOfPost } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import type { Fact } from '@chancery/shared/snapshot/snapshot';
import type { Making } from '@chancery/shared/subgraph/writing/create-record';

/** The relations of the post that a record is about, as the register has them for whoever makes it. */
const relations = ({ viewer: { profile, view, now }, post }: Making): readonly Fact[] =>
  factsOfPost(profile, post, { view, now });

/** The State that receives the post. Throws INPUT_INVALID of one that is accredited to several: which of them is meant nobody says. */
export function receivingState(making: Making): string {
  const [only, ...others] = new Set(relations(making).map(({ receiving }) => receiving));
  if (only !== undefined && others.length === 0) return only;
  throw new ClientError('INPUT_INVALID', 'the post is accredited to several States', 'input.mission');
}

/** The States on the other side: those that receive the post for its own State, and its own for those. */
export function otherSides(making: Making): readonly string[] {
  const { represents } = making.viewer.profile.subject;
  const states = relations(making).flatMap(({ sending, receiving }) => [sending, receiving]);
  return [...new Set(states)].filter((state) => state !== represents);
}
