import { type EntityType, ID_PREFIXES } from '@chancery/shared/brands';
import { ClientError } from '@chancery/shared/errors';
import { type GraphQLSchema, getNamedType, isRequiredArgument } from 'graphql';
import { type AskedField, type AskedSchema, askedField, THE_ROW } from './asked-field.js';

/** A value that is asked about of all records of a type. */
export interface ListedValue {
  readonly typeName: EntityType;
  readonly field: AskedField;
  /** The root field that lists them. */
  readonly root: string;
}

/** The root field that lists a type's records; null where there is none. */
export function rootListOf(typeName: string, consumerSchema: GraphQLSchema): string | null {
  const fields = Object.values(consumerSchema.getQueryType()?.getFields() ?? {});
  const found = fields.find(
    ({ type, args }) =>
      getNamedType(type).name === `${typeName}Connection` &&
      args.some(({ name }) => name === 'after') &&
      !args.some(isRequiredArgument),
  );
  return found?.name ?? null;
}

/** What `Type.field` names, or `Type` alone, which is the record itself. Throws INPUT_INVALID. */
export function listedValue(coordinate: string, schema: AskedSchema): ListedValue {
  const [typeName = '', ...rest] = coordinate.split('.');
  const root = isEntityType(typeName) ? rootListOf(typeName, schema.consumerSchema) : null;
  if (!isEntityType(typeName) || root === null) {
    const message = '`coordinate`: a type whose records are listed, or a field of one';
    throw new ClientError('INPUT_INVALID', message, 'coordinate');
  }
  const field = rest.length === 0 ? THE_ROW : askedField(typeName, coordinate, schema);
  return { typeName, field, root };
}

const isEntityType = (name: string): name is EntityType => Object.hasOwn(ID_PREFIXES, name);
