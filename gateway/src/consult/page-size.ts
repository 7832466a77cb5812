import { ClientError } from '@chancery/shared/errors';
import { CONSULT } from '../stages/limit/limits.js';

const PAGE = 50;

/** Rows of a page of who sees what. Throws INPUT_INVALID. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? PAGE;
  if (Number.isInteger(size) && size >= 1 && size <= CONSULT.sightMax) return size;
  throw new ClientError('INPUT_INVALID', `\`first\`: from 1 to ${CONSULT.sightMax}`, 'first');
}
