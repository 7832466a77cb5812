import {
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql';

/** An object type as one subgraph defines or extends it. */
export type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** Types that a query starts from: they have no record and no handling. */
export const ROOT_TYPES: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** The object types of a document, extensions included. */
export function objectsOf(document: DocumentNode): ObjectNode[] {
  return document.definitions.filter(
    (node): node is ObjectNode => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}

/** The interfaces of a document. */
export const interfacesOf = (document: DocumentNode): InterfaceTypeDefinitionNode[] =>
  document.definitions.filter((node) => node.kind === Kind.INTERFACE_TYPE_DEFINITION);

/** By the name of each interface or union, the object types that may stand for it. */
export function membersOf(document: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  const add = (abstract: string, member: string): void => {
    members.set(abstract, [...(members.get(abstract) ?? []), member]);
  };
  for (const object of objectsOf(document))
    for (const { name } of object.interfaces ?? []) add(name.value, object.name.value);
  for (const node of document.definitions)
    if (node.kind === Kind.UNION_TYPE_DEFINITION)
      for (const { name } of node.types ?? []) add(node.name.value, name.value);
  return members;
}

/** The input objects of a document. */
export function inputsOf(document: DocumentNode): InputObjectTypeDefinitionNode[] {
  return document.definitions.filter(
    (node): node is InputObjectTypeDefinitionNode => node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION,
  );
}

/** The enum of that name, or undefined. */
export function enumOf(document: DocumentNode, name: string): EnumTypeDefinitionNode | undefined {
  return document.definitions.find(
    (node): node is EnumTypeDefinitionNode => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === name,
  );
}

/** Something that may carry a category: a field, an argument or an input field. */
export interface Place {
  readonly name: string;
  readonly node: FieldDefinitionNode | InputValueDefinitionNode;
  readonly owner: string;
  readonly kind: 'field' | 'argument' | 'input';
}

/** Every field, argument and input field of a document, in its order. */
export function* placesOf(document: DocumentNode): Generator<Place> {
  for (const object of objectsOf(document)) {
    for (const field of object.fields ?? []) {
      const name = `${object.name.value}.${field.name.value}`;
      yield { name, node: field, owner: object.name.value, kind: 'field' };
      for (const argument of field.arguments ?? [])
        yield { name: `${name}(${argument.name.value}:)`, node: argument, owner: object.name.value, kind: 'argument' };
    }
  }
  for (const input of inputsOf(document))
    for (const field of input.fields ?? [])
      yield { name: `${input.name.value}.${field.name.value}`, node: field, owner: input.name.value, kind: 'input' };
}

interface WithDirectives {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** Every use of a directive on a node. */
export function directivesNamed(node: WithDirectives, name: string): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}

/** The enum, integer or string argument of a directive as text; undefined when it is not given. */
export function argumentText(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value === undefined) return undefined;
  // A string where an enum belongs must not pass for it, hence the quotes.
  if (value.kind === Kind.STRING) return JSON.stringify(value.value);
  return value.kind === Kind.ENUM || value.kind === Kind.INT ? value.value : value.kind;
}

/** How an object type says that it is handled: OWN, PARENT, COMPUTED, or undefined. */
export function handledBy(object: ObjectNode): string | undefined {
  const [handled] = directivesNamed(object, 'handled');
  return handled === undefined ? undefined : argumentText(handled, 'by');
}

/** The type without list and non-null. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
