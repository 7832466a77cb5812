import { type DefinitionNode, type DocumentNode, Kind } from 'graphql';

interface Named {
  readonly name: { readonly value: string };
}

/**
 * A schema in an order that follows from its names alone. Classes register themselves as their modules are loaded, and a digest that
 * hung on which was first would keep a service from calls that were planned for it. Words of an enum and arguments keep their order:
 * it is that of their declaration, and says something.
 */
export function inOrderOfNames(document: DocumentNode): DocumentNode {
  return { ...document, definitions: document.definitions.map(inside).toSorted(byNameOf) };
}

function inside(definition: DefinitionNode): DefinitionNode {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return { ...definition, interfaces: sorted(definition.interfaces), fields: sorted(definition.fields) };
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return { ...definition, fields: sorted(definition.fields) };
    case Kind.UNION_TYPE_DEFINITION:
      return { ...definition, types: sorted(definition.types) };
    default:
      return definition;
  }
}

const sorted = <T extends Named>(nodes: readonly T[] = []): readonly T[] => nodes.toSorted(byName);

const byName = (a: Named, b: Named): number => compare(a.name.value, b.name.value);

const byNameOf = (a: DefinitionNode, b: DefinitionNode): number =>
  compare(`${a.kind} ${nameOf(a)}`, `${b.kind} ${nameOf(b)}`);

const nameOf = (definition: DefinitionNode): string =>
  'name' in definition && definition.name !== undefined ? definition.name.value : '';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
