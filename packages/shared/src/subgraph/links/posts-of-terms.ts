import { NEVER, startOfDay } from '../../calendar.js';
import type { Fact } from '../../snapshot/snapshot.js';
import type { CallContext } from '../reading/call-context.js';

/** Ids of posts by their keys, as far as they are there for the viewer. */
export async function postsByKey(context: CallContext, keys: Iterable<string>): Promise<readonly string[]> {
  const text = 'select t.id from mission_ref t where t.key = any($1::text[])';
  const rows = await context.read((manager) => manager.query<{ id: string }[]>(text, [[...keys]]));
  return rows.map(({ id }) => id);
}

/** The same of posts that stand in one of some States at the moment. */
export function postsIn(context: CallContext, regions: readonly string[]): Promise<readonly string[]> {
  const { view, now } = context.viewer;
  const wanted = new Set(regions);
  const holds = ({ from, until }: Fact): boolean =>
    startOfDay(from) <= now && now < (until === null ? NEVER : startOfDay(until));
  const keys = view.snapshot.facts.flatMap((fact) => (wanted.has(fact.receiving) && holds(fact) ? [fact.m] : []));
  return postsByKey(context, new Set(keys));
}
