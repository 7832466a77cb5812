import type { Contestant } from './contestants/contestant.js';
import { cpuMsOf, residentBytesOf } from './cpu-time.js';
import { type Asked, type Load, loadClosed, percentile } from './load.js';
import { QUERIES, type QueryName } from './world/queries.js';

/** How much is measured. */
export interface Effort {
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly roundMs: number;
  readonly clients: number;
}

/** What one contestant used in one round. */
export interface Round {
  readonly cpuMs: number;
  readonly helperCpuMs: number;
  readonly calls: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly residentBytes: number;
}

/** Rounds of each contestant, by name, and what they answered wrongly while they were measured. */
export interface Results {
  readonly rounds: ReadonlyMap<string, readonly Round[]>;
  readonly bad: ReadonlyMap<string, number>;
}

export const askedOf = ({ served, headers }: Contestant, query: QueryName): Asked => ({
  url: served.url,
  headers,
  body: JSON.stringify({ query: QUERIES[query] }),
});

/** Measures one query in turn, each round in another order, so that what else the machine does falls on all alike. */
export async function measureQuery(
  contestants: readonly Contestant[],
  query: QueryName,
  effort: Effort,
  takeCalls: () => Promise<number>,
): Promise<Results> {
  const rounds = new Map<string, Round[]>(contestants.map(({ name }) => [name, []]));
  const bad = new Map<string, number>();
  const { clients } = effort;
  for (const contestant of contestants) {
    await warmUp(contestant, query, effort);
  }
  for (let round = 0; round < effort.rounds; round += 1) {
    const order = round % 2 === 0 ? contestants : [...contestants].reverse();
    for (const contestant of order) {
      const { name } = contestant;
      const hear = countBad(() => bad.set(name, (bad.get(name) ?? 0) + 1));
      await takeCalls();
      const measured = await measureOnce(contestant, query, { clients, durationMs: effort.roundMs, hear });
      rounds.get(name)?.push({ ...measured, calls: (await takeCalls()) / measured.requests });
    }
  }
  return { rounds, bad };
}

/** By number too: who is slow while it is cold must not be measured cold, on however busy a machine. */
async function warmUp(contestant: Contestant, query: QueryName, { clients, warmUpMs }: Effort): Promise<void> {
  let answered = 0;
  for (let turn = 0; turn < WARM_UP_TURNS_MAX && answered < WARM_UP_REQUESTS[query]; turn += 1) {
    const load = { clients, durationMs: warmUpMs, hear: () => {} };
    answered += (await loadClosed(askedOf(contestant, query), load)).requests;
  }
}

// Before that many the compiler still works beside our gateway: twice what a request takes (bench/README.md, "Warm").
const WARM_UP_REQUESTS: Readonly<Record<QueryName, number>> = { big: 1_200, small: 6_000 };
const WARM_UP_TURNS_MAX = 10;

/** Every answer of a contestant has the same length to the byte: its own are compared with one another, one with the truth. */
function countBad(note: () => void): Load['hear'] {
  let length: number | null = null;
  return (answer) => {
    if (answer !== null) length ??= answer.body.length;
    if (answer === null || answer.status !== 200 || answer.body.length !== length) note();
  };
}

async function measureOnce(
  contestant: Contestant,
  query: QueryName,
  load: Load,
): Promise<Omit<Round, 'calls'> & { requests: number }> {
  const { served, helperPid } = contestant;
  const before = { own: cpuMsOf(served.pid), helper: helperPid === null ? 0 : cpuMsOf(helperPid) };
  const { requests, seconds, latencies } = await loadClosed(askedOf(contestant, query), load);
  const own = cpuMsOf(served.pid) - before.own;
  const helper = helperPid === null ? 0 : cpuMsOf(helperPid) - before.helper;
  return {
    requests,
    cpuMs: own / requests,
    helperCpuMs: helper / requests,
    perSecond: requests / seconds,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    residentBytes: residentBytesOf(served.pid),
  };
}
