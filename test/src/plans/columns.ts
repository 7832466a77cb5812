import type { missions } from '@chancery/missions/service';
import type { Coordinate } from '@chancery/shared/vocabulary';
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
} from 'graphql';
import type pg from 'pg';
import type { Statement } from './ask.js';

type FederatedSchema = Awaited<ReturnType<typeof missions.schema>>;
type Spec = FederatedSchema['connections'][number];

/** A question for rows that have a value which no row has. */
export interface ColumnQuestion {
  readonly name: string;
  readonly root: string;
  readonly table: string;
  /** The column by which an index is to find them. */
  readonly column: string;
  readonly guard: Coordinate;
  readonly document: string;
  readonly variables: object;
}

/** A question as it was asked. */
export interface Asked {
  readonly question: ColumnQuestion;
  readonly visible: string;
  readonly statements: readonly Statement[];
}

/** By scalar, a value that no row is filled with. */
const NO_ROWS = new Map<string, unknown>([
  ['ID', 'none'],
  ['String', 'none'],
  ['Int', -987_654],
  ['Float', -987_654],
  ['Boolean', true],
  ['LocalDate', '1801-02-03'],
  ['StateCode', 'ATA'],
  ['DateTime', '1801-02-03T00:00:00.000Z'],
]);
/** By scalar, the value that each row is filled with, where rows can be asked for by another one. */
const ALL_ROWS = new Map<string, unknown>([
  ['Int', 1],
  ['Boolean', false],
  ['LocalDate', '2020-01-01'],
  ['DateTime', '2020-01-01T00:00:00.000Z'],
]);
const NOWHERE = { latitude: -64.3, longitude: -120.7, meters: 5_000 };

/** One for each column of a service that rows are found by. */
export function questionsOfColumns({ schema, connections }: FederatedSchema): readonly ColumnQuestion[] {
  return connections
    .filter(({ name }) => name.startsWith('Query.'))
    .flatMap((spec) => {
      const root = spec.name.slice('Query.'.length);
      const filter = filterOf(schema, spec);
      return Object.values(filter.getFields()).flatMap(({ name, type }) => {
        const condition = getNamedType(type);
        if (['and', 'or', 'not', 'id'].includes(name) || !isInputObjectType(condition)) return [];
        const place = spec.placeOf(name);
        const test = place === undefined ? { eq: noRowOf(condition) } : { near: NOWHERE };
        const others = place === undefined ? allRowsOf(condition) : undefined;
        const question = {
          name: `${spec.name} ${name}`,
          root,
          table: spec.table,
          column: place === undefined ? columnOf(spec, name) : place.cell.replace(/^t\./, ''),
          guard: (place ?? spec.columnOf(name)).guard,
          document: `query ($filter: ${filter.name}) { ${root}(first: 50, filter: $filter) { totalCount edges { node { id } } } }`,
          variables: { filter: { [name]: test } },
        };
        const denied = { ...question, name: `${question.name}, another than all have` };
        return others === undefined
          ? [question]
          : [question, { ...denied, variables: { filter: { not: { [name]: { eq: others } } } } }];
      });
    });
}

function filterOf(schema: GraphQLSchema, { name }: Spec): GraphQLInputObjectType {
  const field = schema.getQueryType()?.getFields()[name.slice('Query.'.length)];
  const type = getNamedType(field?.args.find((arg) => arg.name === 'filter')?.type as GraphQLInputType);
  if (!isInputObjectType(type)) throw new RangeError(`${name} has no filter`);
  return type;
}

function noRowOf(condition: GraphQLInputObjectType): unknown {
  const type = getNamedType(condition.getFields().eq?.type as GraphQLInputType);
  if (isEnumType(type)) return type.getValues()[0]?.name;
  const value = NO_ROWS.get(type.name);
  if (value === undefined) throw new RangeError(`no value for ${type.name}`);
  return value;
}

function allRowsOf(condition: GraphQLInputObjectType): unknown {
  const type = getNamedType(condition.getFields().eq?.type as GraphQLInputType);
  const words = isEnumType(type) ? type.getValues() : [];
  return words.length > 1 ? words.at(-1)?.name : ALL_ROWS.get(type.name);
}

/** The column of a value, of a link to one row, or of the pairs that a link to many is of. */
function columnOf(spec: Spec, field: string): string {
  const { sql, stored, elements } = spec.columnOf(field);
  const [, target] = /r\.id = l\.(\w+)/.exec(elements ?? '') ?? [];
  return target ?? (stored ?? sql).replace(/^t\./, '').replaceAll('"', '');
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** What does not hold of the plans of some questions: that no table is read whole, and that the rows are found by the column. */
export async function findsByIndex(client: pg.Client, asked: readonly Asked[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { question, visible, statements } of asked) {
    await client.query('begin');
    await client.query(`select set_config('app.visible', $1, true)`, [visible]);
    for (const { text, values } of statements) {
      const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] }>(
        `explain (format json) ${text}`,
        [...values],
      );
      const [explained] = rows;
      const nodes = explained === undefined ? [] : nodesOf(explained['QUERY PLAN'][0].Plan);
      const isWhole = nodes.some(
        (node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === question.table,
      );
      const isFound = nodes.some((node) => new RegExp(`\\b${question.column}\\b`).test(node['Index Cond'] ?? ''));
      if (isWhole || !isFound) problems.push(`${question.name}: ${isWhole ? 'reads all rows' : 'walks another index'}`);
    }
    await client.query('rollback');
  }
  return [...new Set(problems)];
}
