import type { Instant } from './clock.js';

const DAY_MS = 86_400_000;

/** The instant of something that never happens: the last one that Date can express. */
export const NEVER: Instant = 8_640_000_000_000_000;

/** Whether a text is a real calendar date, YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  // Date.parse lets 02-30 roll over into March in some engines: only a date that prints back is one.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** First instant of a calendar date, UTC. */
export function startOfDay(date: string): Instant {
  return Date.parse(`${date}T00:00:00Z`);
}

/** First instant after a calendar date, UTC: what is good `until` a day is good through all of it. */
export function endOfDay(date: string): Instant {
  return startOfDay(date) + DAY_MS;
}

/** The day of an instant, UTC. */
export const dayOf = (instant: Instant): string => new Date(instant).toISOString().slice(0, 10);
