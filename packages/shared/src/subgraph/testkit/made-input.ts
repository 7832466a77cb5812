import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** What is tried of one command. */
export interface CommandShape {
  readonly name: string;
  readonly input: GraphQLInputObjectType;
  /** The record that its payload gives back, and under which name. */
  readonly record: GraphQLObjectType;
  readonly one: string;
  /** Whether it changes a record that is there. */
  readonly isChange: boolean;
}

/** Every command of a schema, as the schema has it. */
export function commandsIn(schema: GraphQLSchema): CommandShape[] {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  return fields.map((field) => {
    const input = getNamedType(field.args[0]?.type);
    const payload = getNamedType(field.type);
    const [shown] = isObjectType(payload) ? Object.values(payload.getFields()) : [];
    const record = shown === undefined ? undefined : getNamedType(shown.type);
    if (shown === undefined || !isInputObjectType(input) || !isObjectType(record))
      throw new Error(`\`${field.name}\` is no command`);
    return { name: field.name, input, record, one: shown.name, isChange: 'id' in input.getFields() };
  });
}

/** By field of an input or by `command.field`: what is given; null where nothing is. */
export type Given = Readonly<Record<string, unknown>>;

/** An input with a value in every field, the key and what names a record to change left out. */
export function inputFor({ name, input }: CommandShape, given: Given): Record<string, unknown> {
  const fields = Object.values(input.getFields()).filter((field) => !APART.has(field.name));
  return Object.fromEntries(
    fields.flatMap((field) => {
      const said = [`${name}.${field.name}`, field.name].find((each) => Object.hasOwn(given, each));
      const value = said === undefined ? valueFor(field.type, field.name) : given[said];
      return value === null || value === undefined ? [] : [[field.name, value]];
    }),
  );
}

const APART: ReadonlySet<string> = new Set(['idempotencyKey', 'id', 'concurrencyToken', 'derivedFrom']);

function valueFor(type: GraphQLInputType, field: string): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, field);
  if (isListType(type)) return [valueFor(type.ofType, field)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  switch (getNamedType(type).name) {
    case 'String':
      return `The ${field} of a walker`;
    case 'Int':
      return 1;
    case 'Boolean':
      return true;
    case 'DateTime':
      return '2026-09-20T08:00:00Z';
    case 'LocalDate':
      return '2026-09-20';
    case 'StateCode':
      return 'DEU';
    default:
      return null;
  }
}

/** The fields of an input that name other records. */
export function linksIn({ input }: CommandShape): string[] {
  return Object.values(input.getFields())
    .filter(({ name, type }) => getNamedType(type).name === 'ID' && !APART.has(name))
    .map(({ name }) => name);
}

/** What of a record shows what was given, as a selection. */
export function shownOf({ record }: CommandShape, given: Given): string {
  const fields = record.getFields();
  const selections = Object.keys(given).flatMap((name) => {
    const field = fields[name];
    return field === undefined ? [] : [isObjectType(getNamedType(field.type)) ? `${name} { id }` : name];
  });
  return ['id', 'handling', ...('concurrencyToken' in fields ? ['concurrencyToken'] : []), ...selections].join(' ');
}

/** A value that was read, in the form in which it was given. */
export function asGiven(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asGiven).sort();
  if (value !== null && typeof value === 'object') return Reflect.get(value, 'id');
  return typeof value === 'string' ? value.replace(/\.000Z$/, 'Z') : value;
}
