import type { RegisterKey } from '../../brands.js';
import { ClientError, InternalError } from '../../errors.js';
import type { Handling } from '../../labels/label.js';
import type { Profile } from '../../subjects/subject.js';
import type { CallContext } from '../reading/call-context.js';
import { randomIdWith } from '../tables/random-id.js';
import type { Viewer } from '../visibility/viewer.js';
import { checkInput } from './check-input.js';
import { checkSettable } from './check-settable.js';
import { checkVerdict, type WriteVerdict } from './check-verdict.js';
import { deriveHandling } from './derive-handling.js';
import { findHandlings, type ReferredRows } from './find-handlings.js';
import { insertRecord } from './insert-record.js';
import { digestOfInput, runOnce } from './run-once.js';

/** What the law says of a command; the policy package knows it, and this one does not know that. */
export interface CommandLaw {
  /** Whether a profile could run it on some post. */
  ofProfile(profile: Profile): WriteVerdict;
  /** Whether it may run it on this one. */
  ofPost(profile: Profile, post: RegisterKey, viewer: Viewer): WriteVerdict;
}

/** When, by whom and at which post a record is made. */
export interface Making {
  readonly viewer: Viewer;
  readonly post: RegisterKey;
}

/** A field of an input that holds the id of a row. */
export interface LinkedField {
  readonly field: string;
  readonly rows: ReferredRows;
  /** Whether the row must be one of the post that the record is about. */
  readonly isOfPost: boolean;
}

/** A command that makes a record, as its declaration has it. */
export interface RecordMaking {
  readonly operation: string;
  readonly type: string;
  /** The records themselves, from which others may be drawn. */
  readonly records: ReferredRows;
  /** What fields of the input refer to: first the post that the record is about. */
  readonly links: readonly [LinkedField, ...LinkedField[]];
  readonly law: CommandLaw;
  /** Throws INPUT_INVALID. */
  check(given: Given, viewer: Viewer): void;
  /** The columns of the record, but for its id and handling. */
  valuesOf(given: Given, making: Making): Readonly<Record<string, unknown>>;
}

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
  const [about, ...linked] = await linkedTo(context, links, given);
  const sources = await findHandlings(context, records, derivedFrom ?? [], 'input.derivedFrom');
  const post = about?.handling;
  const [key] = post?.record.missions ?? [];
  if (post === undefined || key === undefined) throw new InternalError('INTERNAL', 'a post without a register key');
  checkVerdict(law.ofPost(viewer.profile, key, viewer));

  checkOfPost(linked, key);

  const origin = { maker: viewer.profile.subject, missions: [key], synthetic: given.synthetic === true };
  const handling = deriveHandling(origin, [post, ...linked.map(({ handling }) => handling), ...sources]);
  checkSettable(sink, handling, type, given);
  const values = making.valuesOf(given, { viewer, post: key });
  const id = randomIdWith(records.prefix);
  const record = { type, table: records.table, id, values, derivedFrom: derivedFrom ?? [] };
  const command = { operation, key: idempotencyKey, input: digestOfInput(said), recordId: id };
  return sink.write(handling, (transaction, number) =>
    runOnce(transaction, viewer, command, () => insertRecord(transaction, record, { handling, number }, viewer)),
  );
}

/** A row that an input refers to. */
interface Linked {
  readonly link: LinkedField;
  readonly handling: Handling;
}

async function linkedTo(context: CallContext, links: readonly LinkedField[], given: Given): Promise<Linked[]> {
  const found: Linked[] = [];
  for (const link of links) {
    const id = given[link.field];
    const ids = typeof id === 'string' ? [id] : [];
    const handlings = await findHandlings(context, link.rows, ids, `input.${link.field}`);
    found.push(...handlings.map((handling) => ({ link, handling })));
  }
  return found;
}

/** Asked after the law: whoever may run the command at this post may know what is of it. */
function checkOfPost(linked: readonly Linked[], post: RegisterKey): void {
  const other = linked.find(({ link, handling }) => link.isOfPost && !handling.record.missions.includes(post));
  if (other === undefined) return;
  const { field } = other.link;
  throw new ClientError('INPUT_INVALID', `\`${field}\` is of another post`, `input.${field}`);
}
