import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { ClientError } from '../errors.js';

const STATE_CODE = /^[A-Z]{3}$/;

/** ISO 3166-1 alpha-3; the ready-made scalar is alpha-2. */
export const StateCode = new GraphQLScalarType<string, string>({
  name: 'StateCode',
  description: 'ISO 3166-1 alpha-3, with user-assigned (XKX) and withdrawn (SUN) codes.',
  serialize: toStateCode,
  parseValue: toStateCode,
  parseLiteral: (node) => toStateCode(textOf(node)),
});

/** A calendar date; input that is none is refused in the caller's own words. */
export const LocalDate = refusingInWords(
  GraphQLLocalDate,
  'Calendar date, YYYY-MM-DD, without time zone.',
  'a calendar date',
);

/** An instant; out always in UTC. */
export const DateTime = refusingInWords(GraphQLDateTime, 'An instant, RFC 3339, UTC.', 'an instant');

/** The wire form of a row's handling. */
export const HandlingNumber = new GraphQLScalarType<number, number>({
  name: 'Handling',
  description: 'Row handling on the wire, a small integer of its service; never leaves the gateway.',
  serialize(value) {
    if (Number.isSafeInteger(value)) return value as number;
    throw new GraphQLError('handling is not an integer');
  },
  parseValue: () => refuse('handling', 'an input'),
  parseLiteral: () => refuse('handling', 'an input'),
});

function refusingInWords(scalar: GraphQLScalarType, description: string, expected: string): GraphQLScalarType {
  const { name, serialize, parseValue } = scalar.toConfig();
  const parse = (value: unknown) => {
    try {
      return parseValue(value);
    } catch {
      return refuse(value, expected);
    }
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize,
    parseValue: parse,
    parseLiteral: (node) => parse(textOf(node)),
  });
}

function toStateCode(value: unknown): string {
  return typeof value === 'string' && STATE_CODE.test(value) ? value : refuse(value, 'a State code');
}

function textOf(node: ValueNode): unknown {
  return node.kind === Kind.STRING ? node.value : null;
}

function refuse(value: unknown, expected: string): never {
  throw new ClientError('INPUT_INVALID', `\`${String(value).slice(0, 100)}\` is not ${expected}`);
}
