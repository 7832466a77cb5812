import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';

/** An instant as a report writes it: RFC 3339 without needless zeros, or `never`. */
export function timeText(instant: Instant): string {
  return instant >= NEVER ? 'never' : new Date(instant).toISOString().replace('.000Z', 'Z');
}
