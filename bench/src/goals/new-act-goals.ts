import { median } from '../measure.js';
import { publishActs } from '../parts/new-act.js';
import { loadWorkload } from '../policy/workload.js';
import type { Goal } from './goal.js';

/** How long a new act holds up a process, and how much of what was decided it throws away. */
export function newActGoals(missions: string): readonly Goal[] {
  const { reads, again } = publishActs(loadWorkload(missions));
  return [
    { what: 'a new act, ms at one go', measured: median(reads), promised: 5, hoped: null, isLess: true },
    {
      what: 'handlings decided again for it, of 10,000 of which it names one',
      measured: median(again),
      ...{ promised: 1, hoped: null, isLess: true },
    },
  ];
}
