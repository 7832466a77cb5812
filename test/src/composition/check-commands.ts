import { type FieldDefinitionNode, type InputValueDefinitionNode, Kind, print } from 'graphql';
import { categoryText } from './check-categories.js';
import { handledBy, inputsOf, namedType, type ObjectNode, objectsOf } from './coordinates.js';
import type { Problem } from './problem.js';
import type { Subgraph } from './subgraph.js';

/** What a record has from the token, from the register or from what it is drawn from: who could give it could give himself a label. */
const NEVER_GIVEN: ReadonlySet<string> = new Set(['handling', 'label', 'marking', 'originator', 'owner']);

/** A command has one input with a key, gives a nullable payload, and sets each field under the category that the field is read under. */
export function checkCommands(subgraphs: readonly Subgraph[]): Problem[] {
  return subgraphs.flatMap((subgraph) => {
    const objects = new Map(objectsOf(subgraph.document).map((object) => [object.name.value, object]));
    const inputs = new Map(inputsOf(subgraph.document).map(({ name, fields }) => [name.value, fields ?? []]));
    const commands = objects.get('Mutation')?.fields ?? [];
    return commands.flatMap((command) => {
      const place = `Mutation.${command.name.value}`;
      const input = command.arguments?.[0] === undefined ? '' : namedType(command.arguments[0].type);
      const made = madeBy(command, objects);
      return [
        ...formRules(command, objects, inputs.get(input) ?? []).map((rule) => ({ place, rule })),
        ...(inputs.get(input) ?? []).flatMap((field) =>
          fieldRules(field, made).map((rule) => ({ place: `${input}.${field.name.value}`, rule })),
        ),
      ].map((problem) => ({ subgraph: subgraph.name, ...problem }));
    });
  });
}

function formRules(
  command: FieldDefinitionNode,
  objects: ReadonlyMap<string, ObjectNode>,
  fields: readonly InputValueDefinitionNode[],
): string[] {
  const rules: string[] = [];
  const given = (command.arguments ?? []).map(({ name, type }) => `${name.value}: ${print(type)}`);
  if (given.length !== 1 || !/^input: \w+Input!$/.test(given[0] ?? ''))
    rules.push('must have one argument, `input: …Input!`');
  const payload = objects.get(namedType(command.type));
  // Of several commands one that fails must not take the answers of the others with it.
  if (command.type.kind !== Kind.NAMED_TYPE || payload === undefined || handledBy(payload) !== 'PARENT')
    rules.push('must give a nullable payload that is handled by its PARENT');
  const key = fields.find(({ name }) => name.value === 'idempotencyKey');
  if (key === undefined || print(key.type) !== 'String!')
    rules.push('must have `idempotencyKey: String!` in its input');
  return rules;
}

/** The types of record that a payload gives back. */
function madeBy(command: FieldDefinitionNode, objects: ReadonlyMap<string, ObjectNode>): readonly ObjectNode[] {
  const fields = objects.get(namedType(command.type))?.fields ?? [];
  return fields.flatMap(({ type }) => {
    const object = objects.get(namedType(type));
    return object !== undefined && handledBy(object) === 'OWN' ? [object] : [];
  });
}

function fieldRules(field: InputValueDefinitionNode, made: readonly ObjectNode[]): string[] {
  const name = field.name.value;
  if (NEVER_GIVEN.has(name)) return ['is never given by a caller'];
  // The key of a record has no category; to name one in an input asks whether it exists.
  if (name === 'id') return categoryText({ node: field }) === 'EXISTENCE floor 0' ? [] : ['must be EXISTENCE'];
  return made.flatMap((object) => {
    const set = object.fields?.find((each) => each.name.value === name);
    if (set === undefined || categoryText({ node: set }) === categoryText({ node: field })) return [];
    return [`must have the category of \`${object.name.value}.${name}\``];
  });
}
