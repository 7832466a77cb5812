import { parseHandlingNumber } from '@chancery/shared/brands';
import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import { filterOf, NOTHING, TERM_KINDS, type TermFields } from '@chancery/shared/subgraph/aggregate/filter-of-terms';
import { loadByKey } from '@chancery/shared/subgraph/links/load-by-key';
import { postsByKey, postsHoldUntil, postsOfTerms } from '@chancery/shared/subgraph/links/posts-of-terms';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { threatActors } from '../threats/threat-actor.js';
import type { StandingRequirement } from './standing-requirement.js';

/**
 * What a record of a kind must pass to meet a requirement, as a filter: so a term is met by what its reader may read of a record, and of
 * what it leads to, and by nothing else. Nothing meets one that is withdrawn, of no use any more, or whose terms may not be read.
 */
export async function metBy(context: CallContext, requirement: StandingRequirement, kind: TermFields): Promise<object> {
  if (!isInForce(context, requirement)) return NOTHING;
  return filterOf(requirement, kind, {
    ...postsOfTerms(context, postsByKey),
    actors: (references) => actorsOf(context, references),
  });
}

/** Until when it asks for the same: then it is of no use any more, or its States have other posts. */
export function holdsUntil(context: CallContext, { ltiov, regions }: StandingRequirement): Instant {
  const ends = ltiov === null || ltiov.getTime() <= context.viewer.now ? NEVER : ltiov.getTime();
  return Math.min(ends, postsHoldUntil(context, regions ?? []));
}

function isInForce({ viewer, masks }: CallContext, { status, ltiov, handling }: StandingRequirement): boolean {
  const under = parseHandlingNumber(handling);
  const read = [...TERM_KINDS, 'status', 'ltiov'].every((field) =>
    masks.mayRead(`StandingRequirement.${field}`, under),
  );
  return read && status === 'IN_FORCE' && (ltiov === null || ltiov.getTime() > viewer.now);
}

/** Ids of actors by their readable keys, as far as these may be read. */
async function actorsOf(context: CallContext, references: readonly string[]): Promise<readonly string[]> {
  const spec = threatActors.listed.specNamed('StandingRequirement.actors');
  const found = await Promise.all(references.map((reference) => loadByKey(context, spec, 'reference', reference)));
  return found.flatMap((actor) => (actor === null ? [] : [actor.id]));
}
