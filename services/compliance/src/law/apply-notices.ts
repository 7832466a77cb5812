import type { Fact } from '@chancery/shared/snapshot/snapshot';

/**
 * Facts once what was recorded since is known, in the order in which it was recorded: in one relation of a post the new standing holds from its first day on, and
 * what stood before ends there. What was to come after that day is replaced with it.
 */
export function applyNotices(facts: readonly Fact[], noticed: readonly Fact[]): readonly Fact[] {
  if (noticed.length === 0) return facts;
  const touched = new Set(noticed.map(({ m }) => m));
  const byPost = new Map<string, Fact[]>();
  for (const fact of facts.filter(({ m }) => touched.has(m))) byPost.set(fact.m, [...(byPost.get(fact.m) ?? []), fact]);
  for (const notice of noticed) byPost.set(notice.m, afterNotice(byPost.get(notice.m) ?? [], notice));
  return [...facts.filter(({ m }) => !touched.has(m)), ...[...byPost.values()].flat()];
}

function afterNotice(known: readonly Fact[], notice: Fact): Fact[] {
  const kept = known.flatMap((fact): Fact[] => {
    if (fact.receiving !== notice.receiving) return [fact];
    if (fact.from >= notice.from) return [];
    const endsEarlier = fact.until !== null && fact.until <= notice.from;
    return [endsEarlier ? fact : { ...fact, until: notice.from }];
  });
  return [...kept, notice];
}
