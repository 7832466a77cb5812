import type { Instant } from './clock.js';
import { parseInstant } from './schema/parse-instant.js';

const DAY_MS = 86_400_000;
const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: DAY_MS };
const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d(?:\.\d{1,3})?)?Z)?$/;

/**
 * An instant as an operator writes it to a command: a day or a time, UTC; null for what is none. Never what `Date.parse` makes of it,
 * by which 30 February is 2 March: an order or a question would be about another time than the one that was written.
 */
export function writtenInstant(text: string): Instant | null {
  const [, day, minute = '00:00', second = ':00'] = WRITTEN.exec(text) ?? [];
  return day === undefined ? null : (parseInstant(`${day}T${minute}${second}Z`)?.getTime() ?? null);
}

const ZONED = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** An instant with its zone, also one that is not UTC, as logs of other systems have it; null for what is none. */
export function zonedInstant(text: string): Instant | null {
  const [, minute, second = ':00', zone] = ZONED.exec(text) ?? [];
  return minute === undefined ? null : (parseInstant(`${minute}${second}${zone}`)?.getTime() ?? null);
}

/** An instant as an operator writes it, or in words: `today`, or so many minutes, hours or days ago (`2h`). */
export function spokenInstant(text: string, now: Instant): Instant | null {
  if (text === 'today') return now - (now % DAY_MS);
  const [, count = '', unit = ''] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  const back = UNITS[unit];
  return back === undefined ? writtenInstant(text) : now - Number(count) * back;
}
