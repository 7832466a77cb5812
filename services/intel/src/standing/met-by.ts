import { parseHandlingNumber } from '@chancery/shared/brands';
import { filterOf, NOTHING, TERM_KINDS } from '@chancery/shared/subgraph/aggregate/filter-of-terms';
import { loadByKey } from '@chancery/shared/subgraph/links/load-by-key';
import { postsByKey, postsIn } from '@chancery/shared/subgraph/links/posts-of-terms';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { threatActors } from '../threats/threat-actor.js';
import type { WatchedKind } from './match-kinds.js';
import type { StandingRequirement } from './standing-requirement.js';

/**
 * What a record of a kind must pass to meet a requirement, as a filter: so a term is met by what its reader may read of a record, and of
 * what it leads to, and by nothing else. Nothing meets one that is withdrawn, of no use any more, or whose terms may not be read.
 */
export async function metBy(
  context: CallContext,
  requirement: StandingRequirement,
  kind: WatchedKind,
): Promise<object> {
  if (!isInForce(context, requirement)) return NOTHING;
  return filterOf(requirement, kind, {
    missions: (keys) => postsByKey(context, keys),
    missionsIn: (regions) => postsIn(context, regions),
    actors: (references) => actorsOf(context, references),
  });
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
