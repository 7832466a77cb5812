import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import { isHandlingNumber } from '../../brands.js';
import type { Coordinate } from '../../vocabulary.js';
import type { CallContext } from './call-context.js';

/** The field in which a type that is labelled here carries the handling of its row. */
const HANDLING = 'handling';

/**
 * Nulls each field of a labelled row that its viewer may not read, before anything is done to resolve it. The gateway
 * decides every value again from the handling: neither of the two can open what the other has closed, and what nobody is to
 * read is never on the wire between them. Keys and the handling itself have no category, and go.
 */
export function withholdClosed(schema: GraphQLSchema, categories: ReadonlyMap<Coordinate, unknown>): void {
  for (const type of labelledTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const coordinate: Coordinate = `${type.name}.${field.name}`;
      if (categories.has(coordinate)) withholdField(field, coordinate);
    }
  }
}

/** Every handling that goes into an answer is noted, whatever key it has there. */
export function noteHandlings(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) if (isHandling(field)) noteHandling(field);
  }
}

function labelledTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types.filter((type) => isHandling(type.getFields()[HANDLING]));
}

const isHandling = (field: LabelledField | undefined): boolean =>
  field !== undefined && getNamedType(field.type).name === 'Handling';

type LabelledField = GraphQLField<{ readonly handling?: unknown }, CallContext>;

function withholdField(field: LabelledField, coordinate: Coordinate): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (row, args, context, info) => {
    const { handling } = row;
    // Of a row that has lost its handling nothing may be read.
    if (!isHandlingNumber(handling) || !context.mayRead(coordinate, handling)) return null;
    return resolve(row, args, context, info);
  };
}

function noteHandling(field: LabelledField): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (row, args, context, info) => {
    const handling: unknown = await resolve(row, args, context, info);
    for (const used of Array.isArray(handling) ? handling : [handling]) {
      if (isHandlingNumber(used)) context.usedHandlings.add(used);
    }
    return handling;
  };
}
