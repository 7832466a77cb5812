import { median } from '../measure.js';
import type { Stretch } from './callers.js';

/** At four times the load of its best rate, a gateway is to give at least so much of it. */
const GOAL = 0.8;
const BEYOND = 4;
const COLUMNS = ['callers', 'whole a second, median', 'of each round', 'of the best', 'p50 ms', 'p99 ms'];
const COUNTS = ['429', '503', 'in part', 'cut off', 'wrong'];

const rateOf = ({ rates }: Stretch): number => median(rates);

const bestOf = (stretches: readonly Stretch[]): Stretch => {
  const [best] = [...stretches].sort((a, b) => rateOf(b) - rateOf(a));
  if (best === undefined) throw new RangeError('nothing was measured');
  return best;
};

/**
 * Whether every load of four times the one with the best rate, and more, keeps its share of that rate. Of callers who do as they are told:
 * the last do not, and share the machine with what refuses them.
 */
export function isWithinGoal(stretches: readonly Stretch[]): boolean {
  const best = bestOf(stretches);
  return stretches
    .slice(0, -1)
    .filter(({ inFlight }) => inFlight >= best.inFlight * BEYOND)
    .every((stretch) => rateOf(stretch) >= rateOf(best) * GOAL);
}

export function printLoad(stretches: readonly Stretch[]): string {
  const best = rateOf(bestOf(stretches));
  const lines = stretches.map((stretch, index) => {
    const { inFlight, wholeMs, refusedBy, kinds } = stretch;
    // The last come back at once, whatever they are told.
    const name = index === stretches.length - 1 ? `${inFlight}, not waiting` : String(inFlight);
    const rate = rateOf(stretch);
    const times = [at(wholeMs, 0.5), at(wholeMs, 0.99)].map((ms) => String(Math.round(ms)));
    const counts = [refusedBy[429] ?? 0, refusedBy[503] ?? 0, kinds.partial, kinds.cut, kinds.wrong];
    const rounds = stretch.rates.map((each) => each.toFixed(0)).join(', ');
    return [name, rate.toFixed(0), rounds, (rate / best).toFixed(2), ...times, ...counts];
  });
  const head = [...COLUMNS, ...COUNTS];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A quantile of numbers in order. */
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
