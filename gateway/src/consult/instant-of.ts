import { ClientError } from '@chancery/shared/errors';

/** The instant that is asked about. Throws INPUT_INVALID. */
export function instantOf(text: string): number {
  const instant = Date.parse(text);
  if (!Number.isNaN(instant)) return instant;
  throw new ClientError('INPUT_INVALID', '`asOf` is no instant of RFC 3339', 'asOf');
}
