import type { EntityManager } from 'typeorm';
import { type Sha256, sha256Of } from '../../brands.js';
import { ClientError } from '../../errors.js';
import type { Subject } from '../../subjects/subject.js';
import type { Viewer } from '../visibility/viewer.js';

/** One command as its caller means it. */
export interface CommandToRun {
  /** Name of the mutation field. */
  readonly operation: string;
  /** The caller's own name for it: the same twice is one command. */
  readonly key: string;
  readonly input: Sha256;
  /** The record that it makes, should it not have run before. */
  readonly recordId: string;
}

interface RanCommand {
  readonly input: string;
  readonly call: string;
  readonly record_id: string;
}

/**
 * Runs a command once: `work` runs the first time, in the transaction that keeps that it did; after that the record of the
 * first time is the answer. Of two at once the second waits for the first.
 */
export async function runOnce(
  transaction: EntityManager,
  { profile: { subject }, call, now }: Pick<Viewer, 'profile' | 'call' | 'now'>,
  { operation, key, input, recordId }: CommandToRun,
  work: () => Promise<void>,
): Promise<string> {
  const taken = await transaction.query<unknown[]>(
    `insert into command (subject, operation, key, input, call, record_id, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (subject, operation, key) do nothing returning key`,
    [subject.id, operation, key, input, call, recordId, new Date(now)],
  );
  if (taken.length > 0) {
    await work();
    return recordId;
  }
  const first = await ranBefore(transaction, { profile: { subject }, call }, { operation, key, input });
  if (first === null) throw new ClientError('CONTEXT_INVALID', 'context has served');
  return first;
}

/** The record of the first time that a command ran; null when it has not. Throws IDEMPOTENCY_KEY_REUSED, CONTEXT_INVALID. */
export async function ranBefore(
  manager: EntityManager,
  {
    profile: { subject },
    call,
  }: { readonly profile: { readonly subject: Pick<Subject, 'id'> }; readonly call: string },
  { operation, key, input }: Omit<CommandToRun, 'recordId'>,
): Promise<string | null> {
  const [first] = await manager.query<RanCommand[]>(
    'select input, call, record_id from command where subject = $1 and operation = $2 and key = $3',
    [subject.id, operation, key],
  );
  if (first === undefined) return null;
  // A signed call is one run of one command, whichever process it is brought to.
  if (first.call === call) throw new ClientError('CONTEXT_INVALID', 'context has served');
  if (first.input === input) return first.record_id;
  throw new ClientError('IDEMPOTENCY_KEY_REUSED', `key \`${key}\` was used for another input`, 'input.idempotencyKey');
}

/** What two inputs have in common when they mean the same: null means the same as nothing. */
export function digestOfInput(input: object): Sha256 {
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  return sha256Of(JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1))));
}
