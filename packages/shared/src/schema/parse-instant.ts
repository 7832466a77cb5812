import { isCalendarDate } from '../calendar.js';

/** `date-time` of RFC 3339 section 5.6. */
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.(\d+))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
const MINUTE_MS = 60_000;
const MILLISECOND_DIGITS = 3;
/** Instants that a timestamp of the database holds and that print with four digits of year. */
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Reads an instant; null for a text that is none. Digits below the millisecond must be zero, for they would be cut and the instant be
 * another one. A leap second is the second after it (section 5.7), and stands only where one can: at the end of a month, UTC.
 */
export function parseInstant(text: string): Date | null {
  const read = DATE_TIME.exec(text);
  if (read === null) return null;
  const [, day = '', hour, minute, second, fraction = '', sign, offsetHour, offsetMinute] = read;
  if (!isCalendarDate(day) || /[1-9]/.test(fraction.slice(MILLISECOND_DIGITS))) return null;
  const isLeap = second === '60';
  const milliseconds = fraction.slice(0, MILLISECOND_DIGITS).padEnd(MILLISECOND_DIGITS, '0');
  const local = Date.parse(`${day}T${hour}:${minute}:${isLeap ? '59' : second}.${milliseconds}Z`);
  const offset = sign === undefined ? 0 : (Number(offsetHour) * 60 + Number(offsetMinute)) * MINUTE_MS;
  const instant = (sign === '-' ? local + offset : local - offset) + (isLeap ? 1_000 : 0);
  if (!(instant >= FIRST && instant <= LAST)) return null;
  return isLeap && !beginsMonth(instant) ? null : new Date(instant);
}

function beginsMonth(instant: number): boolean {
  const at = new Date(instant);
  return at.getUTCDate() === 1 && at.getUTCHours() === 0 && at.getUTCMinutes() === 0 && at.getUTCSeconds() === 0;
}
