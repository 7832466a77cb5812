import type { ClassType } from 'type-graphql';
import { InternalError } from '../../errors.js';
import type { ConnectionArgs } from '../../schema/connection-args.js';
import { createConnectionType, type Page } from '../../schema/connection-types.js';
import { ConnectionSpec, type ReadTexts } from '../paging/connection-spec.js';
import type { PlaceColumn } from '../paging/geo-sql.js';
import type { RowLoader } from '../reading/row-loader.js';
import { columnNameOf } from '../record/column-name.js';
import { declaredTableOf } from '../record/declared-table-of.js';
import { isForReaders } from '../record/lines.js';
import { linkNamesOf, typeNameOf } from '../record/names-of.js';
import {
  type Labelled,
  type Line,
  type LinkLine,
  type RecordDeclaration,
  recordOf,
  type ValueLine,
} from '../record/record.js';
import { searchedFieldsOf } from '../search/searched-fields.js';
import type { DeclaredTable } from '../tables/declared-table.js';
import type { Link } from '../tables/link.js';
import { cellColumnOf } from '../tables/map-cells.js';
import { nameOf } from '../tables/sql-name.js';
import type { Command } from './command.js';
import { type EventField, followedBy } from './event-fields.js';
import { foundBy } from './found-by.js';
import { groupsField } from './groups-field.js';
import { inverseConnection, inversePart, ownerField } from './inverse-fields.js';
import { noteListed } from './listed-rows.js';
import { ownFields } from './own-fields.js';
import { type KeyRoot, rootsOf } from './roots.js';
import { rowsOf } from './rows-of.js';
import { StateMachine, type States } from './state-machine.js';
import { tokenField } from './token-field.js';
import type { Watched, WatchedAs } from './watched.js';
import { type Nouns, wordingOf } from './wording.js';

/** Under which names a record is asked for. */
export interface AggregateNames<T extends Labelled> extends Partial<Nouns> {
  /** Root field of one row. */
  readonly one: string;
  /** Root field of many. */
  readonly many: string;
  readonly keys?: readonly KeyRoot[];
  /** Subscriptions that follow its changes. */
  readonly events?: readonly EventField[];
  /** Where it can stand, and go from there: commands make it at the first and move it along. */
  readonly states?: States;
  /** By what it meets what somebody wants to be told of. */
  readonly watched?: Watched;
  /** What makes and changes it. */
  readonly commands?: readonly Command<T>[];
}

/** A record with everything that follows from it, ready to be served. */
export interface Aggregate<T extends Labelled = Labelled> {
  readonly record: ClassType<T>;
  readonly declared: RecordDeclaration;
  /** What its migrations make. */
  readonly table: DeclaredTable;
  readonly rows: RowLoader<T>;
  readonly resolvers: readonly ClassType<object>[];
  readonly connections: readonly ConnectionSpec<object>[];
  /** How its rows are listed wherever else they are. */
  readonly listed: Listed<T>;
  /** By what it meets standing questions, and under which names; null where it meets none. */
  readonly watched: WatchedAs | null;
  /** Types that its links lead to. */
  readonly targets: readonly ClassType<object>[];
}

/** A connection of a record, for a field that its declaration does not make. */
export interface Listed<T extends object> {
  readonly connection: ClassType<Page<T>>;
  readonly args: ClassType<ConnectionArgs>;
  /** Of the coordinate of the field. */
  specNamed(name: string): ConnectionSpec<T>;
}

/**
 * What follows from a record: filter, order, connection and its masked columns, root fields, links in both directions and
 * their loaders. Without names it has no root field, and is reached by links alone.
 */
export function aggregateOf<T extends Labelled>(
  record: ClassType<T>,
  names: AggregateNames<T> | null = null,
): Aggregate<T> {
  const declared = recordOf(record);
  if (declared === undefined) throw new InternalError('INTERNAL', `\`${record.name}\` is no record`);
  const { name, lines } = declared;
  const rows = rowsOf(record);
  const { filter, order, args } = foundBy(declared);
  const searched = searchedFieldsOf(declared);
  const places = placesOf(declared);
  const read = readTextsOf(declared);
  const specNamed = (specName: string): ConnectionSpec<T> =>
    new ConnectionSpec({
      name: specName,
      entity: record,
      filter,
      order,
      links: linksOf(declared),
      searched,
      places,
      read,
      load: rows.load,
    });
  const nouns = { noun: names?.noun ?? names?.one ?? name, nouns: names?.nouns ?? names?.many ?? name };
  const wording = wordingOf(name, nouns);
  const connection = createConnectionType(() => record, wording.connection);
  const all = specNamed(names === null ? name : `Query.${names.many}`);
  noteListed(record, all);
  const resolvers: ClassType<object>[] = [];
  const connections: ConnectionSpec<object>[] = [];
  if (names !== null) {
    const { one, many, keys = [] } = names;
    resolvers.push(rootsOf({ record, declared, one, many, keys, wording, spec: all, connection, args }));
    connections.push(all);
  }
  resolvers.push(groupsField(declared, connection), ownFields(record, declared, all));
  for (const line of lines) {
    if (line.what === 'belongs') resolvers.push(inversePart(record, line), ownerField(record, line));
    if (line.what !== 'link' || line.inverse === null) continue;
    const { inverse, property: link } = line;
    const on = line.to();
    const spec = specNamed(`${typeNameOf(on)}.${inverse.field}`);
    resolvers.push(inverseConnection({ on, inverse, link, spec, connection, args }));
    connections.push(spec);
  }
  for (const event of names?.events ?? []) {
    const spec = specNamed(`Subscription.${event.field}`);
    resolvers.push(followedBy(record, event, spec, filter));
    connections.push(spec);
  }
  const targets = lines.flatMap(targetsOf);
  const watched = names?.watched === undefined ? null : { one: names.one, many: names.many, ...names.watched };
  const commands = commandsOf(record, declared, names);
  resolvers.push(...commands.resolvers);
  const table = declaredTableOf(
    declared,
    { isTold: watched !== null || (names?.events ?? []).length > 0, ...commands.use },
    commands.links,
  );
  const listed = { connection, args, specNamed };
  return { record, declared, table, rows, resolvers, connections, listed, watched, targets };
}

/** What a line leads to: by a link, or by a code. */
function targetsOf(line: Line): ClassType<object>[] {
  if ('to' in line) return [line.to()];
  return line.what === 'made' && line.namedBy !== null ? [line.namedBy.type()] : [];
}

function placesOf({ name, lines }: RecordDeclaration): ReadonlyMap<string, PlaceColumn> {
  const columnOf = (property: string): string => `t.${nameOf(columnNameOf(property))}`;
  return new Map(
    lines.flatMap((line): [string, PlaceColumn][] => {
      if (line.what !== 'made' || line.place === null) return [];
      const { property, place } = line;
      const columns = { latitude: columnOf(place.latitude), longitude: columnOf(place.longitude) };
      return [[property, { ...columns, cell: cellColumnOf(columnOf(property)), guard: `${name}.${property}` }]];
    }),
  );
}

function readTextsOf({ lines, languages }: RecordDeclaration): ReadTexts {
  const texts = lines.filter((line): line is ValueLine => line.what === 'value' && isForReaders(line));
  return { fields: texts.map(({ property }) => property), languages };
}

function linksOf({ table, lines }: RecordDeclaration): Readonly<Record<string, Link>> {
  const links = lines.filter((line): line is LinkLine => line.what === 'link');
  return Object.fromEntries(links.map((line) => [line.property, linkNamesOf(table, line)]));
}

/** What follows from the commands of a record, and what they do to its table. */
function commandsOf<T extends Labelled>(
  record: ClassType<T>,
  declared: RecordDeclaration,
  names: AggregateNames<T> | null,
): {
  readonly resolvers: ClassType<object>[];
  readonly use: { isWritten: boolean; changed: readonly string[] };
  readonly links: readonly string[];
} {
  const commands = names?.commands ?? [];
  const states = names?.states === undefined ? null : new StateMachine(declared, names.states);
  const one = names?.one ?? declared.name;
  const of = { record, declared, one, noun: names?.noun ?? one, states };
  const uses = commands.map((command) => command.useOf(of));
  const changes = uses.flatMap((use) => use.changes);
  const resolvers = commands.map((command) => command.resolverOf(of));
  if (changes.length > 0) resolvers.push(tokenField(record, declared));
  return {
    resolvers,
    use: { isWritten: uses.some(({ adds }) => adds), changed: [...new Set(changes)].sort() },
    links: uses.flatMap(({ links = [] }) => links),
  };
}
