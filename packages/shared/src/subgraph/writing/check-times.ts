import { dayOf } from '../../calendar.js';
import type { Instant } from '../../clock.js';
import { ClientError } from '../../errors.js';

/** On which side of now a moment or a day must lie; today is on both. */
export type Side = 'PAST' | 'AHEAD';

/** Throws INPUT_INVALID where something that was seen is to come, or something that is planned is past. */
export function checkTimes(
  sides: ReadonlyMap<string, { readonly time?: Side }>,
  given: Readonly<Record<string, unknown>>,
  now: Instant,
): void {
  for (const [field, { time }] of sides) {
    const value = given[field];
    if (time === undefined || value === null || value === undefined) continue;
    const [said, today] = value instanceof Date ? [value.getTime(), now] : [String(value), dayOf(now)];
    if (time === 'PAST' ? said <= today : said >= today) continue;
    const why = time === 'PAST' ? 'is to come' : 'is past';
    throw new ClientError('INPUT_INVALID', `\`${field}\` ${why}`, `input.${field}`);
  }
}
