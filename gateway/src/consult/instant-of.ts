import { ClientError } from '@chancery/shared/errors';
import { parseInstant } from '@chancery/shared/schema/parse-instant';

/** The instant that is asked about. Throws INPUT_INVALID. */
export function instantOf(text: string): number {
  const instant = parseInstant(text);
  if (instant !== null) return instant.getTime();
  throw new ClientError('INPUT_INVALID', '`asOf` is no instant of RFC 3339', 'asOf');
}
