import type { Instant } from '@chancery/shared/clock';
import { NEVER } from '@chancery/shared/labels/calendar';

/** An instant as a report writes it: RFC 3339 without needless zeros, or `never`. */
export function timeText(instant: Instant): string {
  return instant >= NEVER ? 'never' : new Date(instant).toISOString().replace('.000Z', 'Z');
}
