import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import { ClientError } from '@chancery/shared/errors';
import { prepare, type Querying } from './query.js';
import type { Cut } from './stages/execute/cut.js';
import { fetchData } from './stages/execute/fetch.js';
import type { Failure, Fetched } from './stages/execute/fetched.js';
import type { PreparedOperation } from './stages/plan/prepare-operation.js';
import type { ReadRequest } from './stages/read/read-operation.js';
import { atArgument } from './stages/redact/name-arguments.js';
import { redactAnswer } from './stages/redact/redact-answer.js';
import type { Redacted } from './stages/redact/redacted.js';
import type { Watched } from './streams/watched.js';

/** What an event is to one subscriber: an answer, nothing that it sees, or not to be known at the moment; and until when no date can change that. */
export type EventRead =
  | { readonly kind: 'answer'; readonly redacted: Redacted; readonly until: Instant }
  | { readonly kind: 'nothing'; readonly until: Instant }
  | { readonly kind: 'unreachable' };

/**
 * Reads the record that an event is about as its subscriber may have it: the stages of a query, once for each event. Throws
 * INPUT_INVALID for a filter that its service does not take.
 */
export async function readEvent(
  read: ReadRequest,
  record: string,
  { canonicalKey, responseKey, standing }: Pick<Watched, 'canonicalKey' | 'responseKey' | 'standing'>,
  signal: Cut,
  gateway: Querying,
): Promise<EventRead> {
  const { asking, body, valid } = read;
  const prepared = prepare(read, gateway);
  const fetched = await fetchData(prepared, valid, asking, signal, gateway, record);
  const failure = failureOf(fetched, canonicalKey);
  if (failure?.code === 'INPUT_INVALID') {
    const message = failure.message ?? 'the input is not valid';
    throw new ClientError('INPUT_INVALID', placed(message, failure.argument, prepared, gateway), failure.argument);
  }
  if (failure !== null) return { kind: 'unreachable' };
  const redacted = redactAnswer(prepared, valid, fetched, asking, body, gateway);
  const told = redacted.data?.[responseKey] ?? null;
  // A match is seen when the record is, and is none by the question alone.
  const isSeen = told !== null && (standing === null || standing.shownBy.some((key) => Reflect.get(told, key) != null));
  const until = fetched.withheld?.heldUntil ?? NEVER;
  return isSeen ? { kind: 'answer', redacted, until } : { kind: 'nothing', until };
}

/** What is wrong with an argument of the subscription, with its coordinate. */
function placed(
  message: string,
  argument: string | undefined,
  { canonical }: PreparedOperation,
  { validator }: Querying,
): string {
  const [field] = canonical.root.fields;
  return field && argument !== undefined ? atArgument(message, field, argument, validator.schema) : message;
}

/** Why the record itself did not come; what did not come of what it links to is told in the answer, as in that of a query. */
function failureOf({ data, failures }: Fetched, key: string): Failure | null {
  if (failures === null || (data[key] !== null && data[key] !== undefined)) return null;
  const { code, message, argument } = failures.children.get(key) ?? failures;
  if (code === null) return null;
  return argument === undefined ? { code, message } : { code, message, argument };
}
