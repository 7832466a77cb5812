import { setTimeout as pause } from 'node:timers/promises';
import type { MeasuredCase, Tokens } from '@chancery/test/deployment/cases';
import type { Client } from '@chancery/test/deployment/client';
import { judge, type VerdictKind } from '@chancery/test/deployment/verdict';

/** What some callers at once came to, in a stretch of time. */
export interface Stretch {
  readonly inFlight: number;
  readonly seconds: number;
  /** Whole answers a second, of each round. */
  readonly rates: readonly number[];
  readonly kinds: Readonly<Record<VerdictKind, number>>;
  readonly refusedBy: Readonly<Record<number, number>>;
  /** Of whole answers, in order. */
  readonly wholeMs: readonly number[];
  /** Why answers were wrong, each reason once. */
  readonly wrongs: readonly string[];
}

export interface CallersOptions {
  readonly cases: readonly MeasuredCase[];
  readonly client: Client;
  readonly tokens: Tokens;
  readonly inFlight: number;
  readonly warmUpMs: number;
  readonly measuredMs: number;
  /** How long a caller that was refused stays away: as long as it was told, or not at all. */
  readonly retryAfterMs: number;
}

/** Lets so many callers ask one case after the other, and counts what comes back once they are warm. */
export async function callAtOnce(options: CallersOptions): Promise<Stretch> {
  const kinds: Record<VerdictKind, number> = { whole: 0, partial: 0, refused: 0, cut: 0, wrong: 0 };
  const refusedBy: Record<number, number> = {};
  const wholeMs: number[] = [];
  const wrongs = new Set<string>();
  const { cases, client, tokens, inFlight, retryAfterMs } = options;
  const start = performance.now() + options.warmUpMs;
  const end = start + options.measuredMs;

  const askOn = async (first: number): Promise<void> => {
    for (let at = first; performance.now() < end; at += inFlight) {
      const measured = cases[at % cases.length];
      if (measured === undefined) return;
      const sentAt = performance.now();
      const reply = await client.ask(tokens.question(measured));
      const now = performance.now();
      const { kind, says } = judge(measured.reference, reply);
      if (now >= start && now < end) {
        kinds[kind] += 1;
        if (kind === 'whole') wholeMs.push(now - sentAt);
        if (kind === 'refused') refusedBy[reply.status] = (refusedBy[reply.status] ?? 0) + 1;
        if (kind === 'wrong') for (const why of says) wrongs.add(why);
      }
      if (kind === 'refused' || kind === 'cut') await pause(retryAfterMs);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, index) => askOn(index)));
  wholeMs.sort((a, b) => a - b);
  const seconds = options.measuredMs / 1_000;
  return { inFlight, seconds, rates: [kinds.whole / seconds], kinds, refusedBy, wholeMs, wrongs: [...wrongs] };
}

/** Several stretches of the same, added up. */
export function together(stretches: readonly Stretch[]): Stretch {
  const [first, ...others] = stretches;
  if (first === undefined) throw new RangeError('nothing was measured');
  return others.reduce(
    (sum, each) => ({
      inFlight: sum.inFlight,
      seconds: sum.seconds + each.seconds,
      rates: [...sum.rates, ...each.rates],
      kinds: {
        whole: sum.kinds.whole + each.kinds.whole,
        partial: sum.kinds.partial + each.kinds.partial,
        refused: sum.kinds.refused + each.kinds.refused,
        cut: sum.kinds.cut + each.kinds.cut,
        wrong: sum.kinds.wrong + each.kinds.wrong,
      },
      refusedBy: { 429: both(sum, each, 429), 503: both(sum, each, 503) },
      wholeMs: [...sum.wholeMs, ...each.wholeMs].sort((a, b) => a - b),
      wrongs: [...new Set([...sum.wrongs, ...each.wrongs])],
    }),
    first,
  );
}

const both = (one: Stretch, other: Stretch, status: number): number =>
  (one.refusedBy[status] ?? 0) + (other.refusedBy[status] ?? 0);
