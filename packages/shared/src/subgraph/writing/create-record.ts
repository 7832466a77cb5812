import type { ClassType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import type { RegisterKey } from '../../brands.js';
import { ClientError, InternalError } from '../../errors.js';
import type { Handling, Label, Permissive } from '../../labels/label.js';
import type { CallContext } from '../reading/call-context.js';
import { randomIdWith } from '../tables/random-id.js';
import type { Viewer } from '../visibility/viewer.js';
import { checkInput } from './check-input.js';
import { type CommandLaw, checkLawAt } from './check-law.js';
import { checkSettable } from './check-settable.js';
import { checkVerdict } from './check-verdict.js';
import { deriveHandling, labelOfEveryPart, type RecordOrigin, unclear } from './derive-handling.js';
import { type Described, describedAs } from './described.js';
import {
  checkOfPost,
  type FoundRow,
  findHandlings,
  findLinked,
  type LinkedField,
  type LinkedRow,
  type ReferredRows,
} from './find-handlings.js';
import { type Following, follow } from './follow.js';
import { insertRecord, type PairRows } from './insert-record.js';
import { keepSources, numbersOf } from './label-sources.js';
import { digestOfInput, runOnce } from './run-once.js';
import { type Superseding, supersede } from './supersede.js';
import { type Tearline, withTearline } from './tearline.js';
import { checkReadable, type Telling } from './telling.js';

/** When, by whom and at which post a record is made. */
export interface Making {
  readonly viewer: Viewer;
  readonly post: RegisterKey;
}

/** The same, with how each row is handled that a field of the input names. */
export interface Describing extends Making {
  readonly linked: ReadonlyMap<string, Handling>;
}

/** A command that makes a record, as its declaration has it. */
export interface RecordMaking {
  readonly operation: string;
  readonly record: ClassType<object>;
  readonly type: string;
  /** The records themselves. */
  readonly records: ReferredRows;
  /** Kinds of record from which others may be drawn. */
  readonly sources: readonly ReferredRows[];
  /** What fields of the input refer to: first what the record is about, posts or a record of posts. */
  readonly links: readonly [LinkedField, ...LinkedField[]];
  readonly law: CommandLaw;
  /** Throws INPUT_INVALID. */
  check(given: Given, viewer: Viewer): void;
  /** The columns of the record, but for its id and handling. */
  valuesOf(given: Given, making: Making): Readonly<Record<string, unknown>>;
  /** Its links to many. */
  pairsOf(given: Given): readonly PairRows[];
  /** Other States that it is addressed to, which must be able to read it. */
  addresseesOf(given: Given, making: Making): readonly string[];
  /** What kind of record it is, as tags of its handling. */
  tagsOf(given: Given, making: Making): readonly string[];
  /** Whom it concerns; null of a record that describes nobody. */
  describedBy(given: Given, describing: Describing): Described | null;
  /** What other States may read of it below its label; null where nothing is. */
  tearlineOf(given: Given): Tearline | null;
  /** What the input asks for that is no field of the record: the post on whose account it is kept, what it tells of. */
  readonly asked: readonly string[];
  /** What it tells of another record below that one's label; null where it tells nothing. */
  readonly telling: Telling | null;
  /** Which earlier record it takes the place of; null where none. */
  readonly superseding: Superseding | null;
  /** Among which periods it takes its place; null of what is no period. */
  readonly following: Following | null;
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
  const { operation, record: of, type, records, law } = making;
  const { idempotencyKey, ...said } = input;
  const { derivedFrom, ...given } = said;
  checkInput(input);
  making.check(given, viewer);
  checkVerdict(law.ofProfile(viewer.profile));

  const found = await findAll(context, making, given, derivedFrom ?? []);
  for (const { handling } of found.about) checkLawAt(law, viewer, handling);
  const missions = [...new Set(found.about.flatMap(({ handling }) => handling.record.missions))];
  const [post] = missions;
  if (post === undefined) throw new InternalError('INTERNAL', 'no law holds at no post');
  checkOfPost([...found.others, ...found.told], missions);

  const moment = { viewer, post };
  const handling = handlingOf(making, given, found, { missions, moment });
  checkSettable(sink, handling, type, withoutAsked(given, making.asked));
  // What comes from an exercise is of an exercise, whatever its maker says.
  const synthetic = handling.record.tags.has('synthetic');
  const told = await tell(context, making, found, handling);
  const values = { ...making.valuesOf(given, moment), ...told, synthetic };
  const id = randomIdWith(records.prefix);
  const pairs = making.pairsOf(given);
  const record = { record: of, type, table: records.table, id, values, pairs, derivedFrom: derivedFrom ?? [] };
  const command = { operation, key: idempotencyKey, input: digestOfInput(said), recordId: id };
  const joined = await numbersOf(sink, [...found.about, ...found.others, ...found.sources]);
  try {
    return await sink.write(handling, (transaction, number) =>
      runOnce(transaction, viewer, command, async () => {
        if (making.superseding !== null) await supersede(context, transaction, making.superseding, given, values);
        if (making.following !== null) await follow(context, transaction, making.following, values);
        const placed = await making.place?.(transaction, { ...values, handling_id: number });
        const row = { ...record, values: { ...values, ...placed } };
        await insertRecord(transaction, row, { handling, number }, viewer);
        await keepSources(transaction, id, joined);
      }),
    );
  } finally {
    context.forget();
  }
}

/** What an input refers to. */
interface Found {
  /** What the record is about. */
  readonly about: readonly FoundRow[];
  readonly others: readonly LinkedRow[];
  readonly sources: readonly FoundRow[];
  /** What it tells of below its label: one, or none. */
  readonly told: readonly LinkedRow[];
}

/** What is hidden is not there: before anything is asked of it, and whatever the rest of the input says. */
async function findAll(
  context: CallContext,
  { links, sources, telling }: RecordMaking,
  given: Given,
  derivedFrom: readonly string[],
): Promise<Found> {
  const linked = await findLinked(context, links, given);
  const told = telling === null ? [] : await findLinked(context, [telling.link], given);
  const drawnFrom = await findHandlings(context, sources, derivedFrom, 'input.derivedFrom');
  const about = linked.filter(({ link }) => link === links[0]);
  if (about.length === 0) throw new InternalError('INTERNAL', 'a record about nothing');
  const others = linked.filter(({ link }) => link !== links[0]);
  return { about, others, sources: drawnFrom, told };
}

/** Of whom and where a record is. */
interface Origin {
  readonly missions: readonly RegisterKey[];
  readonly moment: Making;
}

function handlingOf(making: RecordMaking, given: Given, found: Found, { missions, moment }: Origin): Handling {
  const { subject } = moment.viewer.profile;
  const { about, others, sources, told } = found;
  const addressees = making.addresseesOf(given, moment);
  const synthetic = given.synthetic === true || told.some(({ handling }) => handling.record.tags.has('synthetic'));
  const tags = making.tagsOf(given, moment);
  const origin: RecordOrigin = { maker: subject, missions, synthetic, addressees, tags };
  const posts = about.map(({ handling }) => handling);
  const drawnFrom = [...others, ...sources].map(({ handling }) => handling);
  const derived = deriveHandling(origin, [...posts, ...drawnFrom]);
  const linked = new Map(others.map(({ link, handling: each }) => [link.field, each]));
  const described = making.describedBy(given, { ...moment, linked });
  // Whether the record whose place it takes is of the same person is looked at where its writer may read that.
  const beside = others.filter(({ link }) => link !== making.superseding?.link).map(({ handling: each }) => each);
  const persons = [...beside, ...sources.map(({ handling: each }) => each)];
  const handling = described === null ? derived : describedAs(derived, described, persons);
  checkReaches(handling.label, addressees);
  const tearline = making.tearlineOf(given);
  if (tearline === null) return handling;
  const { label } = deriveHandling({ ...origin, addressees: tearline.states }, posts);
  checkReaches(label, tearline.states);
  // What is told below the line is drawn from the same: each who made a part of that has a say in it.
  for (const source of drawnFrom) checkLowered(making.law, subject, source, label);
  return withTearline(handling, tearline, label);
}

/** What a record tells of another below its label: by who made that, and from what its teller may read of it. */
async function tell(
  context: CallContext,
  { telling, law }: RecordMaking,
  { told: [other] }: Found,
  { label }: Handling,
): Promise<Readonly<Record<string, unknown>>> {
  if (telling === null || other === undefined) return {};
  checkLowered(law, context.viewer.profile.subject, other.handling, label);
  checkReadable(context.sink, other.handling, telling);
  return context.read((manager) => telling.valuesOf(manager, other.id));
}

function withoutAsked(given: Given, asked: readonly string[]): Given {
  return Object.fromEntries(Object.entries(given).filter(([field]) => !asked.includes(field)));
}

function checkLowered(
  law: Pick<CommandLaw, 'ofLowering'>,
  by: RecordOrigin['maker'],
  source: Handling,
  after: Label,
): void {
  checkVerdict(
    law.ofLowering({ before: unclear(labelOfEveryPart(source)), owner: source.record.owner, after, by, of: null }),
  );
}

/** What is kept from those whom it is addressed to would be sent to nobody. Throws INPUT_INVALID. */
function checkReaches({ releasableTo, nationals }: Label, addressees: readonly string[]): void {
  const reaches = (among: Permissive, state: string): boolean => among === 'ANY' || among.has(state);
  if (addressees.every((state) => reaches(releasableTo, state) && reaches(nationals, state))) return;
  throw new ClientError('INPUT_INVALID', 'what it refers to is kept from those that it is addressed to', 'input');
}
