import type { Instant } from './clock.js';

const DAY_MS = 86_400_000;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The instant of something that never happens: the last one that Date can express. */
export const NEVER: Instant = 8_640_000_000_000_000;

/** Whether a text is a real calendar date, YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  // Counted, not parsed: Date.parse lets 02-30 roll over in some engines, and a snapshot has thirty thousand dates.
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const days = month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

/** Gregorian, also before there was that calendar, as ISO 8601 and Date have it. */
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

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
