import { parseHandlingNumber } from '@chancery/shared/brands';
import { NEVER, startOfDay } from '@chancery/shared/calendar';
import type { Fact } from '@chancery/shared/snapshot/snapshot';
import { loadByKey } from '@chancery/shared/subgraph/links/load-by-key';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { threatActors } from '../threats/threat-actor.js';
import { filterOf, NOTHING } from './filter-of-terms.js';
import type { WatchedKind } from './match-kinds.js';
import type { StandingRequirement } from './standing-requirement.js';
import { TERM_KINDS } from './terms.js';

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
    missions: (keys) => missionsOf(context, keys),
    missionsIn: (regions) => missionsOf(context, postsIn(context, regions)),
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

/** Posts that stand in one of some States at the moment, by their keys in the register. */
function postsIn({ viewer: { view, now } }: CallContext, regions: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(regions);
  const holds = ({ from, until }: Fact): boolean =>
    startOfDay(from) <= now && now < (until === null ? NEVER : startOfDay(until));
  return new Set(view.snapshot.facts.flatMap((fact) => (wanted.has(fact.receiving) && holds(fact) ? [fact.m] : [])));
}

/** Ids of posts by their keys, as far as they are there for the viewer. */
async function missionsOf(context: CallContext, keys: Iterable<string>): Promise<readonly string[]> {
  const text = 'select t.id from mission_ref t where t.key = any($1::text[])';
  const rows = await context.read((manager) => manager.query<{ id: string }[]>(text, [[...keys]]));
  return rows.map(({ id }) => id);
}

/** Ids of actors by their readable keys, as far as these may be read. */
async function actorsOf(context: CallContext, references: readonly string[]): Promise<readonly string[]> {
  const spec = threatActors.listed.specNamed('StandingRequirement.actors');
  const found = await Promise.all(references.map((reference) => loadByKey(context, spec, 'reference', reference)));
  return found.flatMap((actor) => (actor === null ? [] : [actor.id]));
}
