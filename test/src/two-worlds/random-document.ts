import {
  type GraphQLAbstractType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredInputField,
  isScalarType,
} from 'graphql';
import type { Randomness } from './randomness.js';
import type { Vocabulary } from './vocabulary.js';

/** Stands where something new each time is wanted. */
export const ONCE = '$ONCE------';
/** Stands where a page goes on from a cursor, which is known once the page before has come. */
export const AFTER = '$AFTER';

const SIZES = [0, 1, 2, 3, 7, 50, 500];
/** Filters inside one another that a document asks with; deeper ones are refused, whatever the world. */
const FILTERS_DEEP = 3;
const COMBINED: ReadonlySet<string> = new Set(['and', 'or', 'not']);
const NO_SIZES = [501, -1];
/** What most scalars refuse. */
const NO_VALUES = ['', 'yesterday', -1, null];
const NO_CURSORS = ['', 'nonsense'];
const PAGING: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before']);
/** What records hang on and who asks, whatever differs. */
const ALWAYS = ['Mission', 'Viewer'];
/** Records by nothing but their id. */
const BY_ID = ['node', 'nodes'];

/** What documents are about. */
export interface Writing {
  readonly schema: GraphQLSchema;
  readonly vocabulary: Vocabulary;
  readonly random: Randomness;
  /** Types of the records that differ between the worlds. */
  readonly differing: readonly string[];
  /** Whether anything else is asked for now and then, also by nothing but an id. Planted leaks stand where that does not lead. */
  readonly isWide: boolean;
  /** Whether values are of the types that they stand for, always: else one now and then is of another. */
  readonly isTyped?: boolean;
}

/** The type that a field is about: of a connection, that of its nodes. */
export const subjectOf = ({ type }: GraphQLField<unknown, unknown>): string =>
  getNamedType(type).name.replace(/Connection$/, '');

/** Writes documents that ask for anything the schema has: pages, filters, orders, counts, records by id, and broken ones. */
export class DocumentWriter {
  /** One page of a document goes on: a cursor belongs to its own page. */
  #hasCursor = false;

  readonly schema: GraphQLSchema;
  readonly vocabulary: Vocabulary;
  readonly random: Randomness;
  readonly #isWide: boolean;
  readonly #isTyped: boolean;
  readonly #near: ReadonlySet<string>;

  constructor({ schema, vocabulary, random, differing, isWide, isTyped = false }: Writing) {
    this.schema = schema;
    this.vocabulary = vocabulary;
    this.random = random;
    this.#isWide = isWide;
    this.#isTyped = isTyped;
    this.#near = new Set([...ALWAYS, ...differing]);
  }

  write(): string {
    if (this.random.once(8)) {
      return this.command(this.random.pick(Object.values(this.schema.getMutationType()?.getFields() ?? {})));
    }
    const roots = new Set(this.random.some(this.#roots(), 2));
    const text = `{ ${[...roots].map((root) => this.#field(root, 1)).join(' ')} }`;
    return this.random.once(12) ? this.#broken(text) : text;
  }

  /** Mostly those of the records that differ, and of them more often the pages. */
  #roots(): readonly GraphQLField<unknown, unknown>[] {
    const fields = Object.values(this.schema.getQueryType()?.getFields() ?? {});
    if (this.#isWide && this.random.once(10)) return fields.filter(({ name }) => BY_ID.includes(name));
    if (this.#isWide && this.random.once(5)) return fields;
    const near = fields.filter((field) => this.#near.has(subjectOf(field)));
    return [...near, ...near.filter((field) => !ALWAYS.includes(subjectOf(field)) && isPage(field))];
  }

  /** A command; what it answers with is read without its links. */
  command(command: GraphQLField<unknown, unknown>): string {
    const payload = getNamedType(command.type);
    const records = isObjectType(payload) ? Object.values(payload.getFields()) : [];
    const read = records.map((record) => {
      const type = getNamedType(record.type);
      if (!isObjectType(type)) return record.name;
      const leaves = Object.values(type.getFields()).filter(({ type: of }) => !isObjectType(getNamedType(of)));
      return `${record.name} { ${leaves.map(({ name }) => name).join(' ')} }`;
    });
    const of = records.map(({ type }) => getNamedType(type).name)[0] ?? '';
    return `mutation { ${command.name}${this.#args(command, of)} { ${read.join(' ')} } }`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number, mayAlias = true): string {
    const alias = mayAlias && this.random.once(8) ? `a${this.random.below(3)}_${field.name}: ` : '';
    return `${alias}${field.name}${this.#args(field, subjectOf(field))}${this.#selection(field.type, depth)}`;
  }

  #selection(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (isAbstractType(named)) return ` { ${this.#fragments(named, depth).join(' ')} }`;
    if (!isObjectType(named)) return '';
    return ` { ${this.#fieldsOf(named, depth).join(' ')} }`;
  }

  /** Of some of the types that may stand there, each asked for in its own way. */
  #fragments(type: GraphQLAbstractType, depth: number): readonly string[] {
    const types = this.random.some([...this.schema.getPossibleTypes(type)], 3);
    // An alias of its own for each: two types may call two things by one name.
    return ['__typename', ...types.map((one) => `... on ${one.name} { ${this.#aliased(one, depth).join(' ')} }`)];
  }

  #aliased(type: GraphQLObjectType, depth: number): readonly string[] {
    const fields = Object.values(type.getFields());
    const leaves = fields.filter(({ type: of }) => !isCompositeType(getNamedType(of)));
    const all = fields.filter(({ type: of }) => isObjectType(getNamedType(of)));
    // Mostly to the records that differ between the worlds.
    const near = all.filter((field) => this.#near.has(subjectOf(field)));
    const branches = near.length > 0 && !this.random.once(4) ? near : all;
    const chosen = [...this.random.some(leaves, 6), ...(depth < 3 ? this.random.some(branches, 1) : [])];
    return chosen.map((field, index) => `${type.name.toLowerCase()}${index}: ${this.#field(field, depth + 1, false)}`);
  }

  #fieldsOf(type: GraphQLObjectType, depth: number): readonly string[] {
    const fields = Object.values(type.getFields());
    if (type.name.endsWith('Connection')) return this.#page(fields, depth);
    const leaves = fields.filter(({ type: of }) => !isObjectType(getNamedType(of)));
    const all = fields.filter(({ type: of }) => isObjectType(getNamedType(of)));
    // Mostly to the records that differ between the worlds.
    const near = all.filter((field) => this.#near.has(subjectOf(field)));
    const branches = near.length > 0 && !this.random.once(4) ? near : all;
    const chosen = leaves.length > 0 ? this.random.some(leaves, 6) : [];
    const deeper = depth < 4 && branches.length > 0 && !this.random.once(3) ? this.random.some(branches, 2) : [];
    const both = [...chosen, ...deeper];
    return both.length > 0 ? both.map((field) => this.#field(field, depth + 1)) : ['__typename'];
  }

  /** Of a page nearly everything is asked for: it is where counts, orders and cursors stand. */
  #page(fields: readonly GraphQLField<unknown, unknown>[], depth: number): readonly string[] {
    const parts = fields.flatMap((field) => {
      if (field.name === 'edges') return [`edges { cursor node${this.#selection(edgeNode(field), depth)} }`];
      if (field.name === 'groups') return [this.groups(field)];
      if (field.name === 'pageInfo') return ['pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'];
      return isObjectType(getNamedType(field.type)) ? [] : [field.name];
    });
    return this.random.once(3) ? this.random.some(parts, parts.length) : parts;
  }

  /** Some field of those that rows are counted by. */
  groups(field: GraphQLField<unknown, unknown>): string {
    const by = getNamedType(field.args.find(({ name }) => name === 'by')?.type);
    const { name, type } = this.random.pick(isInputObjectType(by) ? Object.values(by.getFields()) : []);
    // Places are counted in cells of a size, all else by what it is.
    const how = isInputObjectType(getNamedType(type)) ? '{ degrees: 5 }' : 'true';
    return `groups(by: { ${name}: ${how} }) { value cell { west south east north } count isSuppressed }`;
  }

  /** An argument with a value. */
  argument({ name, type }: GraphQLArgument, of: string): string {
    return `${name}: ${this.#value(type, of)}`;
  }

  #args(field: GraphQLField<unknown, unknown>, of: string): string {
    const given = field.args.flatMap((argument) => {
      if (PAGING.has(argument.name)) return [];
      const isNeeded = argument.type.toString().endsWith('!');
      if (argument.name === 'search') return this.random.once(3) ? [`search: ${this.#words(of)}`] : [];
      return isNeeded || this.random.once(2) ? [this.argument(argument, of)] : [];
    });
    if (field.args.some(({ name }) => name === 'after')) given.push(...this.#paging());
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  /** Some words of a text that stands in some row, seen or hidden, the last one perhaps not whole. */
  #words(of: string): string {
    const words = String(this.random.pick(this.#scalars('String', of))).split(/\s+/);
    const some = this.random.some(words, 2).join(' ');
    return JSON.stringify(this.random.once(2) ? some.slice(0, 1 + this.random.below(some.length + 1)) : some);
  }

  #paging(): readonly string[] {
    if (this.random.once(25)) return [`after: ${JSON.stringify(this.random.pick(NO_CURSORS))}`];
    const size = this.random.pick(this.random.once(20) ? NO_SIZES : SIZES);
    if (this.random.once(6)) return [`last: ${size}`];
    const first = this.random.once(4) ? [] : [`first: ${size}`];
    const goesOn = !this.#hasCursor && this.random.once(2);
    this.#hasCursor ||= goesOn;
    return goesOn ? [...first, `after: ${AFTER}`] : first;
  }

  /** A value of an input; ids are mostly those of the type that is asked for. */
  #value(type: GraphQLInputType, of: string, deep = 0): string {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const count = this.random.below(3) + 1;
      return `[${Array.from({ length: count }, () => this.#value(nullable.ofType, of, deep)).join(', ')}]`;
    }
    if (isEnumType(nullable)) return this.random.pick(nullable.getValues()).name;
    if (isScalarType(nullable)) return JSON.stringify(this.random.pick(this.#scalars(nullable.name, of)));
    if (!isInputObjectType(nullable)) throw new Error(`no value of ${nullable}`);
    const all = Object.values(nullable.getFields()).filter(({ name }) => deep < FILTERS_DEEP || !COMBINED.has(name));
    const combined = all.filter(({ name }) => COMBINED.has(name));
    if (combined.length > 0 && this.random.once(6)) {
      // A denial is where what may not be read could tell of itself.
      return `{ ${this.random
        .some(combined, 2)
        .map((field) => this.#inputField(field, of, deep + 1))
        .join(' ')} }`;
    }
    const named = all.filter(({ name }) => name === 'reference');
    const some = named.length > 0 && this.random.once(3) ? named : this.random.some(all, nullable.isOneOf ? 1 : 2);
    const chosen = nullable.isOneOf
      ? some.slice(0, 1)
      : all.filter((field) => isRequiredInputField(field) || some.includes(field));
    return `{ ${chosen.map((field) => `${field.name}: ${this.#inputField(field, of, deep + 1)}`).join(', ')} }`;
  }

  #inputField({ name, type }: GraphQLInputField, of: string, deep: number): string {
    // The same key would have the first answer again, whatever the world.
    if (name === 'idempotencyKey') return JSON.stringify(ONCE);
    const own = [name, `${of}.${name}`].find(
      (word) => this.vocabulary[`ID of ${word}`] ?? this.vocabulary[`String of ${word}`],
    );
    return this.#value(type, own ?? of, deep);
  }

  #scalars(name: string, of: string): readonly unknown[] {
    if (!this.#isTyped && this.random.once(25)) return NO_VALUES;
    const typed = this.vocabulary[`${name} of ${of}`];
    return typed && typed.length > 0 && !this.random.once(5) ? typed : (this.vocabulary[name] ?? [null]);
  }

  /** A slip of the pen, by which suggestions and complaints are asked for. */
  #broken(text: string): string {
    const words = [...text.matchAll(/\b[a-z][A-Za-z]{3,}\b/g)];
    const word = this.random.pick(words);
    const at = word.index + this.random.below(word[0].length);
    return this.random.once(4) ? text.slice(0, at) : `${text.slice(0, at)}${text.slice(at + 1)}`;
  }
}

const isPage = ({ type }: GraphQLField<unknown, unknown>): boolean => getNamedType(type).name.endsWith('Connection');

function edgeNode(edges: GraphQLField<unknown, unknown>): GraphQLOutputType {
  const edge = getNamedType(edges.type);
  const node = isObjectType(edge) ? edge.getFields().node : undefined;
  if (!node) throw new Error(`no node in ${edge.name}`);
  return node.type;
}
