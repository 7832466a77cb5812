import type { Label } from '@chancery/shared/labels/label';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

/** What happens to a record of foreign government information. */
export const CUSTODY_EVENTS = [
  'RECEIPT',
  'INTERNAL_DISTRIBUTION',
  'ACCESS',
  'REPRODUCTION',
  'TRANSMITTAL',
  'DESTRUCTION',
] as const;
export type CustodyEvent = (typeof CUSTODY_EVENTS)[number];

const NONE: readonly CustodyEvent[] = [];
const SECRET: readonly CustodyEvent[] = ['RECEIPT', 'REPRODUCTION', 'TRANSMITTAL', 'DESTRUCTION'];

/**
 * Which events the holder must keep a record of (32 CFR 2001.54(a)-(b)): of TOP SECRET every one, reading included; of
 * SECRET receipt, dispatch, reproduction and destruction. A source that is not named is foreign all the same.
 */
export function recordedEvents({ foreignSources, ranks }: Label): readonly CustodyEvent[] {
  if (foreignSources.size === 0) return NONE;
  const highest = Math.max(0, ...ranks.values());
  if (highest >= 4) return CUSTODY_EVENTS;
  return highest === 3 ? SECRET : NONE;
}

/** A reproduction of foreign TOP SECRET needs the consent of the government that it came from. */
export function checkReproduction({ foreignSources, ranks }: Label, consentOf: ReadonlySet<string>): Verdict {
  if (Math.max(0, ...ranks.values()) < 4) return ACCEPTED;
  const missing = [...foreignSources].find((source) => !consentOf.has(source));
  if (missing === undefined) return ACCEPTED;
  return refused('CFR-2001.54ab', `reproduction without the consent of \`${missing}\``);
}
