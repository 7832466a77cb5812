import type { Contestant } from './contestants/contestant.js';
import { loadClosed, percentile } from './load.js';
import { askedOf } from './rounds.js';

/** What came of a burst: every answer is one of these. */
export interface Burst {
  readonly name: string;
  readonly right: number;
  /** No data, and a status that says so. */
  readonly refused: number;
  /** Values missing, and `errors` that say so. */
  readonly partial: number;
  /** Another answer than the true one, and not a word of it. */
  readonly wrong: number;
  /** No answer at all. */
  readonly lost: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** A receipt is random and of one length; all else of an answer is the same each time. */
const comparable = (body: string): string => body.replace(/"receipt":"[\w-]{22}"/, '');

/** Sends the big query from many clients at once, and compares every answer with the one that was checked. */
export async function burst(
  contestant: Contestant,
  expected: string,
  options: { readonly clients: number; readonly durationMs: number },
): Promise<Burst> {
  const count = { right: 0, refused: 0, partial: 0, wrong: 0, lost: 0 };
  const right = comparable(expected);
  const { seconds, requests, latencies } = await loadClosed(askedOf(contestant, 'big'), {
    ...options,
    hear: (answer) => {
      if (answer === null) count.lost += 1;
      else if (answer.status !== 200) count[answer.body.includes('"data":{') ? 'wrong' : 'refused'] += 1;
      else if (comparable(answer.body) === right) count.right += 1;
      else count[answer.body.includes('"errors":[') ? 'partial' : 'wrong'] += 1;
    },
  });
  const perSecond = requests / seconds;
  const p50 = percentile(latencies, 0.5);
  return { name: contestant.name, ...count, perSecond, p50, p99: percentile(latencies, 0.99) };
}
