import { type ConstDirectiveNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { argumentOf, directivesNamed, enumArgument, joinedGraphs } from '../../schema/join-directives.js';

/** A supergraph in which subgraphs sort as the planner needs them, under names of ours. */
export interface RankedSupergraph {
  readonly sdl: string;
  /** The name that a subgraph has, of the one that it was planned under. */
  nameOf(planned: string): string;
}

/**
 * The planner finds no path through an interface that one subgraph extends as if it were an object, unless the one that
 * has its objects sorts first by name. So it is given names that sort so.
 */
export function rankSubgraphs(sdl: string): RankedSupergraph {
  // Without one no order is asked for, and a supergraph takes long to parse.
  if (!/isInterfaceObject\s*:\s*true/.test(sdl)) return asItIs(sdl);
  const document = parse(sdl, { noLocation: true });
  const before = orderOf(document);
  if (before.size === 0) return asItIs(sdl);
  const graphs = joinedGraphs(document);
  const byName = [...graphs.keys()].sort((a, b) => compare(graphs.get(a)?.name ?? a, graphs.get(b)?.name ?? b));
  const planned = new Map(
    sorted(byName, before).map((graph, rank) => [
      graph,
      `s${String(rank).padStart(4, '0')}_${graphs.get(graph)?.name}`,
    ]),
  );
  const names = new Map(Array.from(planned, ([graph, name]) => [name, graphs.get(graph)?.name ?? name]));
  return { sdl: print(renamed(document, planned)), nameOf: (name) => names.get(name) ?? name };
}

const asItIs = (sdl: string): RankedSupergraph => ({ sdl, nameOf: (planned) => planned });

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By the subgraph that extends an interface as an object, those that must come before it. */
function orderOf(document: DocumentNode): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map<string, Set<string>>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const joins = directivesNamed(definition.directives, 'join__type');
    const owners = joins.filter((join) => !extendsAsObject(join)).map(graphOf);
    for (const join of joins.filter(extendsAsObject)) {
      const known = before.get(graphOf(join)) ?? new Set();
      before.set(graphOf(join), known);
      for (const owner of owners) known.add(owner);
    }
  }
  return before;
}

const graphOf = (join: ConstDirectiveNode): string => enumArgument(join, 'graph') ?? '';

function extendsAsObject(join: ConstDirectiveNode): boolean {
  const value = argumentOf(join, 'isInterfaceObject');
  return value?.kind === Kind.BOOLEAN && value.value;
}

/** Each after those that must come before it; two that each must come before the other stay as they are. */
function sorted(graphs: readonly string[], before: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const done: string[] = [];
  const left = new Set(graphs);
  while (left.size > 0) {
    const isFree = (graph: string) =>
      [...(before.get(graph) ?? [])].every((other) => other === graph || !left.has(other));
    const [first] = left;
    const next = [...left].find(isFree) ?? first;
    if (next === undefined) break;
    left.delete(next);
    done.push(next);
  }
  return done;
}

function renamed(document: DocumentNode, planned: ReadonlyMap<string, string>): DocumentNode {
  return visit(document, {
    EnumValueDefinition(node) {
      const name = planned.get(node.name.value);
      if (name === undefined || !node.directives?.some((directive) => directive.name.value === 'join__graph')) return;
      return {
        ...node,
        directives: node.directives.map((directive) => ({
          ...directive,
          arguments: directive.arguments?.map((argument) =>
            argument.name.value === 'name' ? { ...argument, value: { kind: Kind.STRING, value: name } } : argument,
          ),
        })),
      };
    },
  });
}
