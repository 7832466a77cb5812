import { type GraphQLSchema, graphql, isInputObjectType, isLeafType, isObjectType } from 'graphql';
import type { DataSource } from 'typeorm';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import type { FederatedSchema } from '../serving/federated-schema.js';
import type { Masks } from '../visibility/viewer-masks.js';
import { profileFor } from './running-notes.js';
import { testContext, viewerAs } from './test-context.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');
const ALL = `x${'ff'.repeat(4096)}`;
const NOBODY = `x${'00'.repeat(4096)}`;
const TRIED_MAX = 5;

/** Masks that open or close one coordinate on every row, and do the contrary with all others. */
const masksWith = (coordinate: string, open: boolean): Masks => ({
  visible: () => ALL,
  at: (asked) => ((asked === coordinate) === open ? ALL : NOBODY),
  mayRead: (asked) => (asked === coordinate) === open,
});

interface Row {
  readonly id: string;
  readonly value: unknown;
}

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
    const closed = masksWith(coordinate, false);
    const open = masksWith(coordinate, true);
    const rows = await this.#rows(field, masksWith(coordinate, true), {});
    const problems: string[] = [];
    const expectIds = (what: string, found: readonly Row[], wanted: readonly Row[]): void => {
      const [ids, expected] = [found, wanted].map((list) => list.map(({ id }) => id).join());
      if (ids !== expected) problems.push(`${what} finds ${found.length} rows, not ${wanted.length}`);
    };
    if (this.#inputFields('Filter').includes(field)) {
      const values = [...new Set(rows.flatMap(({ value }) => value).filter((value) => value !== null))];
      if (values.length === 0) problems.push('no row holds a value to try');
      for (const eq of values.slice(0, TRIED_MAX)) {
        const holding = rows.filter(({ value }) => (Array.isArray(value) ? value.includes(eq) : value === eq));
        expectIds(`closed, eq ${eq}`, await this.#rows(field, closed, { filter: { [field]: { eq } } }, rows), []);
        expectIds(`open, eq ${eq}`, await this.#rows(field, open, { filter: { [field]: { eq } } }, rows), holding);
      }
      if (this.#hasNullTest(field)) {
        const isNull = async (value: boolean) =>
          this.#rows(field, closed, { filter: { [field]: { isNull: value } } }, rows);
        expectIds('closed, isNull', await isNull(true), rows);
        expectIds('closed, is not null', await isNull(false), []);
      }
    }
    if (this.#inputFields('Order').includes(field)) {
      for (const direction of ['ASC', 'DESC']) {
        const orderBy = [{ [field]: direction }];
        expectIds(`closed, ${direction}`, await this.#rows(field, closed, { orderBy }, rows), rows);
        const found = (await this.#rows(field, open, { orderBy }, rows)).map(({ value }) => value);
        const values = found.filter((value) => value !== null) as (string | number)[];
        const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        const wanted = direction === 'ASC' ? sorted : sorted.reverse();
        if (new Set(values).size < 2) problems.push('no two values to order');
        if (found.slice(0, values.length).join() !== wanted.join())
          problems.push(`open, ${direction} is another order`);
      }
    }
    return problems;
  }

  /** One page of the rows, with the value of the field; of the given rows alone where there are some. */
  async #rows(field: string, masks: Masks, args: object, among: readonly Row[] | null = null): Promise<Row[]> {
    const { filter = {}, ...rest } = args as { readonly filter?: object };
    const chosen = among === null ? filter : { ...filter, id: { in: among.map(({ id }) => id) } };
    const type = this.schema.getType(this.#node);
    const declared = isObjectType(type) ? type.getFields()[field]?.type : undefined;
    const selection = declared !== undefined && this.#isLeaf(String(declared)) ? field : `${field} { id }`;
    const { context, rows } = testContext(this.source, viewerAs(profileFor('USA'), NOW), masks);
    const answer = await graphql({
      schema: this.schema,
      source: `query ($filter: ${this.#node}Filter, $orderBy: [${this.#node}Order!]) {
        found: ${this.#root}(first: 100, filter: $filter, orderBy: $orderBy) { edges { node { id ${selection} } } } }`,
      variableValues: { filter: chosen, ...rest },
      contextValue: context,
    });
    await rows.release();
    if (answer.errors !== undefined) throw new Error(`${this.spec.name} ${field}: ${answer.errors.join()}`);
    const { found } = answer.data as unknown as { found: { edges: { node: Record<string, unknown> }[] } };
    return found.edges.map(({ node }) => ({ id: String(node.id), value: plain(node[field]) }));
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

/** A value as the service answers it: of a link the id, of an instant its text. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' && 'id' in value ? value.id : value;
}
