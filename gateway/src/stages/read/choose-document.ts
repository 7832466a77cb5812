import { ClientError } from '@chancery/shared/errors';
import {
  type ListedOperation,
  type ListedOperations,
  listedDigestOf,
} from '@chancery/shared/subjects/listed-operations';
import type { Purpose } from '@chancery/shared/vocabulary';
import type { Parameters } from '../receive/parameters.js';

/** A request with its document. */
export interface RequestBody
  extends Pick<Parameters, 'operationName' | 'variables' | 'tellsBasis' | 'onError' | 'resume'> {
  readonly text: string;
  /** What the agreement says of the document; null when it lists none. */
  readonly listed: ListedOperation | null;
}

/** The message by which clients of automatic persisted queries know that they must send the document. */
const APQ_MESSAGE = 'PersistedQueryNotSupported';

/** The document of a request: as sent, or the listed one that it names. Throws PERSISTED_QUERY_NOT_SUPPORTED or OPERATION_NOT_LISTED. */
export function chooseDocument({ digest, ...sent }: Parameters, operations: ListedOperations | null): RequestBody {
  if (operations === null) {
    if (sent.text === null) throw new ClientError('PERSISTED_QUERY_NOT_SUPPORTED', APQ_MESSAGE);
    return { listed: null, ...sent, text: sent.text };
  }
  const listed = operations.get(digest ?? listedDigestOf(sent.text ?? ''));
  const text = sent.text ?? listed?.text ?? null;
  if (text === null) throw notListed();
  // Refused a step later, when the entry can say which document it was.
  return { listed: listed ?? NOT_LISTED, ...sent, text };
}

const NOT_LISTED: ListedOperation = { text: null, purpose: null, basis: null };

/** Refuses a document that the agreement does not list, or lists for another purpose. Throws OPERATION_NOT_LISTED. */
export function requireListed({ listed }: RequestBody, purpose: Purpose): void {
  if (listed === NOT_LISTED) throw notListed();
  if (listed?.purpose != null && listed.purpose !== purpose) {
    throw new ClientError(
      'OPERATION_NOT_LISTED',
      `the operation is listed for \`${listed.purpose}\``,
      'Chancery-Purpose',
    );
  }
}

const notListed = (): ClientError =>
  new ClientError('OPERATION_NOT_LISTED', 'the agreement does not list the operation');
