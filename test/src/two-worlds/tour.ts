import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { DocumentWriter, subjectOf } from './random-document.js';
import { Randomness } from './randomness.js';
import type { ChosenDocument, WrittenWith } from './worlds.js';

type Field = GraphQLField<unknown, unknown>;

/** Asks for everything of one root: its leaves, its links, and of what no root leads to the links as well. */
const wholeOf =
  (root: string): ChosenDocument =>
  (words) => {
    const field = words.schema.getQueryType()?.getFields()[root];
    if (!field) throw new Error(`no root ${root}`);
    return `{ ${new Whole(words, root.length).of(field, new Set())} }`;
  };

const commandOf =
  (name: string, seed: number): ChosenDocument =>
  (words) => {
    const field = words.schema.getMutationType()?.getFields()[name];
    if (!field) throw new Error(`no command ${name}`);
    return new DocumentWriter({ ...words, random: new Randomness(seed) }).command(field);
  };

/** A document for each root of the schema and for each command: everything is asked for at least once. */
export function tourOf(schema: GraphQLSchema): readonly ChosenDocument[] {
  const roots = Object.keys(schema.getQueryType()?.getFields() ?? {});
  const commands = Object.keys(schema.getMutationType()?.getFields() ?? {});
  return [...roots.map(wholeOf), ...commands.map((name, index) => commandOf(name, index * 31 + 7))];
}

const isCounted = (field: Field): boolean => field.args.some(({ name }) => name === 'by');

class Whole {
  readonly #writer: DocumentWriter;
  /** Types that some root of the query leads to: those are asked for there. */
  readonly #rooted: ReadonlySet<string>;

  constructor(words: WrittenWith, seed: number) {
    // What is asked of a root is right: of a document that is refused nothing would be compared.
    this.#writer = new DocumentWriter({ ...words, random: new Randomness(seed), isTyped: true });
    const roots = Object.values(words.schema.getQueryType()?.getFields() ?? {});
    this.#rooted = new Set(roots.map(subjectOf));
  }

  of(field: Field, around: ReadonlySet<string>): string {
    if (isCounted(field)) return this.#writer.groups(field);
    const given = field.args.flatMap((argument) => {
      if (argument.name === 'first') return ['first: 3'];
      return argument.type.toString().endsWith('!') ? [this.#writer.argument(argument, subjectOf(field))] : [];
    });
    const args = given.length > 0 ? `(${given.join(', ')})` : '';
    return `${field.name}${args}${this.#selection(getNamedType(field.type), around)}`;
  }

  #selection(type: GraphQLNamedType, around: ReadonlySet<string>): string {
    if (isAbstractType(type)) return ' { __typename }';
    if (!isObjectType(type)) return '';
    return ` { ${this.#fieldsOf(type, around).join(' ')} }`;
  }

  /** Of what stands below a record, what a root leads to is only named. */
  #fieldsOf(type: GraphQLObjectType, around: ReadonlySet<string>): readonly string[] {
    const isPart = /(Connection|Edge|PageInfo)$/.test(type.name);
    const fields = Object.values(type.getFields());
    if (!isPart && (around.has(type.name) || (around.size > 0 && this.#rooted.has(type.name)))) {
      return fields.filter(({ name }) => name === 'id').length > 0 ? ['id'] : ['__typename'];
    }
    const within = isPart ? around : new Set([...around, type.name]);
    // Counts by groups are asked for at the root: below a record there are too many for one document.
    return fields.filter((field) => around.size === 0 || !isCounted(field)).map((field) => this.of(field, within));
  }
}

/** Every root, command and link of a schema that a query or a command leads to. */
export function linksOf(schema: GraphQLSchema): readonly string[] {
  return [...reachedIn(schema)].flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => ROOTS.has(type.name) || isCompositeType(getNamedType(field.type)))
      .map(({ name }) => `${type.name}.${name}`),
  );
}

/** The types that a query or a command leads to; what a subscription alone tells is asked where subscriptions are. */
function reachedIn(schema: GraphQLSchema): ReadonlySet<GraphQLObjectType> {
  const reached = new Set<GraphQLObjectType>();
  const follow = (type: GraphQLNamedType | null | undefined): void => {
    if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) follow(possible);
    if (!isObjectType(type) || reached.has(type)) return;
    reached.add(type);
    for (const field of Object.values(type.getFields())) follow(getNamedType(field.type));
  };
  follow(schema.getQueryType());
  follow(schema.getMutationType());
  return reached;
}

/** The fields that a document asks for. */
export function coordinatesIn(schema: GraphQLSchema, document: string): readonly string[] {
  const types = new TypeInfo(schema);
  const found: string[] = [];
  const Field = () => void found.push(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`);
  visit(parse(document), visitWithTypeInfo(types, { Field }));
  return found;
}

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation']);
