import type { RandomSource } from '@chancery/policy/testkit/random';
import {
  type GraphQLAbstractType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';

/**
 * Values for scalars, which a schema alone does not tell, by the place they are asked at (`Query.mission.id`, `MissionFilter.city`),
 * else by the scalar. Each list holds some that there are and some that there are not.
 */
export type KnownValues = Readonly<Record<string, readonly [string, ...string[]]>>;

const DEPTH_MAX = 6;
const FIELDS_MAX = 5;
const PAGES = ['1', '3', '10', '20'] as const;
/** Degrees of a place, and of a cell of the map. */
const DEGREES = ['0.5', '10', '30', '52.5'] as const;
/** Windows of a page that need a cursor of an earlier answer. */
const NEEDS_CURSOR: ReadonlySet<string> = new Set(['after', 'before', 'last']);

/** Random documents that are valid against a schema: fields, arguments, filters and orders of any type in it. */
export class RandomDocuments {
  readonly #schema: GraphQLSchema;
  readonly #known: KnownValues;
  readonly #random: RandomSource;

  constructor(schema: GraphQLSchema, known: KnownValues, random: RandomSource) {
    this.#schema = schema;
    this.#known = known;
    this.#random = random;
  }

  next(): string {
    const query = this.#schema.getQueryType();
    if (!query) throw new Error('the schema has no query type');
    return this.#selection(query, DEPTH_MAX) ?? '{ __typename }';
  }

  /** Null where the depth does not reach a leaf. */
  #selection(type: GraphQLObjectType, depth: number): string | null {
    const fields = Object.values(type.getFields()).filter((field) => depth > 1 || isLeaf(field));
    const chosen = this.#fewOf(fields);
    const written = chosen.flatMap((field) => this.#field(type, field, depth) ?? []);
    return written.length === 0 ? null : `{ ${written.join(' ')} }`;
  }

  /** Of an interface or a union, what one of its types has. */
  #selectionOfAny(type: GraphQLAbstractType, depth: number): string {
    const [first, ...others] = this.#schema.getPossibleTypes(type);
    if (first === undefined) throw new Error(`no type is a \`${type.name}\``);
    const one = this.#random.pick([first, ...others]);
    const below = this.#selection(one, depth);
    return `{ __typename ${below === null ? '' : `... on ${one.name} ${below} `}}`;
  }

  #field(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): string | null {
    const named = getNamedType(field.type);
    const head = `${field.name}${this.#arguments(field.args, `${type.name}.${field.name}`)}`;
    if (isAbstractType(named)) return `${head} ${this.#selectionOfAny(named, depth - 1)}`;
    if (!isObjectType(named)) return head;
    const below = this.#selection(named, depth - 1);
    return below === null ? null : `${head} ${below}`;
  }

  #fewOf(fields: readonly GraphQLField<unknown, unknown>[]): readonly GraphQLField<unknown, unknown>[] {
    const some = this.#random.some(fields, FIELDS_MAX / 2 / Math.max(fields.length, FIELDS_MAX / 2));
    const [first, ...others] = fields;
    if (some.length > 0) return some.slice(0, FIELDS_MAX);
    return first === undefined ? [] : [this.#random.pick([first, ...others])];
  }

  #arguments(args: readonly GraphQLArgument[], place: string): string {
    const written = args
      .filter(({ name }) => !NEEDS_CURSOR.has(name))
      .filter(({ name, type }) => isNonNullType(type) || name === 'first' || this.#random.chance(0.4))
      .map(
        ({ name, type }) =>
          `${name}: ${name === 'first' ? this.#random.pick(PAGES) : this.#value(type, `${place}.${name}`)}`,
      );
    return written.length === 0 ? '' : `(${written.join(', ')})`;
  }

  #value(type: GraphQLInputType, place: string): string {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return `[${this.#value(nullable.ofType, place)}]`;
    if (isInputObjectType(nullable)) return this.#object(nullable, place);
    if (isEnumType(nullable)) {
      const [first, ...others] = nullable.getValues().map(({ name }) => name);
      if (first === undefined) throw new Error(`\`${nullable.name}\` has no values`);
      return this.#random.pick([first, ...others]);
    }
    if (nullable.name === 'Boolean') return this.#random.pick(['true', 'false']);
    if (nullable.name === 'Int') return this.#random.pick(PAGES);
    if (nullable.name === 'Float') return this.#random.pick(DEGREES);
    const known = this.#known[place] ?? this.#known[nullable.name];
    if (known === undefined) throw new Error(`no values are known of \`${nullable.name}\``);
    return JSON.stringify(this.#random.pick(known));
  }

  /** What it asks for, or else one field of it: what holds together is easily empty, and `@oneOf` takes no more. */
  #object(type: GraphQLInputObjectType, place: string): string {
    const [first, ...others] = Object.values(type.getFields());
    if (first === undefined) throw new Error(`\`${type.name}\` has no fields`);
    const required = [first, ...others].filter(isRequiredInputField);
    const chosen = required.length > 0 ? required : [this.#random.pick([first, ...others])];
    const written = chosen.map((field) => {
      const own = `${type.name}.${field.name}`;
      // A condition is of the field that it stands at.
      return `${field.name}: ${this.#value(field.type, type.name.endsWith('Condition') ? place : own)}`;
    });
    return `{ ${written.join(', ')} }`;
  }
}

const isLeaf = (field: GraphQLField<unknown, unknown>): boolean => isLeafType(getNamedType(field.type));
