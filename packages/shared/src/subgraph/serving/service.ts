import type { ClassType, NonEmptyArray } from 'type-graphql';
import { InternalError } from '../../errors.js';
import type { Aggregate } from '../aggregate/aggregate.js';
import { searchRoot } from '../aggregate/search-root.js';
import { referenceOf } from '../links/reference.js';
import type { Stub } from '../links/stub.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import type { DeclaredTable } from '../tables/declared-table.js';
import type { DecisionPoint } from '../visibility/decision-point.js';
import { buildFederatedSchema, type FederatedSchema } from './federated-schema.js';
import { type RunningSubgraph, startSubgraph } from './start-subgraph.js';
import type { SubgraphOptions } from './subgraph-options.js';
import type { ReferenceResolver } from './with-entities.js';

/** What a service is made of. */
export interface ServiceParts {
  readonly name: string;
  /** Everything that it owns, and the only list of it. */
  readonly aggregates: readonly Aggregate[];
  /** By whom what it serves is decided, where nobody else is named. */
  readonly decisions: () => DecisionPoint;
  /** Fields that follow from no declaration. */
  readonly resolvers?: readonly ClassType<object>[];
  /** Connections of those fields. */
  readonly connections?: readonly ConnectionSpec<object>[];
  /** Types of other services that those fields stand on, beside those that links lead to. */
  readonly stubs?: readonly Stub[];
}

/** What a service needs from its process. */
export type ServiceOptions = Omit<SubgraphOptions, 'name' | 'schema' | 'entities' | 'decisions'> &
  Partial<Pick<SubgraphOptions, 'decisions'>>;

/** A service, whole but for its process. */
export interface Service {
  readonly name: string;
  readonly aggregates: readonly Aggregate[];
  readonly decisions: () => DecisionPoint;
  /** What it keeps rows of: its own records, and rows of others that they link to. */
  readonly entities: readonly ClassType<object>[];
  /** What its migrations make. */
  readonly tables: readonly DeclaredTable[];
  readonly schema: () => Promise<FederatedSchema>;
  readonly start: (options: ServiceOptions) => Promise<RunningSubgraph>;
}

/** A service over its aggregates: schema, entities and references follow from them. */
export function serviceOf(parts: ServiceParts): Service {
  const { name, aggregates, decisions, resolvers = [], connections = [], stubs = [] } = parts;
  const records = aggregates.map(({ record }) => record);
  const referred = [...new Set(aggregates.flatMap(({ targets }) => targets))].filter(
    (target) => referenceOf(target) !== undefined,
  );
  const entities = [...records, ...referred.filter((target) => referenceOf(target)?.table !== null)];
  const search = searchRoot(name, aggregates);
  const build = (): Promise<FederatedSchema> =>
    buildFederatedSchema({
      resolvers: atLeastOne([
        ...aggregates.flatMap((aggregate) => aggregate.resolvers),
        ...(search === null ? [] : [search]),
        ...resolvers,
      ]),
      types: [...referred, ...stubs.map(({ type }) => type)],
      references: {
        ...referencesOf(aggregates),
        ...referencesTo(referred),
        ...Object.fromEntries(stubs.map(({ name: type, find }) => [type, find])),
      },
      connections: [...aggregates.flatMap((aggregate) => aggregate.connections), ...connections],
    });
  let built: Promise<FederatedSchema> | null = null;
  // It follows from the declarations alone, and takes most of a start.
  const schema = (): Promise<FederatedSchema> => {
    built ??= build();
    return built;
  };
  const start = async (options: ServiceOptions): Promise<RunningSubgraph> =>
    startSubgraph({ decisions: decisions(), ...options, name, schema: await schema(), entities });
  const tables = aggregates.map(({ table }) => table);
  return { name, aggregates, decisions, entities, tables, schema, start };
}

function atLeastOne(resolvers: readonly ClassType<object>[]): NonEmptyArray<ClassType> {
  const [first, ...others] = resolvers;
  if (first === undefined) throw new InternalError('INTERNAL', 'a service without an aggregate');
  return [first, ...others];
}

function referencesOf(aggregates: readonly Aggregate[]): Record<string, ReferenceResolver> {
  return Object.fromEntries(
    aggregates.map(({ declared, rows }) => [declared.name, (id, context) => rows.load(context, id)]),
  );
}

function referencesTo(types: readonly ClassType<object>[]): Record<string, ReferenceResolver> {
  const known = types.flatMap((type) => referenceOf(type) ?? []);
  return Object.fromEntries(known.map(({ name, find }) => [name, (id, context) => find(context, id)]));
}
