import { PAGE_DEFAULT } from '@chancery/shared/schema/connection-args';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getDirectiveValues,
  Kind,
  parse,
  type TypeNode,
  visit,
} from 'graphql';
import { z } from 'zod';
import { LIST_ASSUMED } from '../stages/limit/limits.js';

/** How many items a list may have, as `@listSize` says (the cost directives of IBM, which composition reads as well). */
export interface ListSize {
  /** When no argument says otherwise. */
  readonly assumedSize: number;
  /** Arguments that set the size, a list of ids by how many it has; the largest that is given counts. */
  readonly slicingArguments: readonly string[];
  /** Fields below that hold the list, where the field itself gives an object. */
  readonly sizedFields: readonly string[];
}

const NAME = 'listSize';
const SLICING = ['first', 'last'];
const EDGES = 'edges';
/** What a list is asked for by, one item for each. */
const IDS = 'ids';

const DEFINITION = parse(`
  """How many items a list may have: what an operation costs is counted by it, before anything is fetched."""
  directive @${NAME}(
    assumedSize: Int
    slicingArguments: [String!]
    sizedFields: [String!]
    requireOneSlicingArgument: Boolean = true
  ) on FIELD_DEFINITION`).definitions;

const PAGED = directivesIn(
  `@${NAME}(assumedSize: ${PAGE_DEFAULT}, slicingArguments: ["first", "last"], sizedFields: ["edges"], requireOneSlicingArgument: false)`,
);
const SLICED = directivesIn(
  `@${NAME}(assumedSize: ${PAGE_DEFAULT}, slicingArguments: ["first"], requireOneSlicingArgument: false)`,
);
const BY_ID = directivesIn(
  `@${NAME}(assumedSize: ${LIST_ASSUMED}, slicingArguments: ["${IDS}"], requireOneSlicingArgument: false)`,
);
const UNPAGED = directivesIn(`@${NAME}(assumedSize: ${LIST_ASSUMED})`);

/** Writes down at each field that gives objects in a list how many they may be, unless its subgraph has said so. */
export function withListSizes(document: DocumentNode): DocumentNode {
  const leaves = new Set([...BUILT_IN, ...document.definitions.flatMap(leafNamed)]);
  const sized = visit(document, {
    enter: (node) => {
      if (node.kind !== Kind.FIELD_DEFINITION) return undefined;
      const size = sizeOf(node, leaves);
      return size.length === 0 ? undefined : { ...node, directives: [...(node.directives ?? []), ...size] };
    },
  });
  return { ...sized, definitions: [...DEFINITION, ...sized.definitions] };
}

const BUILT_IN = ['ID', 'Int', 'Float', 'String', 'Boolean'];

const leafNamed = (node: DocumentNode['definitions'][number]): readonly string[] =>
  node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_DEFINITION ? [node.name.value] : [];

function sizeOf(field: FieldDefinitionNode, leaves: ReadonlySet<string>): readonly ConstDirectiveNode[] {
  if (field.directives?.some(({ name }) => name.value === NAME)) return [];
  const { name, isList } = unwrapped(field.type);
  // Its list is sized by the field that gives the page.
  if (isList && field.name.value === EDGES && name.endsWith('Edge')) return [];
  if (field.arguments?.some(({ name: argument }) => SLICING.includes(argument.value))) return isList ? SLICED : PAGED;
  if (!isList || leaves.has(name)) return [];
  return field.arguments?.some(({ name: argument }) => argument.value === IDS) ? BY_ID : UNPAGED;
}

function unwrapped(type: TypeNode): { readonly name: string; readonly isList: boolean } {
  if (type.kind === Kind.NAMED_TYPE) return { name: type.name.value, isList: false };
  const inner = unwrapped(type.type);
  return { name: inner.name, isList: inner.isList || type.kind === Kind.LIST_TYPE };
}

function directivesIn(text: string): readonly ConstDirectiveNode[] {
  const [extension] = parse(`extend type T ${text}`).definitions;
  return extension?.kind === Kind.OBJECT_TYPE_EXTENSION ? (extension.directives ?? []) : [];
}

const names = z.array(z.string()).nullish();
const shape = z.object({ assumedSize: z.int().nonnegative().nullish(), slicingArguments: names, sizedFields: names });

const sizes = new WeakMap<GraphQLField<unknown, unknown>, ListSize>();

/** What the schema says of a field; a list of which it says nothing is taken for a short one. */
export function listSizeOf(field: GraphQLField<unknown, unknown>, schema: GraphQLSchema): ListSize {
  let size = sizes.get(field);
  if (size === undefined) {
    size = readSize(field, schema);
    sizes.set(field, size);
  }
  return size;
}

function readSize({ astNode }: GraphQLField<unknown, unknown>, schema: GraphQLSchema): ListSize {
  const directive = schema.getDirective(NAME);
  const said = directive && astNode ? getDirectiveValues(directive, astNode) : undefined;
  const { assumedSize, slicingArguments, sizedFields } = shape.parse(said ?? {});
  return {
    assumedSize: assumedSize ?? LIST_ASSUMED,
    slicingArguments: slicingArguments ?? [],
    sizedFields: sizedFields ?? [],
  };
}
