import { type ClassType, Field, ID, InputType } from 'type-graphql';
import { ID_PREFIXES } from '../../brands.js';
import { InternalError } from '../../errors.js';
import { Category } from '../../schema/decorators.js';
import { referenceOf } from '../links/reference.js';
import { linkNamesOf } from '../record/names-of.js';
import { type Line, type LinkLine, type RecordDeclaration, recordOf, type ValueLine } from '../record/record.js';
import { CountWithin, EachOnce, IdempotencyKey, IdsTo, Written, WrittenList } from '../writing/check-input.js';
import type { Side } from '../writing/check-times.js';
import type { LinkedField, ReferredRows, RowsElsewhere } from '../writing/find-handlings.js';
import type { PairRows } from '../writing/insert-record.js';
import { referredRowsOf } from './posts-of.js';

/** The greatest number of an integer column, and of an Int. */
const INTEGER_MAX = 2 ** 31 - 1;

/** How a command takes a field of its record. */
export interface SetField {
  /** What it is, where that is not what the record says of it. */
  readonly says?: string;
  /** Most characters of a text, where its column has no length; the greatest number of a count; most of a list or of links. */
  readonly max?: number;
  /** Most characters of each text of a list. */
  readonly each?: number;
  /** False where it may be left out; else it must be given, unless the record itself may lack it and it is not true. */
  readonly required?: boolean;
  /** Of a link: the row must be one of the post that the record is about. */
  readonly ofPost?: true;
  /** Of a moment or a day: on which side of now it must lie. */
  readonly time?: Side;
}

/** Words of a command. */
export interface CommandTexts {
  /** What the caller makes, `report`. */
  readonly noun: string;
  readonly inputSays: string;
  /** Records that it may be drawn from: of the same kind, unless others are named. */
  readonly derivedFrom?: {
    readonly says: string;
    readonly max: number;
    readonly of?: () => readonly ClassType<object>[];
  };
}

/** What an input asks for that is no field of its record. */
interface Asked {
  readonly argument: string;
  readonly says: string;
}

/** The post on whose account a record is kept. */
export interface Account extends Asked {
  readonly to: () => ClassType<object>;
}

/** The input of a command that makes a record: a key, what it sets under the categories of the record, and what that comes from. */
export function inputOf(
  name: string,
  declared: RecordDeclaration,
  sets: ReadonlyMap<string, SetField>,
  texts: CommandTexts & { readonly tells?: Asked; readonly onAccountOf?: Asked; readonly supersedes?: Asked },
): ClassType<object> {
  const Input = bareInput(name, texts);
  setFields(Input.prototype, declared, sets);
  for (const asked of [texts.onAccountOf, texts.tells])
    if (asked !== undefined) askFor(Input.prototype, asked.argument, ID, { description: asked.says });
  const { supersedes } = texts;
  if (supersedes !== undefined)
    askFor(Input.prototype, supersedes.argument, ID, { description: supersedes.says, nullable: true });
  takeSources(Input.prototype, texts);
  return Input;
}

/** What the input of a command that changes a record has beside what it sets. */
export interface ChangeTexts extends CommandTexts {
  /** What its records are called, `vetting`. */
  readonly record: string;
  /** The field that says where the record is to go, where the caller chooses; null where there is nothing to choose. */
  readonly chosen: ValueLine | null;
}

/** The input of a command that changes a record: its id, what was read of it, and what it sets; of what is left out nothing changes. */
export function changeInputOf(
  name: string,
  declared: RecordDeclaration,
  sets: ReadonlyMap<string, SetField>,
  texts: ChangeTexts,
): ClassType<object> {
  const Input = bareInput(name, texts);
  const prototype: object = Input.prototype;
  const { record, chosen } = texts;
  askFor(prototype, 'id', ID, { description: `The ${record}.` });
  const isTokenNeeded = [...sets.keys()].some((property) => isFreeText(settableLine(declared, property)));
  const token = isTokenNeeded
    ? `The token of the ${record} as you read it: if what you may read of it has changed since, nothing is done.`
    : `The token of the ${record} as you read it, if it must not have changed since; without it only its state is looked at.`;
  askFor(prototype, 'concurrencyToken', String, { nullable: !isTokenNeeded, description: token });
  if (chosen !== null) setField(prototype, chosen, {});
  setFields(prototype, declared, sets);
  takeSources(prototype, texts);
  return Input;
}

/** A field of an input that says nothing of what a record holds, but that it is there. */
export function askFor(
  prototype: object,
  field: string,
  type: object,
  options: { readonly description: string; readonly nullable?: boolean },
): void {
  Field(() => type, options)(prototype, field);
  Category('EXISTENCE')(prototype, field);
}

/** The input of a command, as far as each has it. */
export function bareInput(
  name: string,
  { noun, inputSays }: Pick<CommandTexts, 'noun' | 'inputSays'>,
): ClassType<object> {
  class Input {}
  InputType(name, { description: inputSays })(Input);
  const prototype: object = Input.prototype;
  const key = `Your own name for this ${noun}, 8 to 64 characters: the same key is run once.`;
  askFor(prototype, 'idempotencyKey', String, { description: key });
  IdempotencyKey()(prototype, 'idempotencyKey');
  return Input;
}

function setFields(prototype: object, declared: RecordDeclaration, sets: ReadonlyMap<string, SetField>): void {
  for (const [property, set] of sets) setField(prototype, settableLine(declared, property), set);
}

function takeSources(prototype: object, { derivedFrom }: CommandTexts): void {
  if (derivedFrom === undefined) return;
  askFor(prototype, 'derivedFrom', [ID], { nullable: true, description: derivedFrom.says });
  IdsTo(derivedFrom.max)(prototype, 'derivedFrom');
}

/** What somebody writes, and another could have written over. */
const isFreeText = (line: ValueLine | LinkLine): boolean =>
  line.what === 'value' && !line.kind.isList && line.kind.shown === String;

/** The rows that fields of an input refer to: first the one that the record is about. */
export function linksOf(
  declared: RecordDeclaration,
  sets: ReadonlyMap<string, SetField>,
  about: string,
): readonly [LinkedField, ...LinkedField[]] {
  const linked = linkedBy(declared, sets);
  const first = linked.find(({ field }) => field === about);
  if (first === undefined) return refuse(declared, about, 'is no link to a post');
  return [first, ...linked.filter((link) => link !== first)];
}

/** The same of a record that no link of its own ties to a post. */
export function linksOnAccount(
  declared: RecordDeclaration,
  sets: ReadonlyMap<string, SetField>,
  { argument, to }: Account,
): readonly [LinkedField, ...LinkedField[]] {
  return [{ field: argument, rows: rowsOfType(to()), isOfPost: false }, ...linkedBy(declared, sets)];
}

/** The rows that fields of an input refer to. */
export function linkedBy(declared: RecordDeclaration, sets: ReadonlyMap<string, SetField>): LinkedField[] {
  return [...sets].flatMap(([property, { ofPost }]) => {
    const line = settableLine(declared, property);
    return line.what === 'link' ? [{ field: property, rows: rowsBehind(line), isOfPost: ofPost === true }] : [];
  });
}

/** Kinds of record that something may be drawn from. */
export function sourcesOf(declared: RecordDeclaration, { derivedFrom }: CommandTexts): ReferredRows[] {
  return (derivedFrom?.of?.().map((kind) => recordOf(kind)) ?? [declared]).map((kind) => {
    if (kind === undefined) return refuse(declared, 'derivedFrom', 'names what is no record');
    return { prefix: kind.prefix, table: kind.table, handlingColumn: 'handling_id' };
  });
}

/** The pairs that a new record holds by the links to many that are set. */
export function pairsIn(
  declared: RecordDeclaration,
  sets: ReadonlyMap<string, SetField>,
  given: Readonly<Record<string, unknown>>,
): PairRows[] {
  return [...sets.keys()].flatMap((property) => {
    const line = settableLine(declared, property);
    if (line.what !== 'link' || !line.isMany) return [];
    const names = linkNamesOf(declared.table, line);
    const ids = given[property];
    if (!('through' in names) || !Array.isArray(ids)) return [];
    return [{ table: names.through, holder: names.holder, target: names.target, ids: ids.map(String) }];
  });
}

/** What a command may set of a record. */
function settableLine(declared: RecordDeclaration, property: string): ValueLine | LinkLine {
  const line: Line | undefined = declared.lines.find((each) => each.property === property);
  if (line?.what === 'value' || line?.what === 'link') return line;
  return refuse(declared, property, 'is set by no command');
}

function refuse({ name }: RecordDeclaration, property: string, why: string): never {
  throw new InternalError('INTERNAL', `\`${name}.${property}\` ${why}`);
}

const rowsBehind = ({ to }: LinkLine): ReferredRows | RowsElsewhere => rowsOfType(to());

function rowsOfType(type: ClassType<object>): ReferredRows | RowsElsewhere {
  const [referred, owned] = [referenceOf(type), recordOf(type)];
  if (owned !== undefined) return referredRowsOf(owned);
  if (referred === undefined) throw new InternalError('INTERNAL', 'a link to what is neither record nor reference');
  const { name, table } = referred;
  const prefix = ID_PREFIXES[name];
  return table === null ? { prefix, table } : { prefix, table, handlingColumn: 'existence_handling_id' };
}

function setField(prototype: object, line: ValueLine | LinkLine, set: SetField): void {
  if (isMany(line)) setMany(prototype, line, set);
  else setOne(prototype, line, set);
}

function setOne(prototype: object, line: ValueLine | LinkLine, set: SetField): void {
  const { property, shown } = line;
  const type = line.what === 'link' ? ID : line.kind.shown;
  const nullable = set.required === false || (set.required !== true && line.what === 'value' && line.isNullable);
  const max = line.what === 'value' ? (set.max ?? line.kind.length) : null;
  const isText = line.what === 'value' && line.kind.shown === String;
  const says = set.says ?? shown.says;
  const description = isText && max !== null ? `${says.replace(/\.$/, '')}, at most ${max} characters.` : says;
  Field(() => type, { nullable, description })(prototype, property);
  Category(shown.is, shown.floor)(prototype, property);
  if (isText) Written(max ?? refuseUnbounded(property), nullable)(prototype, property);
  else if (line.what === 'value' && line.kind.type === 'integer') {
    CountWithin(leastOf(line), max ?? INTEGER_MAX)(prototype, property);
  }
}

const isMany = (line: ValueLine | LinkLine): boolean => (line.what === 'link' ? line.isMany : line.kind.isList);

/** Several of a value, or links to several: at least one, unless it may be left out. */
function setMany(prototype: object, line: ValueLine | LinkLine, { required, max, each, says }: SetField): void {
  const { property, shown } = line;
  if (max === undefined) throw new InternalError('INTERNAL', `\`${property}\` is a list without a greatest length`);
  const isOptional = required === false;
  const type = line.what === 'link' ? ID : line.kind.shown;
  const description = `${(says ?? shown.says).replace(/\.$/, '').replace(/, at most \d+$/, '')}, at most ${max}.`;
  Field(() => [type], { nullable: isOptional, description })(prototype, property);
  Category(shown.is, shown.floor)(prototype, property);
  if (type === String) WrittenList(max, each ?? refuseUnbounded(property), isOptional)(prototype, property);
  else EachOnce(line.what === 'link' ? 'ids' : 'values', isOptional ? 0 : 1, max, isOptional)(prototype, property);
}

/** What the column itself takes: what it would refuse is told in the caller's words before. */
const leastOf = ({ kind: { rule } }: ValueLine): number =>
  rule !== null && 'least' in rule ? rule.least : -INTEGER_MAX;

function refuseUnbounded(property: string): never {
  throw new InternalError('INTERNAL', `\`${property}\` is a text without a greatest length`);
}
