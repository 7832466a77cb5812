import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Effect, WithheldCode } from '@chancery/shared/vocabulary';
import type { AskedValue } from '../paths/asked-value.js';
import { type DatedLaw, decideDated } from './decide-dated.js';

/** A time through which a value is decided alike. */
export interface Span {
  readonly from: Instant;
  /** The instant at which it is decided otherwise. */
  readonly until: Instant;
  readonly effect: Effect;
  readonly code: WithheldCode | null;
}

/** The spans of a time, and whether they reach its end. */
export interface Timeline {
  readonly spans: readonly Span[];
  readonly complete: boolean;
}

/** What a timeline is made for, and how far. */
export interface TimelineRequest {
  readonly from: Instant;
  readonly until: Instant;
  /** Instants that are decided: what takes time. */
  readonly decisionsMax: number;
}

/**
 * When a value is open and when it is not, from one instant to another: from each decision to the instant at which the first of its
 * dated inputs can change it, and nowhere in between.
 */
export function timelineOf(value: AskedValue, request: TimelineRequest, law: DatedLaw): Timeline {
  const spans: Span[] = [];
  let at = request.from;
  for (let decided = 0; at < request.until; decided += 1) {
    if (decided === request.decisionsMax) return { spans, complete: false };
    const { effect, code, validUntil } = decideDated(value, at, law);
    // A decision that must not be kept is asked again at once: here it would be asked for ever.
    if (validUntil <= at) return { spans, complete: false };
    append(spans, { from: at, until: Math.min(validUntil, request.until, NEVER), effect, code });
    at = validUntil;
  }
  return { spans, complete: true };
}

/** Joins a span to the one before it where it is decided alike. */
function append(spans: Span[], next: Span): void {
  const last = spans.at(-1);
  if (last === undefined || last.effect !== next.effect || last.code !== next.code) spans.push(next);
  else spans[spans.length - 1] = { ...last, until: next.until };
}
