import type { ClassType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { hasIdForm, parseHandlingNumber } from '../../brands.js';
import { ClientError, InternalError } from '../../errors.js';
import { handlingAt } from '../../labels/handling-at.js';
import type { Handling } from '../../labels/label.js';
import type { Subject } from '../../subjects/subject.js';
import type { CallContext } from '../reading/call-context.js';
import { nameOf } from '../tables/sql-name.js';
import { checkInput } from './check-input.js';
import { type CommandLaw, checkLawAt } from './check-law.js';
import { checkVerdict, type WriteVerdict } from './check-verdict.js';
import type { CommandInput } from './create-record.js';
import type { ReferredRows } from './find-handlings.js';
import { type CommandToRun, digestOfInput, ranBefore, runOnce } from './run-once.js';
import { lockRow, updateRow } from './update-row.js';

/** What the law says of who takes a record back. */
export interface RetractLaw extends CommandLaw {
  /** Whether whoever runs it may take back what an agency made. */
  ofRetraction(retraction: { readonly owner: string; readonly by: Pick<Subject, 'agency'> }): WriteVerdict;
}

/** A command that takes a record back, as its declaration has it. */
export interface Retraction {
  readonly operation: string;
  readonly record: ClassType<object>;
  readonly type: string;
  readonly records: ReferredRows;
  readonly law: RetractLaw;
}

export interface RetractInput extends CommandInput {
  readonly id: string;
  readonly reason: string;
}

/** Takes a record back; gives its id, also to a second run with the same key. Throws NOT_FOUND, WRITE_DENIED, IDEMPOTENCY_KEY_REUSED. */
export async function retractRecord(context: CallContext, retraction: Retraction, input: RetractInput & object) {
  const { viewer, sink } = context;
  const { operation, records, law } = retraction;
  checkInput(input);
  checkVerdict(law.ofProfile(viewer.profile));
  const { idempotencyKey: key, ...said } = input;
  const command = { operation, key, input: digestOfInput(said), recordId: input.id };
  const held = await standing(context, records, input.id);
  if (held === null) return askBefore(context, command);
  checkLawAt(law, viewer, held);
  checkVerdict(law.ofRetraction({ owner: held.record.owner, by: viewer.profile.subject }));
  try {
    return await sink.write(held, (transaction) =>
      runOnce(transaction, viewer, command, () => retractLocked(context, transaction, retraction, input)),
    );
  } finally {
    context.forget();
  }
}

/** The handling of a record that the caller sees; null for any other. */
async function standing(
  context: CallContext,
  { prefix, table, handlingColumn }: ReferredRows,
  id: string,
): Promise<Handling | null> {
  if (!hasIdForm(prefix, id)) return null;
  const text = `select ${nameOf(handlingColumn)} as handling from ${nameOf(table)} where id = $1`;
  const [row] = await context.read((manager) => manager.query<{ handling: number }[]>(text, [id]));
  if (row === undefined) return null;
  return handlingOf(context, row.handling);
}

function handlingOf({ handlings }: CallContext, stored: number): Handling {
  const handling = handlings.byId(parseHandlingNumber(stored));
  if (handling === undefined) throw new InternalError('INTERNAL', 'a visible row has an unknown handling');
  return handling;
}

/** A record that this caller took back is there for nobody, and the same key still has its first answer. */
async function askBefore(context: CallContext, command: CommandToRun): Promise<string> {
  const first = await context.read((manager) => ranBefore(manager, context.viewer, command));
  if (first === null) throw new ClientError('NOT_FOUND', 'not found', 'input.id');
  return first;
}

async function retractLocked(
  context: CallContext,
  transaction: EntityManager,
  { record, type, records: { table } }: Retraction,
  { id, reason }: RetractInput,
): Promise<void> {
  const { viewer } = context;
  const row = await lockRow(transaction, table, id);
  if (row === null) throw new ClientError('NOT_FOUND', 'not found', 'input.id');
  // The row as it will be is one that row security shows to nobody, and PostgreSQL lets nobody write what he would not see.
  await transaction.query(`select set_config('app.withdrawn', 'shown', true)`);
  const at = new Date(viewer.now);
  const values = { withdrawn_at: at };
  const update = { record, type, table, id, row, values, handling: null, derivedFrom: [], said: { reason } };
  await updateRow(transaction, update, viewer);
  const existence = handlingAt(handlingOf(context, row.handling), 'EXISTENCE', 'EXISTENCE', 0).text;
  await transaction.query(
    `insert into outbox (type, id, key, existence_handling, version, withdrawn) values ($1, $2, $2, $3, $4, true)`,
    [type, id, existence, row.version + 1],
  );
}
