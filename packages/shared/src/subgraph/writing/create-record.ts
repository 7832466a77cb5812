import type { EntityManager } from 'typeorm';
import type { RegisterKey } from '../../brands.js';
import { ClientError, InternalError } from '../../errors.js';
import type { Handling, Permissive } from '../../labels/label.js';
import type { CallContext } from '../reading/call-context.js';
import { randomIdWith } from '../tables/random-id.js';
import type { Viewer } from '../visibility/viewer.js';
import { checkInput } from './check-input.js';
import { type CommandLaw, checkLawAt } from './check-law.js';
import { checkSettable } from './check-settable.js';
import { checkVerdict } from './check-verdict.js';
import { deriveHandling } from './derive-handling.js';
import { checkOfPost, findHandlings, findLinked, type LinkedField, type ReferredRows } from './find-handlings.js';
import { insertRecord } from './insert-record.js';
import { digestOfInput, runOnce } from './run-once.js';

/** When, by whom and at which post a record is made. */
export interface Making {
  readonly viewer: Viewer;
  readonly post: RegisterKey;
}

/** A command that makes a record, as its declaration has it. */
export interface RecordMaking {
  readonly operation: string;
  readonly type: string;
  /** The records themselves, from which others may be drawn. */
  readonly records: ReferredRows;
  /** What fields of the input refer to: first what the record is about, a post or a record of posts. */
  readonly links: readonly [LinkedField, ...LinkedField[]];
  readonly law: CommandLaw;
  /** Throws INPUT_INVALID. */
  check(given: Given, viewer: Viewer): void;
  /** The columns of the record, but for its id and handling. */
  valuesOf(given: Given, making: Making): Readonly<Record<string, unknown>>;
  /** Other States that it is addressed to, which must be able to read it. */
  addresseesOf(given: Given, making: Making): readonly string[];
  /** Columns that follow from rows beside it, which the transaction that adds it alone can know. */
  readonly place: Placing | null;
}

/** Finds the columns of a row that follow from rows beside it; what it reads must stay so until the transaction ends. */
export type Placing = (
  transaction: EntityManager,
  row: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>;

/** What a caller gives, by field. */
export type Given = Readonly<Record<string, unknown>>;

/** What every input has beside what it gives. */
export interface CommandInput {
  readonly idempotencyKey: string;
  readonly derivedFrom?: readonly string[] | null;
}

/** Makes a record; gives its id, which a second run with the same key finds again. */
export async function createRecord(
  context: CallContext,
  making: RecordMaking,
  input: CommandInput & object,
): Promise<string> {
  const { viewer, sink } = context;
  const { operation, type, records, links, law } = making;
  const { idempotencyKey, ...said } = input;
  const { derivedFrom, ...fields } = said;
  const given: Given = fields;
  checkInput(input);
  making.check(given, viewer);
  checkVerdict(law.ofProfile(viewer.profile));

  // What is hidden is not there: before anything is asked of it, and whatever the rest of the input says.
  const [about, ...others] = await findLinked(context, links, given);
  const sources = await findHandlings(context, records, derivedFrom ?? [], 'input.derivedFrom');
  if (about === undefined) throw new InternalError('INTERNAL', 'a record about nothing');
  checkLawAt(law, viewer, about.handling);

  const { missions } = about.handling.record;
  const [post] = missions;
  if (post === undefined) throw new InternalError('INTERNAL', 'no law holds at no post');
  checkOfPost(others, missions);
  const addressees = making.addresseesOf(given, { viewer, post });
  const origin = { maker: viewer.profile.subject, missions, synthetic: given.synthetic === true, addressees };
  const handling = deriveHandling(origin, [about.handling, ...others.map((each) => each.handling), ...sources]);
  checkReaches(handling, addressees);
  checkSettable(sink, handling, type, given);
  // What comes from an exercise is of an exercise, whatever its maker says.
  const synthetic = handling.record.tags.has('synthetic');
  const values = { ...making.valuesOf(given, { viewer, post }), synthetic };
  const id = randomIdWith(records.prefix);
  const record = { type, table: records.table, id, values, derivedFrom: derivedFrom ?? [] };
  const command = { operation, key: idempotencyKey, input: digestOfInput(said), recordId: id };
  try {
    return await sink.write(handling, (transaction, number) =>
      runOnce(transaction, viewer, command, async () => {
        const placed = await making.place?.(transaction, { ...values, handling_id: number });
        const row = { ...record, values: { ...values, ...placed } };
        await insertRecord(transaction, row, { handling, number }, viewer);
      }),
    );
  } finally {
    context.forget();
  }
}

/** What is kept from those whom it is addressed to would be sent to nobody. Throws INPUT_INVALID. */
function checkReaches({ label: { releasableTo, nationals } }: Handling, addressees: readonly string[]): void {
  const reaches = (among: Permissive, state: string): boolean => among === 'ANY' || among.has(state);
  if (addressees.every((state) => reaches(releasableTo, state) && reaches(nationals, state))) return;
  throw new ClientError('INPUT_INVALID', 'what it refers to is kept from those that it is addressed to', 'input');
}
