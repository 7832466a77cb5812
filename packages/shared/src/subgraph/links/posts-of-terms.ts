import { NEVER, startOfDay } from '../../calendar.js';
import type { Instant } from '../../clock.js';
import type { Fact } from '../../snapshot/snapshot.js';
import type { CallContext } from '../reading/call-context.js';

/** Finds ids of posts by their keys, as far as they are there for the viewer. */
export type PostsByKey = (context: CallContext, keys: readonly string[]) => Promise<readonly string[]>;

/** The same where posts are another service's, of which it has told. */
export async function postsByKey(context: CallContext, keys: readonly string[]): Promise<readonly string[]> {
  const text = 'select t.id from mission_ref t where t.key = any($1::text[])';
  const rows = await context.read((manager) => manager.query<{ id: string }[]>(text, [keys]));
  return rows.map(({ id }) => id);
}

/** Ids of posts that terms name, and of those in States that they name. */
export interface PostsOfTerms {
  missions(keys: readonly string[]): Promise<readonly string[]>;
  missionsIn(regions: readonly string[]): Promise<readonly string[]>;
}

/** Posts by the terms that name them: the same for every kind of record of a call, and so found once. */
export function postsOfTerms(context: CallContext, byKey: PostsByKey): PostsOfTerms {
  const once = (name: string, find: (terms: readonly string[]) => Promise<readonly string[]>) => {
    const found = context.loader<string, readonly string[]>(name, (all) =>
      Promise.all(all.map((terms) => find(JSON.parse(terms)))),
    );
    return (terms: readonly string[]) => found.load(JSON.stringify(terms));
  };
  return {
    missions: once('posts of terms', (keys) => byKey(context, keys)),
    missionsIn: once('posts in regions', (regions) => postsIn(context, regions, byKey)),
  };
}

/** Posts that stand in one of some States at the moment. */
function postsIn(context: CallContext, regions: readonly string[], byKey: PostsByKey): Promise<readonly string[]> {
  const { view, now } = context.viewer;
  const wanted = new Set(regions);
  const holds = (fact: Fact): boolean => fromOf(fact) <= now && now < untilOf(fact);
  const keys = view.snapshot.facts.flatMap((fact) => (wanted.has(fact.receiving) && holds(fact) ? [fact.m] : []));
  return byKey(context, [...new Set(keys)]);
}

/** Until when these are the same posts, by the facts that are known. */
export function postsHoldUntil({ viewer: { view, now } }: CallContext, regions: readonly string[]): Instant {
  const wanted = new Set(regions);
  const dates = view.snapshot.facts.flatMap((fact) =>
    wanted.has(fact.receiving) ? [fromOf(fact), untilOf(fact)] : [],
  );
  return dates.reduce((earliest, date) => (date > now ? Math.min(earliest, date) : earliest), NEVER);
}

const fromOf = ({ from }: Fact): Instant => startOfDay(from);
const untilOf = ({ until }: Fact): Instant => (until === null ? NEVER : startOfDay(until));
