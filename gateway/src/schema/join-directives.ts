import { ConfigurationError } from '@chancery/shared/errors';
import { type ConstDirectiveNode, type DocumentNode, Kind, type ObjectTypeDefinitionNode } from 'graphql';

/** A subgraph as composed SDL tells of it. */
export interface JoinedGraph {
  readonly name: string;
  readonly url: string | null;
}

const SPEC_PREFIXES = ['join__', 'link__', 'federation__'];

/** Whether composition made a type for itself. */
export const isOfComposition = (typeName: string): boolean =>
  SPEC_PREFIXES.some((prefix) => typeName.startsWith(prefix));

/** The subgraphs by their value of the enum `join__Graph`. Throws ConfigurationError when there are none. */
export function joinedGraphs(document: DocumentNode): ReadonlyMap<string, JoinedGraph> {
  const graphs = document.definitions.find(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) throw new ConfigurationError('the supergraph names no subgraphs');
  return new Map(
    (graphs.values ?? []).map((value) => {
      const [graph] = directivesNamed(value.directives, 'join__graph');
      const name = stringArgument(graph, 'name') ?? value.name.value;
      return [value.name.value, { name, url: stringArgument(graph, 'url') }];
    }),
  );
}

export const objectTypesOf = (document: DocumentNode): readonly ObjectTypeDefinitionNode[] =>
  document.definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);

export const directivesNamed = (
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): ConstDirectiveNode[] => (directives ?? []).filter((directive) => directive.name.value === name);

export const argumentOf = (directive: ConstDirectiveNode | undefined, name: string) =>
  directive?.arguments?.find((candidate) => candidate.name.value === name)?.value;

export function enumArgument(directive: ConstDirectiveNode | undefined, name: string): string | null {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.ENUM ? value.value : null;
}

function stringArgument(directive: ConstDirectiveNode | undefined, name: string): string | null {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.STRING ? value.value : null;
}
