import { type EntityType, ID_PREFIXES, isEntityId } from '@chancery/shared/brands';
import { ClientError } from '@chancery/shared/errors';
import type { Category } from '@chancery/shared/vocabulary';
import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import type { FieldPolicy } from '../schema/field-policy.js';
import type { Supergraph } from '../schema/supergraph.js';

/** A record that a question is about; whether there is one, nobody has looked yet. */
export interface AskedRecord {
  readonly typeName: EntityType;
  readonly id: string;
}

/** A value of a record that a question is about: its field, or the row itself. */
export interface AskedField {
  /** Null for the row. */
  readonly policy: DecidedField | null;
  /** What is selected of the field to know whether there is a value; null for the row. */
  readonly selection: string | null;
}

/** What the supergraph says of a field that is decided. */
export type DecidedField = FieldPolicy & { readonly category: Category };

/** The part of a supergraph that questions are read by. */
export type AskedSchema = Pick<Supergraph, 'consumerSchema' | 'policyOf'>;

/** The row itself. */
export const THE_ROW: AskedField = { policy: null, selection: null };

const TYPES = Object.keys(ID_PREFIXES) as EntityType[];

/** The record that an id names, by what it begins with; null for words that no id has. */
export function recordOf(id: string): AskedRecord | null {
  const typeName = TYPES.find((type) => isEntityId(type, id));
  return typeName === undefined ? null : { typeName, id };
}

/** Every field of a type that can be asked about. */
export function fieldsOf(typeName: string, schema: AskedSchema): readonly AskedField[] {
  const type = schema.consumerSchema.getType(typeName);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const { category, ...policy } = schema.policyOf(typeName, field.name);
    if (category === null || field.args.some(isRequiredArgument)) return [];
    return [{ policy: { ...policy, category }, selection: selectionOf(field) }];
  });
}

/**
 * The field that a coordinate names, of a type; the row for EXISTENCE. What is wrong with it follows from the schema and from the
 * caller's own words: no record is looked at. Throws INPUT_INVALID.
 */
export function askedField(typeName: string, coordinate: string, schema: AskedSchema): AskedField {
  if (coordinate === 'EXISTENCE') return THE_ROW;
  const found = fieldsOf(typeName, schema).find(({ policy }) => policy?.coordinate === coordinate);
  if (found !== undefined) return found;
  const message = `\`coordinate\`: a field of ${typeName} is asked about, or EXISTENCE`;
  throw new ClientError('INPUT_INVALID', message, 'coordinate');
}

type FieldOf = ReturnType<GraphQLObjectType['getFields']>[string];

/** As little as tells whether there is a value: of a page none of its rows. */
function selectionOf(field: FieldOf): string {
  if (isLeafType(getNamedType(field.type))) return field.name;
  const page = field.args.some(({ name }) => name === 'first') ? '(first: 0)' : '';
  return `${field.name}${page} { __typename }`;
}
