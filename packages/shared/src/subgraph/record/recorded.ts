import { type ClassType, Field, ID, ObjectType } from 'type-graphql';
import { Column, type ColumnOptions, Entity, PrimaryColumn } from 'typeorm';
import { ID_PREFIXES } from '../../brands.js';
import { InternalError } from '../../errors.js';
import { Category, Handled, Inaccessible, Key, Optional } from '../../schema/decorators.js';
import type { ReaderLanguage } from '../../schema/reader-language.js';
import { HandlingNumber } from '../../schema/scalars.js';
import { columnNameOf } from './column-name.js';
import { FLAG, type Kind } from './kinds.js';
import { linesOf } from './lines.js';
import { keepRecord, type Labelled, type Line, type Shown, type ValueLine } from './record.js';

/** What a record says of itself. */
export interface RecordOptions {
  /** Name of its type. */
  readonly name: string;
  /** What its rows are, in one line. */
  readonly says: string;
  /** By what its ids begin. */
  readonly prefix: string;
  /** Name of its table, where that is not the name of the type. */
  readonly table?: string;
  /** What its ids are, where there is more to say than their form. */
  readonly idSays?: string;
  /** Rules over several columns, in SQL: `expires_at > sent_at`. */
  readonly rules?: readonly string[];
  /** Whether a migration makes its indexes by hand: where rows are written by the thousand one for each field costs more than it spares. */
  readonly hasOwnIndexes?: boolean;
  /** Languages in whose alphabets its texts are put in order as well: an index for each of them and each text that rows are ordered by. */
  readonly languages?: readonly ReaderLanguage[];
}

const SYNTHETIC: ValueLine = {
  what: 'value',
  property: 'synthetic',
  kind: FLAG,
  shown: { is: 'EXISTENCE', says: 'Made for exercises, not a real record.' },
  isNullable: false,
  isUnique: false,
  isFiltered: true,
  isOrdered: false,
  isGrouped: true,
  isSearched: false,
};

/**
 * A labelled record: one class that is the type of the schema and the row of the table. Each line of it says what the field
 * holds, and everything else follows from that: nothing that opens a column is written down twice.
 */
export function Recorded(options: RecordOptions): (record: ClassType<Labelled>) => void {
  const {
    name,
    says,
    prefix,
    table = columnNameOf(name),
    idSays,
    rules = [],
    hasOwnIndexes = false,
    languages = [],
  } = options;
  assertPrefix(name, prefix);
  return (record) => {
    const { prototype } = record;
    const lines: readonly Line[] = [SYNTHETIC, ...linesOf(prototype)];
    Entity(table)(record);
    Handled('OWN')(record);
    Key()(record);
    ObjectType(name, { description: says })(record);
    Field(() => ID, { description: idSays ?? `Opaque, ${prefix}_ and 26 characters.` })(prototype, 'id');
    PrimaryColumn('text')(prototype, 'id');
    Field(() => HandlingNumber)(prototype, 'handling');
    Inaccessible()(prototype, 'handling');
    Column('integer', { name: 'handling_id' })(prototype, 'handling');
    for (const line of lines) declare(prototype, line);
    keepRecord(record, { name, table, prefix, rules, hasOwnIndexes, languages, lines });
  };
}

/** Ids of types that other parts know by name begin as those parts expect. */
function assertPrefix(name: string, prefix: string): void {
  const known = new Map<string, string>(Object.entries(ID_PREFIXES)).get(name);
  if (known !== undefined && known !== prefix) {
    throw new InternalError('INTERNAL', `ids of \`${name}\` begin with \`${known}\`, not \`${prefix}\``);
  }
}

function declare(prototype: object, line: Line): void {
  const { property } = line;
  switch (line.what) {
    case 'value':
      show(prototype, property, () => (line.kind.isList ? [line.kind.shown] : line.kind.shown), line.shown);
      keep(prototype, property, line.kind, line.isNullable);
      return;
    case 'kept':
      keep(prototype, property, line.kind, line.isNullable);
      return;
    case 'made':
      show(prototype, property, line.type, line.shown);
      return;
    case 'link':
      show(prototype, property, () => (line.isMany ? [line.to()] : line.to()), line.shown);
      return;
    case 'belongs':
      Column('text', { name: columnNameOf(property) })(prototype, property);
  }
}

function show(prototype: object, property: string, type: () => object, { is, floor, says, optional }: Shown): void {
  // What a list of types is, and what a type is, type-graphql says by one of its own types.
  const shown = type as Parameters<typeof Field>[0] & (() => object);
  Field(shown, { nullable: true, description: says })(prototype, property);
  Category(is, floor)(prototype, property);
  if (optional === true) Optional()(prototype, property);
}

function keep(prototype: object, property: string, { type, length, isList }: Kind, nullable: boolean): void {
  const options: ColumnOptions = {
    type,
    name: columnNameOf(property),
    nullable,
    array: isList,
    ...(length === null ? {} : { length }),
  };
  Column(options)(prototype, property);
}
