import type { ClassType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import { ClientError, InternalError, WriteDenied } from '../../errors.js';
import { handlingAt } from '../../labels/handling-at.js';
import type { Handling } from '../../labels/label.js';
import type { CallContext } from '../reading/call-context.js';
import type { Viewer } from '../visibility/viewer.js';
import type { Masks } from '../visibility/viewer-masks.js';
import { checkInput } from './check-input.js';
import { type CommandLaw, checkLawAt } from './check-law.js';
import { checkSettable } from './check-settable.js';
import { checkVerdict } from './check-verdict.js';
import type { CommandInput, Given } from './create-record.js';
import { labelOfEveryPart, raiseHandling, unclear } from './derive-handling.js';
import { checkOfPost, findHandlings, findLinked, type LinkedField, type ReferredRows } from './find-handlings.js';
import { keepSources, numbersOf, sourcesOf } from './label-sources.js';
import type { ReadableReader } from './readable-reader.js';
import { digestOfInput, runOnce } from './run-once.js';
import { type LockedRow, lockRow, updateRow } from './update-row.js';

/** A command that changes a record, as its declaration has it. */
export interface RecordChange {
  readonly operation: string;
  readonly record: ClassType<object>;
  readonly type: string;
  /** The records themselves. */
  readonly records: ReferredRows;
  /** Kinds of record from which a change may be drawn. */
  readonly sources: readonly ReferredRows[];
  /** What fields of the input refer to. */
  readonly links: readonly LinkedField[];
  readonly law: CommandLaw;
  /** The field of its state: who may not read it learns of none. Null for a change that asks for none. */
  readonly stateField: string | null;
  readonly readable: ReadableReader;
  /** The handling that it gives, where a change is of that; null for any other, which lowers none. */
  readonly relabel: ((held: Handling, given: Given, viewer: Viewer) => Handling) | null;
  /** What must hold of rows beside it; null where nothing must. Throws UNFINISHED. */
  readonly besides: ((beside: Beside) => Promise<void>) | null;
  /** What of the input is no value of the record, and is kept with the version. */
  readonly said: readonly string[];
  /** Throws INPUT_INVALID. */
  check(given: Given, viewer: Viewer): void;
  /** What is given, and each other field of which a refusal would tell because a rule of the table holds it to what is given. */
  toldBy(given: Given): Given;
  /** Throws TRANSITION_INVALID where the record does not stand where it would have to. */
  checkState(given: Given, row: LockedRow): void;
  /** The columns that change. */
  valuesOf(given: Given, moment: ChangeMoment): Promise<Readonly<Record<string, unknown>>>;
}

/** Of what and by whom something is changed, in which transaction. */
export interface ChangeMoment {
  readonly id: string;
  readonly viewer: Viewer;
  readonly manager: EntityManager;
  /** Under what it is before the change. */
  readonly held: Handling;
}

/**
 * A record that is about to be changed, and what its changer may read beside it: rows that are hidden are none in this transaction, and of the others a
 * value counts only where `masks` say that it may be read. What may not be read changes nothing.
 */
export interface Beside extends ChangeMoment {
  readonly masks: Masks;
}

/** What every input of a change has beside what it gives. */
export interface ChangeInput extends CommandInput {
  readonly id: string;
  readonly concurrencyToken?: string | null;
}

/** So often a change is tried while others change the label of its record under it. */
const TRIES_MAX = 3;

/** Changes a record; gives its id, also to a second run with the same key, which changes nothing. */
export async function changeRecord(
  context: CallContext,
  change: RecordChange,
  input: ChangeInput & object,
): Promise<string> {
  const { viewer } = context;
  const { id, idempotencyKey: _, concurrencyToken: __, derivedFrom: ___, ...given } = input;
  checkInput(input);
  change.check(given, viewer);
  checkVerdict(change.law.ofProfile(viewer.profile));
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const done = await attempt(context, change, input, given);
    if (done !== null) return done;
    context.forget();
  }
  throw new InternalError('INTERNAL', `the handling of \`${id}\` does not stand still`);
}

/** Null when the label has changed since it was looked at, so that what follows from it has to be decided again. */
async function attempt(
  context: CallContext,
  change: RecordChange,
  input: ChangeInput,
  given: Given,
): Promise<string | null> {
  const { viewer, sink } = context;
  const { operation, records, links, law } = change;
  const { id, idempotencyKey, derivedFrom, ...others } = input;
  // What is hidden is not there: before anything is asked of it, and whatever the rest of the input says.
  const [row] = await findHandlings(context, [records], [id], 'input.id');
  if (row === undefined) throw new InternalError('INTERNAL', 'one id has one handling');
  const { handling: held } = row;
  const linked = await findLinked(context, links, given);
  const sources = [
    ...linked,
    ...(await findHandlings(context, change.sources, derivedFrom ?? [], 'input.derivedFrom')),
  ];
  checkLawAt(law, viewer, held);
  checkOfPost(linked, held.record.missions);

  const drawnFrom = sources.map(({ handling }) => handling);
  const raised = raiseHandling(held, drawnFrom);
  const next = change.relabel?.(raised, given, viewer) ?? raised;
  const digest = digestOfInput({ id, derivedFrom, ...others });
  const command = { operation, key: idempotencyKey, input: digest, recordId: id };
  const joined = await numbersOf(sink, sources);
  try {
    return await sink.write(next, (transaction, number) =>
      runOnce(transaction, viewer, command, () =>
        changeLocked(context, transaction, change, { input, given, held, next, number, joined }),
      ),
    );
  } catch (error) {
    if (error instanceof HandlingChanged) return null;
    throw error;
  } finally {
    context.forget();
  }
}

/** What was found before the row was locked. */
interface Found {
  readonly input: ChangeInput;
  readonly given: Given;
  readonly held: Handling;
  readonly next: Handling;
  readonly number: HandlingNumber;
  /** Of what it was drawn from. */
  readonly joined: readonly HandlingNumber[];
}

async function changeLocked(
  context: CallContext,
  transaction: EntityManager,
  change: RecordChange,
  { input, given, held, next, number, joined }: Found,
): Promise<void> {
  const { viewer } = context;
  const { record, type, records, stateField } = change;
  const { id, concurrencyToken, derivedFrom } = input;
  const row = await lockRow(transaction, records.table, id);
  if (row === null) throw new ClientError('NOT_FOUND', 'not found', 'input.id');
  if (context.handlings.byId(parseHandlingNumber(row.handling)) !== held) throw new HandlingChanged();
  // Under what it was, and under what it will be: neither may tell its writer, nor be told by it, what it may not read.
  for (const handling of new Set([held, next])) {
    checkSettable(context.sink, handling, type, change.toldBy(given));
    if (stateField !== null) checkStateTold(context, handling, type, stateField);
  }
  change.checkState(given, row);
  if (typeof concurrencyToken === 'string') {
    const readable = (await change.readable.read(transaction, context.masks, [id])).get(id);
    if (readable === undefined || !context.tokens.isOf(concurrencyToken, readable)) {
      throw new ClientError('CONFLICT', 'the record has changed since it was read', 'input.concurrencyToken');
    }
  }
  await change.besides?.({ id, viewer, manager: transaction, held, masks: context.masks });
  if (change.relabel !== null) await checkRelabelled(context, transaction, change, { id, held, next });
  const values = await change.valuesOf(given, { id, viewer, manager: transaction, held });
  const handling = next === held ? null : { number, existence: existenceOf(next), was: existenceOf(held) };
  const said = Object.fromEntries(change.said.map((field) => [field, given[field] ?? null]));
  await updateRow(
    transaction,
    { record, type, table: records.table, id, row, values, handling, derivedFrom: derivedFrom ?? [], said },
    viewer,
  );
  await keepSources(transaction, id, joined);
}

/** A label is lowered by who made the record, and never below what it took from others. Throws WRITE_DENIED. */
async function checkRelabelled(
  { viewer, handlings }: CallContext,
  transaction: EntityManager,
  { law }: RecordChange,
  { id, held, next }: { readonly id: string; readonly held: Handling; readonly next: Handling },
): Promise<void> {
  const by = viewer.profile.subject;
  const of = { id, view: viewer.view, now: viewer.now };
  checkVerdict(law.ofLowering({ before: unclear(held.label), owner: held.record.owner, after: next.label, by, of }));
  for (const source of await sourcesOf(transaction, id, handlings)) {
    const before = unclear(labelOfEveryPart(source));
    checkVerdict(law.ofLowering({ before, owner: source.record.owner, after: next.label, by, of }));
  }
}

function checkStateTold({ sink }: CallContext, handling: Handling, type: string, field: string): void {
  const { allowed, rules } = sink.verdictOn(`${type}.${field}`, handling);
  if (!allowed) throw new WriteDenied(`\`${field}\` is moved by nobody who may not read it`, rules);
}

const existenceOf = (handling: Handling): string => handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0).text;

/** Another has changed the label of the row between the look at it and its lock. */
class HandlingChanged extends Error {
  override readonly name = 'HandlingChanged';
}
