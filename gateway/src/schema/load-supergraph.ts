import { parseSha256, type Sha256, sha256Of } from '@chancery/shared/brands';
import { ConfigurationError } from '@chancery/shared/errors';
import { CATEGORY_RULES, type Category, type Coordinate, type HandledBy } from '@chancery/shared/vocabulary';
import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLScalarType,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { buildConsumerSchema } from './consumer-schema.js';
import type { FieldPolicy } from './field-policy.js';
import { inputCategoriesOf } from './input-categories.js';
import {
  argumentOf,
  directivesNamed,
  enumArgument,
  isOfComposition,
  joinedGraphs,
  objectTypesOf,
} from './join-directives.js';
import { parseSchema } from './parse-schema.js';
import type { Supergraph } from './supergraph.js';
import { typeLatticeOf } from './type-lattice.js';

const ROOT_TYPES = new Set(['Query', 'Mutation', 'Subscription']);
/** The vocabulary of handling is for composition; a caller has no use for it and must not plan by it. */
const HANDLING_TYPES = new Set(['Category', 'HandledBy', 'Handling']);

const isInternal = (typeName: string): boolean => HANDLING_TYPES.has(typeName) || isOfComposition(typeName);

/** Contracts 6: fields that carry no data of a record and so no category. Plumbing is exempt only on the types it belongs to. */
function isExempt(typeName: string, fieldName: string): boolean {
  if (typeName === 'PageInfo') return true;
  if (typeName === 'Group') return fieldName === 'handlings';
  if (typeName.endsWith('Connection')) return ['edges', 'pageInfo', 'handlings'].includes(fieldName);
  if (typeName.endsWith('Edge')) return fieldName === 'node' || fieldName === 'cursor';
  return fieldName === 'id' || fieldName === 'handling';
}

/** Reads the composed SDL. Throws when a coordinate has no policy or two: a gateway without a rule for a field must not start. */
export function loadSupergraph(sdl: string, scalars: readonly GraphQLScalarType[] = []): Supergraph {
  const document = parseSchema(sdl);
  const graphs = new Map(Array.from(joinedGraphs(document), ([value, { name }]) => [value, name]));
  const objects = objectTypesOf(document);
  const policies = new Map<string, FieldPolicy>();
  for (const type of objects) for (const field of type.fields ?? []) addPolicy(policies, type, field);
  const handledBy = new Map(objects.map((type) => [type.name.value, handledByOf(type)]));
  const owners = new Map(objects.map((type) => [type.name.value, ownerOf(type, graphs)]));
  const counters = new Map(objects.map((type) => [type.name.value, counterOf(type, graphs)]));
  const digest = sha256Of(sdl);
  const schemas = composedSchemas(sdl);
  return {
    digest,
    sdl,
    consumerSchema: buildConsumerSchema(document, scalars, isInternal),
    types: typeLatticeOf(document),
    subgraphNames: [...graphs.values()],
    // A subgraph that is not named refuses every call, for no schema of its own has the digest of the whole.
    schemaOf: (subgraph) => schemas.get(subgraph) ?? digest,
    policies: [...policies.values()],
    inputs: inputCategoriesOf(document),
    policyOf: (typeName, fieldName) => required(policies.get(`${typeName}.${fieldName}`), `${typeName}.${fieldName}`),
    handledBy: (typeName) => handledBy.get(typeName) ?? null,
    ownerOf: (typeName) => owners.get(typeName) ?? null,
    countedBy: (typeName) => counters.get(typeName) ?? null,
  };
}

const refuse = (message: string): never => {
  throw new ConfigurationError(message);
};

const required = (policy: FieldPolicy | undefined, coordinate: string): FieldPolicy =>
  policy ?? refuse(`no policy for \`${coordinate}\``);

/** What composition writes at the head: the name of each subgraph and the digest of its schema, a line each. */
function composedSchemas(sdl: string): ReadonlyMap<string, Sha256> {
  const [head = ''] = sdl.split(/^(?!#)/m, 1);
  const lines = head.matchAll(/^# ([a-z][a-z0-9-]*) (sha256:[0-9a-f]{64})$/gm);
  return new Map([...lines].map(([, name = '', digest = '']) => [name, parseSha256(digest)]));
}

function addPolicy(
  policies: Map<string, FieldPolicy>,
  type: ObjectTypeDefinitionNode,
  field: FieldDefinitionNode,
): void {
  const coordinate: Coordinate = `${type.name.value}.${field.name.value}`;
  const [declared, second] = directivesNamed(field.directives, 'category');
  if (second) refuse(`two categories on \`${coordinate}\``);
  if (!declared && !isExempt(type.name.value, field.name.value)) refuse(`no category on \`${coordinate}\``);
  policies.set(coordinate, {
    index: policies.size,
    coordinate,
    category: declared ? categoryOf(declared, coordinate) : null,
    floor: declared ? floorOf(declared, coordinate) : 0,
    optional: directivesNamed(field.directives, 'optional').length > 0,
  });
}

function categoryOf(directive: ConstDirectiveNode, coordinate: string): Category {
  const name = enumArgument(directive, 'is');
  if (name === null || !Object.hasOwn(CATEGORY_RULES, name)) return refuse(`unknown category on \`${coordinate}\``);
  return name as Category;
}

/** A rank from 0 to 4: any other would be an error of each request, or worse, no floor. */
function floorOf(directive: ConstDirectiveNode, coordinate: string): number {
  const value = argumentOf(directive, 'floor');
  if (value === undefined) return 0;
  if (value.kind === Kind.INT && /^[0-4]$/.test(value.value)) return Number(value.value);
  return refuse(`the floor of \`${coordinate}\` is no rank from 0 to 4`);
}

function handledByOf(type: ObjectTypeDefinitionNode): HandledBy | null {
  if (ROOT_TYPES.has(type.name.value)) return null;
  const [handled, second] = directivesNamed(type.directives, 'handled');
  const by = handled && !second ? enumArgument(handled, 'by') : null;
  if (by === 'OWN' || by === 'PARENT' || by === 'COMPUTED') return by;
  return refuse(`type \`${type.name.value}\` must say once by what it is handled`);
}

/** The one subgraph that serves `handling` of an OWN type. Two would let either forge the other's labels. */
function ownerOf(type: ObjectTypeDefinitionNode, graphs: ReadonlyMap<string, string>): string | null {
  if (handledByOf(type) !== 'OWN') return null;
  return providerOf(type, 'handling', graphs) ?? refuse(`type \`${type.name.value}\` has no handling`);
}

/** The one subgraph whose rows a connection counts. A page of it is of the same; by itself it is of any. */
function counterOf(type: ObjectTypeDefinitionNode, graphs: ReadonlyMap<string, string>): string | null {
  return type.name.value.endsWith('Connection') ? providerOf(type, 'handlings', graphs) : null;
}

/** The one subgraph that serves a field of handlings; null where a type has no such field. */
function providerOf(
  type: ObjectTypeDefinitionNode,
  fieldName: string,
  graphs: ReadonlyMap<string, string>,
): string | null {
  const field = type.fields?.find(({ name }) => name.value === fieldName);
  if (!field) return null;
  const joined = directivesNamed(field.directives, 'join__field').map((join) => enumArgument(join, 'graph'));
  const declared = directivesNamed(type.directives, 'join__type').map((join) => enumArgument(join, 'graph'));
  const [owner, second] = joined.length > 0 ? joined : declared;
  if (!owner || second) return refuse(`${fieldName} of \`${type.name.value}\` must come from one subgraph`);
  return graphs.get(owner) ?? refuse(`unknown subgraph \`${owner}\``);
}
