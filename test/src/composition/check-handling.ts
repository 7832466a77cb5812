import { HANDLED_BY } from '@chancery/shared/vocabulary';
import {
  type FieldDefinitionNode,
  Kind,
  print,
  type ScalarTypeDefinitionNode,
  type ScalarTypeExtensionNode,
} from 'graphql';
import {
  directivesNamed,
  handledBy,
  interfacesOf,
  membersOf,
  namedType,
  type ObjectNode,
  objectsOf,
  ROOT_TYPES,
} from './coordinates.js';
import { isHandlingField, TOLD } from './exemptions.js';
import type { Problem } from './problem.js';
import type { Subgraph } from './subgraph.js';

const HANDLED: ReadonlySet<string | undefined> = new Set(HANDLED_BY);

/** Every object type says whose handling decides it, and a type with its own gets it from exactly one subgraph, unseen by callers. */
export function checkHandling(subgraphs: readonly Subgraph[]): Problem[] {
  return [...subgraphs.flatMap(checkEach), ...checkOwners(subgraphs)];
}

function checkEach(subgraph: Subgraph): Problem[] {
  const at = (place: string, rule: string): Problem => ({ subgraph: subgraph.name, place, rule });
  const problems: Problem[] = [];
  for (const object of objectsOf(subgraph.document)) {
    const type = object.name.value;
    const by = handledBy(object);
    if (ROOT_TYPES.has(type)) {
      if (by !== undefined) problems.push(at(type, 'a root type has no @handled'));
    } else if (!HANDLED.has(by)) problems.push(at(type, 'has no @handled(by: OWN | PARENT | COMPUTED)'));
    if (tellsOfRows(type) && !hasField(object, TOLD))
      problems.push(at(type, `has no \`${TOLD}\`: what it tells of rows could not be marked`));
    for (const field of object.fields ?? [])
      for (const rule of handlingFieldRules(by, field)) problems.push(at(`${type}.${field.name.value}`, rule));
  }
  for (const abstract of interfacesOf(subgraph.document))
    for (const field of abstract.fields ?? [])
      for (const rule of interfaceFieldRules(field))
        problems.push(at(`${abstract.name.value}.${field.name.value}`, rule));
  for (const scalar of subgraph.document.definitions)
    if (
      scalar.kind === Kind.SCALAR_TYPE_DEFINITION &&
      scalar.name.value === 'Handling' &&
      !isInaccessible(scalar, subgraph)
    )
      problems.push(at('Handling', 'must be @inaccessible'));
  return problems;
}

/** Everything is decided on the type that an object has itself: a rule on an interface would be believed and never asked. */
function interfaceFieldRules(field: FieldDefinitionNode): string[] {
  const ruled = directivesNamed(field, 'category').length > 0;
  return [
    ...(ruled ? ['a field of an interface has no category: its objects have'] : []),
    ...handlingFieldRules('OWN', field),
  ];
}

function handlingFieldRules(by: string | undefined, field: FieldDefinitionNode): string[] {
  if (field.name.value === TOLD) return toldRules(by, field);
  const named = isHandlingField(field.name.value);
  if (!named) return namedType(field.type) === 'Handling' ? ['only `handling…` returns Handling'] : [];
  const rules: string[] = [];
  if (print(field.type) !== 'Handling!') rules.push('must be `Handling!`');
  if (directivesNamed(field, 'inaccessible').length === 0) rules.push('must be @inaccessible');
  // Shareable, it could be answered by a subgraph that does not hold the row.
  if (directivesNamed(field, 'shareable').length > 0) rules.push('must not be @shareable');
  if (by === 'PARENT') rules.push('a PARENT type has no handling of its own');
  if ((field.arguments ?? []).length > 0) rules.push('must have no arguments');
  return rules;
}

/** A connection counts rows, and its page says whether there are more. */
function tellsOfRows(type: string): boolean {
  return type.endsWith('Connection') || type === 'PageInfo';
}

function toldRules(by: string | undefined, field: FieldDefinitionNode): string[] {
  const rules: string[] = [];
  if (print(field.type) !== '[Handling!]!') rules.push('must be `[Handling!]!`');
  if (directivesNamed(field, 'inaccessible').length === 0) rules.push('must be @inaccessible');
  if (by !== 'PARENT') rules.push('is of the pages of a connection alone');
  if ((field.arguments ?? []).length > 0) rules.push('must have no arguments');
  return rules;
}

function checkOwners(subgraphs: readonly Subgraph[]): Problem[] {
  const definitions = subgraphs.flatMap((subgraph) =>
    objectsOf(subgraph.document).map((object) => ({ subgraph: subgraph.name, object })),
  );
  const labelled = definitions.filter(({ object }) => ['OWN', 'COMPUTED'].includes(handledBy(object) ?? ''));
  const problems: Problem[] = [];
  for (const type of new Set(labelled.map(({ object }) => object.name.value))) {
    const owners = definitions.filter(({ object }) => object.name.value === type && hasField(object, 'handling'));
    if (owners.length === 0) problems.push({ subgraph: null, place: type, rule: 'no subgraph provides `handling`' });
    if (owners.length > 1)
      problems.push({
        subgraph: null,
        place: `${type}.handling`,
        rule: `provided by more than one subgraph: ${owners.map((owner) => owner.subgraph).join(', ')}`,
      });
  }
  const records = recordTypes(subgraphs, new Set(labelled.map(({ object }) => object.name.value)));
  return [...problems, ...labelled.flatMap(({ subgraph, object }) => guestRules(subgraph, object, records))];
}

/** Types of records, and interfaces that records alone have: whatever stands there brings a handling of its own. */
function recordTypes(subgraphs: readonly Subgraph[], labelled: ReadonlySet<string>): ReadonlySet<string> {
  const members = subgraphs.flatMap(({ document }) => [...membersOf(document)]);
  const all = new Map<string, string[]>();
  for (const [name, of] of members) all.set(name, [...(all.get(name) ?? []), ...of]);
  const abstract = [...all].filter(([, of]) => of.length > 0 && of.every((each) => labelled.has(each)));
  return new Set([...labelled, ...abstract.map(([name]) => name)]);
}

/**
 * A link to a record that requires one field of the entity, under that field's category: it tells nothing that this one does not, and what it leads to is
 * decided by itself.
 */
function isRecordLink(field: FieldDefinitionNode, object: ObjectNode, records: ReadonlySet<string>): boolean {
  const [requires] = directivesNamed(field, 'requires');
  const by = requires?.arguments?.[0]?.value;
  const required = by?.kind === Kind.STRING ? object.fields?.find(({ name }) => name.value === by.value) : undefined;
  if (required === undefined || directivesNamed(required, 'external').length === 0) return false;
  return records.has(namedType(field.type)) && categoryOf(field) === categoryOf(required);
}

const categoryOf = (field: FieldDefinitionNode): string => directivesNamed(field, 'category').map(print).join();

/**
 * What a subgraph may add to another's entity: connections, links to records, or fields beside a handling of its own; what is external is no addition, for
 * its owner answers it, nor what is for the gateway alone.
 */
function guestRules(subgraph: string, object: ObjectNode, records: ReadonlySet<string>): Problem[] {
  const fields = object.fields ?? [];
  if (fields.some((field) => isHandlingField(field.name.value))) return [];
  return (
    fields
      .filter((field) => field.name.value !== 'id' && !namedType(field.type).endsWith('Connection'))
      .filter((field) => !isRecordLink(field, object, records))
      // What no caller can ask for is told to the gateway alone, which tells nobody.
      .filter((field) => ['external', 'inaccessible'].every((name) => directivesNamed(field, name).length === 0))
      .map((field) => ({
        subgraph,
        place: `${object.name.value}.${field.name.value}`,
        rule: 'is added to the entity of another subgraph without a handling',
      }))
  );
}

function hasField(object: ObjectNode, name: string): boolean {
  return (object.fields ?? []).some((field) => field.name.value === name);
}

function isInaccessible(scalar: ScalarTypeDefinitionNode, { document }: Subgraph): boolean {
  const extensions = document.definitions.filter(
    (node): node is ScalarTypeExtensionNode =>
      node.kind === Kind.SCALAR_TYPE_EXTENSION && node.name.value === scalar.name.value,
  );
  return [scalar, ...extensions].some((node) => directivesNamed(node, 'inaccessible').length > 0);
}
