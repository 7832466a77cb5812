import { QueryFailedError } from 'typeorm';
import { ClientError } from '../../errors.js';

const CHECK_VIOLATION = '23514';

/**
 * What each field takes was checked before: what the table still refuses is a rule over several, all of which the caller gives or may read. Throws
 * INPUT_INVALID for such a refusal, and whatever else there is as it is.
 */
export function refuseContradiction(error: unknown, why: string): never {
  if (!(error instanceof QueryFailedError) || Reflect.get(error.driverError, 'code') !== CHECK_VIOLATION) throw error;
  throw new ClientError('INPUT_INVALID', why, 'input');
}
