import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { isCalendarDate } from '../calendar.js';
import { ClientError } from '../errors.js';
import { parseInstant } from './parse-instant.js';

const STATE_CODE = /^[A-Z]{3}$/;

/** ISO 3166-1 alpha-3; the ready-made scalar is alpha-2. */
export const StateCode = new GraphQLScalarType<string, string>({
  name: 'StateCode',
  description: 'ISO 3166-1 alpha-3, with user-assigned (XKX) and withdrawn (SUN) codes.',
  specifiedByURL: 'https://www.iso.org/iso-3166-country-codes.html',
  serialize: toStateCode,
  parseValue: toStateCode,
  parseLiteral: (node) => toStateCode(textOf(node)),
});

/** A calendar date; input that is none is refused in the caller's own words. */
export const LocalDate = scalarInWords(GraphQLLocalDate, {
  description: 'Calendar date, YYYY-MM-DD, without time zone, from the year 1 on.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339.html#section-5.6',
  expected: 'a calendar date',
  parse: (text) => (isCalendarDate(text) && !text.startsWith('0000') ? text : null),
});

/** An instant; out always in UTC. */
export const DateTime = scalarInWords(GraphQLDateTime, {
  description: 'An instant, RFC 3339, to the millisecond; out always in UTC.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339.html#section-5.6',
  expected: 'an instant to the millisecond',
  parse: parseInstant,
});

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

interface ScalarInWords<T> {
  readonly description: string;
  readonly specifiedByURL: string;
  /** What an input should have been. */
  readonly expected: string;
  /** Null for a text that stands for no value of the column behind. */
  parse(text: string): T | null;
}

function scalarInWords<T>(base: GraphQLScalarType, rules: ScalarInWords<T>): GraphQLScalarType {
  const { name, serialize } = base.toConfig();
  const { description, specifiedByURL, expected } = rules;
  const parse = (value: unknown): T =>
    (typeof value === 'string' ? rules.parse(value) : null) ?? refuse(value, expected);
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL,
    serialize,
    parseValue: parse,
    parseLiteral: (node) => (node.kind === Kind.STRING ? parse(node.value) : refuse(print(node), expected)),
  });
}

function toStateCode(value: unknown): string {
  return typeof value === 'string' && STATE_CODE.test(value) ? value : refuse(value, 'a State code');
}

/** A literal of another kind is refused as it was written. */
function textOf(node: ValueNode): string {
  return node.kind === Kind.STRING ? node.value : refuse(print(node), 'a State code');
}

const QUOTED_MAX = 100;

function refuse(value: unknown, expected: string): never {
  const words = typeof value === 'string' ? value : JSON.stringify(value);
  const quoted = words.length > QUOTED_MAX ? `${words.slice(0, QUOTED_MAX)}…` : words;
  throw new ClientError('INPUT_INVALID', `\`${quoted}\` is not ${expected}`);
}
