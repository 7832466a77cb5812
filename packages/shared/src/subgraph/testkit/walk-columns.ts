import { type GraphQLSchema, graphql, isInputObjectType, isLeafType, isObjectType } from 'graphql';
import type { DataSource } from 'typeorm';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import type { FederatedSchema } from '../serving/federated-schema.js';
import { BitString } from '../visibility/bit-string.js';
import type { Masks } from '../visibility/viewer-masks.js';
import { profileFor } from './running-notes.js';
import { testContext, viewerAs } from './test-context.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');
/** What numbers of handlings are drawn below, for up to 16,383 of them (`drawIds`): each of these may be a row's. */
const DRAWN_BELOW = 32_768;
/** One that no row has: with it no set is empty or whole, so that every mask is written. */
const NO_ROW = DRAWN_BELOW;
const HANDLINGS = NO_ROW + 1;
const ALL = new BitString(HANDLINGS);
const SOME = new BitString(HANDLINGS);
for (let id = 0; id < HANDLINGS; id++) ALL.put(id, true);
for (let id = 0; id < NO_ROW; id++) SOME.put(id, true);
const NONE = ALL.without(SOME);
const TRIED_MAX = 5;
const HALF_A_PAGE = 50;

/** Masks that open or close one coordinate on every row, and do the contrary with all others. */
const masksWith = (coordinate: string, open: boolean): Masks => ({
  visible: () => ALL.toString(),
  seen: () => ALL,
  readable: (asked) => ((asked === coordinate) === open ? SOME : NONE),
  known: () => HANDLINGS,
  heldUntil: () => Number.POSITIVE_INFINITY,
  mayRead: (asked) => (asked === coordinate) === open,
});

interface Row {
  readonly id: string;
  readonly value: unknown;
}

interface PageArgs {
  readonly filter?: object;
  readonly orderBy?: readonly object[];
}

/** One way of asking, and what is wrong with what it finds while the field is closed, and while it alone is open. */
interface Trial extends PageArgs {
  readonly what: string;
  readonly closed: (found: readonly Row[]) => string[];
  readonly open: (found: readonly Row[]) => string[];
}

const argsOf = ({ filter, orderBy }: Trial): PageArgs => ({
  ...(filter === undefined ? {} : { filter }),
  ...(orderBy === undefined ? {} : { orderBy }),
});

const valuesOf = (rows: readonly Row[]): unknown[] =>
  rows.flatMap(({ value }) => value).filter((value) => value !== null);

/** That a page holds these rows, in their order. */
const finds =
  (wanted: readonly Row[]) =>
  (found: readonly Row[]): string[] => {
    const [ids, expected] = [found, wanted].map((list) => list.map(({ id }) => id).join());
    return ids === expected ? [] : [`finds ${found.length} rows, not ${wanted.length}`];
  };

/**
 * Walks every field that a connection of a service filters or orders by, over the rows of its database: with the field
 * closed nothing may tell what is in it; with it open and all else closed it must find what is in it, and nothing else.
 * Returns what does not hold.
 */
export async function walkColumns(service: FederatedSchema, source: DataSource): Promise<string[]> {
  const problems: string[] = [];
  for (const spec of service.connections.filter(({ name }) => name.startsWith('Query.'))) {
    const walk = new ColumnWalk(service.schema, spec, source);
    for (const field of spec.fields.filter((each) => each !== 'id')) {
      for (const problem of await walk.problemsOf(field)) problems.push(`${spec.name} ${field}: ${problem}`);
    }
  }
  return problems;
}

class ColumnWalk {
  readonly #root: string;
  readonly #node: string;

  constructor(
    readonly schema: GraphQLSchema,
    readonly spec: ConnectionSpec<object>,
    readonly source: DataSource,
  ) {
    this.#root = spec.name.slice('Query.'.length);
    const connection = String(schema.getQueryType()?.getFields()[this.#root]?.type);
    this.#node = connection.replace(/Connection$/, '');
  }

  async problemsOf(field: string): Promise<string[]> {
    const coordinate = `${this.#node}.${field}`;
    const rows = await this.#rowsToTry(field, masksWith(coordinate, true));
    const trials = [...this.#filterTrials(field, rows), ...this.#orderTrials(field, rows)];
    const closed = await this.#pages(field, masksWith(coordinate, false), trials.map(argsOf), rows);
    const open = await this.#pages(field, masksWith(coordinate, true), trials.map(argsOf), rows);
    return [
      ...this.#poor(field, rows),
      ...trials.flatMap((trial, at) => [
        ...trial.closed(closed[at] ?? []).map((problem) => `closed, ${trial.what} ${problem}`),
        ...trial.open(open[at] ?? []).map((problem) => `open, ${trial.what} ${problem}`),
      ]),
    ];
  }

  /** Some of all rows, in the order of their ids, and of those that hold a value: of a field that few rows have they may be none of the first. */
  async #rowsToTry(field: string, masks: Masks): Promise<Row[]> {
    if (!this.#hasNullTest(field)) return (await this.#pages(field, masks, [{}]))[0] ?? [];
    const pages = await this.#pages(field, masks, [{}, { filter: { [field]: { isNull: false } } }]);
    const tried = new Map(pages.flatMap((page) => page.slice(0, HALF_A_PAGE)).map((row) => [row.id, row]));
    return [...tried.values()].toSorted(({ id: one }, { id: other }) => inOrder(one, other));
  }

  /** What would try nothing is no proof. */
  #poor(field: string, rows: readonly Row[]): string[] {
    const values = new Set(valuesOf(rows));
    return [
      ...(this.#inputFields('Filter').includes(field) && values.size === 0 ? ['no row holds a value to try'] : []),
      ...(this.#inputFields('Order').includes(field) && values.size < 2 ? ['no two values to order'] : []),
    ];
  }

  #filterTrials(field: string, rows: readonly Row[]): Trial[] {
    if (!this.#inputFields('Filter').includes(field)) return [];
    const equal = [...new Set(valuesOf(rows))].slice(0, TRIED_MAX).map((eq): Trial => {
      const holding = rows.filter(({ value }) => (Array.isArray(value) ? value.includes(eq) : value === eq));
      return { what: `eq ${eq}`, filter: { [field]: { eq } }, closed: finds([]), open: finds(holding) };
    });
    if (!this.#hasNullTest(field)) return equal;
    const nullTest = (isNull: boolean): Trial => ({
      what: isNull ? 'isNull' : 'is not null',
      filter: { [field]: { isNull } },
      closed: finds(isNull ? rows : []),
      open: finds(rows.filter(({ value }) => (value === null) === isNull)),
    });
    return [...equal, nullTest(true), nullTest(false)];
  }

  #orderTrials(field: string, rows: readonly Row[]): Trial[] {
    if (!this.#inputFields('Order').includes(field)) return [];
    const values = valuesOf(rows) as (string | number)[];
    const sorted = values.toSorted(inOrder);
    return (['ASC', 'DESC'] as const).map((direction) => ({
      what: direction,
      orderBy: [{ [field]: direction }],
      // Where nothing may be read all are alike, and stand in the order of their ids, which goes the way of the first key.
      closed: finds(direction === 'ASC' ? rows : rows.toReversed()),
      open: (found) => {
        const wanted = direction === 'ASC' ? sorted : sorted.toReversed();
        const first = found.slice(0, values.length).map(({ value }) => value);
        return first.join() === wanted.join() ? [] : ['is another order'];
      },
    }));
  }

  /** For each arguments one page of the rows, with the value of the field; of the given rows alone where there are some. */
  async #pages(
    field: string,
    masks: Masks,
    asked: readonly PageArgs[],
    among: readonly Row[] | null = null,
  ): Promise<Row[][]> {
    if (asked.length === 0) return [];
    const type = this.schema.getType(this.#node);
    const declared = isObjectType(type) ? type.getFields()[field]?.type : undefined;
    const selection = declared !== undefined && this.#isLeaf(String(declared)) ? field : `${field} { id }`;
    const hasOrder = this.#inputFields('Order').length > 0;
    const variables = asked.map(
      (_, at) => `$f${at}: ${this.#node}Filter${hasOrder ? `, $o${at}: [${this.#node}Order!]` : ''}`,
    );
    const pages = asked.map(
      (_, at) =>
        `p${at}: ${this.#root}(first: 100, filter: $f${at}${hasOrder ? `, orderBy: $o${at}` : ''}) { edges { node { id ${selection} } } }`,
    );
    const chosen = among === null ? {} : { id: { in: among.map(({ id }) => id) } };
    const { context, rows } = testContext(this.source, viewerAs(profileFor('USA'), NOW), masks);
    const answer = await graphql({
      schema: this.schema,
      source: `query (${variables.join(', ')}) { ${pages.join(' ')} }`,
      variableValues: Object.fromEntries(
        asked.flatMap(({ filter = {}, orderBy }, at) => [
          [`f${at}`, { ...filter, ...chosen }],
          ...(orderBy === undefined ? [] : [[`o${at}`, orderBy]]),
        ]),
      ),
      contextValue: context,
    });
    await rows.release();
    if (answer.errors !== undefined) throw new Error(`${this.spec.name} ${field}: ${answer.errors.join()}`);
    const found = answer.data as unknown as Record<string, { edges: { node: Record<string, unknown> }[] }>;
    return asked.map((_, at) =>
      (found[`p${at}`]?.edges ?? []).map(({ node }) => ({ id: String(node.id), value: plain(node[field]) })),
    );
  }

  #isLeaf(type: string): boolean {
    return isLeafType(this.schema.getType(type.replace(/[[\]!]/g, '')));
  }

  #inputFields(kind: 'Filter' | 'Order'): string[] {
    const type = this.schema.getType(`${this.#node}${kind}`);
    return isInputObjectType(type) ? Object.keys(type.getFields()) : [];
  }

  #hasNullTest(field: string): boolean {
    const filter = this.schema.getType(`${this.#node}Filter`);
    const condition = isInputObjectType(filter) ? filter.getFields()[field]?.type : undefined;
    return isInputObjectType(condition) && condition.getFields().isNull !== undefined;
  }
}

/** The order of numbers, and of texts as their readers have it; codes, dates and instants are the same in it as byte by byte. */
const READERS = new Intl.Collator('und');
const inOrder = (a: string | number, b: string | number): number =>
  typeof a === 'string' || typeof b === 'string' ? READERS.compare(String(a), String(b)) : a - b;

/** A value as the service answers it: of a link the id, of an instant its text. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' && 'id' in value ? value.id : value;
}
