import { type GraphQLArgument, type GraphQLSchema, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { InternalError } from '../../errors.js';
import { isCombined } from '../../schema/combined-filter.js';
import type { ConnectionSpec } from './connection-spec.js';

/** Throws unless each field that takes a filter or an order has a connection, and the connection a column for each of their fields. */
export function checkConnections(schema: GraphQLSchema, connections: readonly ConnectionSpec<object>[]): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const inputs = field.args.filter(({ name }) => name === 'filter' || name === 'orderBy');
      if (inputs.length === 0) continue;
      const name = `${type.name}.${field.name}`;
      const spec = connections.find((each) => each.name === name);
      if (spec === undefined) throw new InternalError('INTERNAL', `no connection for \`${name}\``);
      for (const asked of inputs.flatMap(fieldsOf)) {
        if (!isCombined(asked) && spec.placeOf(asked) === undefined) spec.columnOf(asked);
      }
    }
  }
}

function fieldsOf({ type }: GraphQLArgument): string[] {
  const named = getNamedType(type);
  return isInputObjectType(named) ? Object.keys(named.getFields()) : [];
}
