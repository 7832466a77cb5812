import { HeaderError } from '@chancery/shared/errors';
import type { Asking } from '../stages/identify/identify.js';

/** Whoever asks after people says why, and the entry keeps it. Throws INPUT_INVALID. */
export function requireWhy({ reason }: Pick<Asking, 'reason'>): void {
  if (reason === null || reason.trim() === '') {
    throw new HeaderError('Chancery-Reason', 'who asks after people says why');
  }
}
