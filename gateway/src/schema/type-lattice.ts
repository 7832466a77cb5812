import { type DefinitionNode, type DocumentNode, Kind } from 'graphql';

/** Which objects a type stands for, in the whole supergraph: what a caller may not see is a type of it all the same. */
export interface TypeLattice {
  isObject(typeName: string): boolean;
  /** Whether each object of a type is one of another. */
  isSubtype(typeName: string, of: string): boolean;
  /** The object types that may stand where a type is named: itself, the implementers, the members; none for any other name. */
  objectsOf(typeName: string): readonly string[];
  hasField(typeName: string, fieldName: string): boolean;
}

/** Reads the lattice from composed SDL. */
export function typeLatticeOf({ definitions }: DocumentNode): TypeLattice {
  const objects = new Map<string, readonly string[]>();
  const parents = new Map<string, Set<string>>();
  const fields = new Set<string>();
  const add = (typeName: string, parent: string): void => {
    const known = parents.get(typeName) ?? new Set();
    parents.set(typeName, known.add(parent));
  };
  for (const definition of definitions) {
    for (const [typeName, parent] of relationsOf(definition)) add(typeName, parent);
    for (const name of fieldsOf(definition)) fields.add(name);
  }
  const isObject = new Set(
    definitions.flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? [node.name.value] : [])),
  );
  for (const typeName of isObject) {
    for (const name of [typeName, ...(parents.get(typeName) ?? [])]) {
      objects.set(name, [...(objects.get(name) ?? []), typeName]);
    }
  }
  return {
    isObject: (typeName) => isObject.has(typeName),
    isSubtype: (typeName, of) => typeName === of || (parents.get(typeName)?.has(of) ?? false),
    objectsOf: (typeName) => objects.get(typeName) ?? [],
    hasField: (typeName, fieldName) => fields.has(`${typeName}.${fieldName}`),
  };
}

/** Each type with each that it is one of; an implementer names all interfaces, those of its interfaces included. */
function relationsOf(node: DefinitionNode): readonly (readonly [string, string])[] {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return (node.interfaces ?? []).map(({ name }) => [node.name.value, name.value]);
    case Kind.UNION_TYPE_DEFINITION:
      return (node.types ?? []).map(({ name }) => [name.value, node.name.value]);
    default:
      return [];
  }
}

const fieldsOf = (node: DefinitionNode): readonly string[] =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION
    ? (node.fields ?? []).map(({ name }) => `${node.name.value}.${name.value}`)
    : [];
