import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';

/** A span of time from `from` until before `until`. */
export interface Window {
  readonly from: Instant;
  readonly until: Instant;
}

/** The span between two dates or instants as the snapshot writes them; null has no end. */
export function windowOf(from: string, until: string | null): Window {
  return { from: Date.parse(from), until: until === null ? NEVER : Date.parse(until) };
}

/** Whether the instant lies within the span; a date that does not parse is never within. */
export function isWithin(window: Window, now: Instant): boolean {
  return window.from <= now && now < window.until;
}

/** The first boundary of the span after `now`, at which what it dates can flip. */
export function nextBoundary(window: Window, now: Instant): Instant {
  if (window.from > now) return window.from;
  return window.until > now ? window.until : NEVER;
}
