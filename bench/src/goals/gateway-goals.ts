import type { BenchMesh } from '../gateway/bench-mesh.js';
import { type Effort, measureQuery, type Results } from '../gateway/rounds.js';
import { median } from '../measure.js';
import type { Goal } from './goal.js';

export type { Effort };

/** Of our gateway a tenth withheld is taken: that is what it is for. */
const OURS = 'a tenth withheld';
const FLOOR = 'floor';
const APOLLO = '@apollo';

/** Processor time of a request, in medians of alternating rounds; null where nobody of that name was measured. */
function cpuOf({ rounds, bad }: Results, part: string): number | null {
  const [found] = [...rounds].filter(([name]) => name.includes(part));
  if (found === undefined) return null;
  const [name, measured] = found;
  if ((bad.get(name) ?? 0) > 0) throw new RangeError(`${name} gave ${bad.get(name)} bad answers`);
  return median(measured.map(({ cpuMs }) => cpuMs));
}

function ratio(one: number | null, other: number | null): number {
  if (one === null || other === null || other === 0) throw new RangeError('nothing to be measured by');
  return one / other;
}

/** Both queries against the floor, and the big one against Apollo's gateway where that is there. */
export async function gatewayGoals(mesh: BenchMesh, effort: Effort): Promise<readonly Goal[]> {
  const big = await measureQuery(mesh.contestants, 'big', effort, mesh.takeCalls);
  const small = await measureQuery(mesh.contestants, 'small', effort, mesh.takeCalls);
  const isLess = true;
  const goals: Goal[] = [
    {
      what: 'big query, times the processor time of the floor',
      measured: ratio(cpuOf(big, OURS), cpuOf(big, FLOOR)),
      ...{ promised: 2, hoped: 1.3, isLess },
    },
    {
      what: 'small query, times that of the floor',
      measured: ratio(cpuOf(small, OURS), cpuOf(small, FLOOR)),
      ...{ promised: 2.5, hoped: 1.3, isLess },
    },
  ];
  const apollo = cpuOf(big, APOLLO);
  if (apollo === null) return goals;
  const measured = ratio(apollo, cpuOf(big, OURS));
  goals.push({ what: 'big query, times less than @apollo/gateway', measured, promised: 6, hoped: 10, isLess: false });
  return goals;
}
