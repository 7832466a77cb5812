import { z } from 'zod';
import { ATTRIBUTES, type Attribute, ENUMS } from './attributes.js';

/** What a policy may say: the whole subset of Cedar that the project accepts. */
export type Expression =
  | { readonly op: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'not'; readonly arg: Expression }
  | { readonly op: 'flag'; readonly attribute: Attribute }
  | { readonly op: 'equals'; readonly attribute: Attribute; readonly word: string }
  | { readonly op: 'some'; readonly attribute: Attribute; readonly words: readonly string[] };

/** A policy text that Cedar accepts and the project does not. */
export class PolicyFault extends Error {
  override readonly name = 'PolicyFault';
}

const BINARY = z.strictObject({ left: z.unknown(), right: z.unknown() });
const UNARY = z.strictObject({ arg: z.unknown() });
const ACCESS = z.strictObject({
  '.': z.strictObject({
    left: z.strictObject({ Var: z.enum(['principal', 'resource', 'context']) }),
    attr: z.string(),
  }),
});
const ENTITY = z.strictObject({
  Value: z.strictObject({ __entity: z.strictObject({ type: z.string(), id: z.string() }) }),
});
const ENTITY_SET = z.strictObject({ Set: z.array(ENTITY).min(1) });
const OPERATION = z.record(z.string(), z.unknown());

function attributeOf(node: unknown, shape: Attribute['shape']): Attribute {
  const access = ACCESS.safeParse(node);
  if (!access.success) throw new PolicyFault(`not an attribute: \`${JSON.stringify(node)}\``);
  const { left, attr } = access.data['.'];
  const attribute = ATTRIBUTES.find((each) => each.owner === left.Var && each.name === attr);
  if (attribute?.shape !== shape) throw new PolicyFault(`\`${left.Var}.${attr}\` cannot be read as a ${shape}`);
  return attribute;
}

function wordOf(node: unknown, attribute: Attribute): string {
  const literal = ENTITY.safeParse(node);
  if (!literal.success) throw new PolicyFault(`not a word of a vocabulary: \`${JSON.stringify(node)}\``);
  const { type, id } = literal.data.Value.__entity;
  const words: readonly string[] = attribute.words === null ? [] : ENUMS[attribute.words];
  if (type !== attribute.words || !words.includes(id)) {
    throw new PolicyFault(`\`${type}::"${id}"\` is no word for \`${attribute.owner}.${attribute.name}\``);
  }
  return id;
}

function equalsOf(operands: unknown): Expression {
  const { left, right } = BINARY.parse(operands);
  const attribute = attributeOf(left, 'word');
  return { op: 'equals', attribute, word: wordOf(right, attribute) };
}

function someOf(operands: unknown): Expression {
  const { left, right } = BINARY.parse(operands);
  const attribute = attributeOf(left, 'set');
  return { op: 'some', attribute, words: ENTITY_SET.parse(right).Set.map((each) => wordOf(each, attribute)) };
}

function joinOf(op: 'and' | 'or', operands: unknown): Expression {
  const { left, right } = BINARY.parse(operands);
  return { op, left: parseExpression(left), right: parseExpression(right) };
}

/**
 * Reads one condition of Cedar's JSON form. Anything outside the subset is refused: arithmetic can overflow and an
 * erroring `forbid` is skipped; a string literal is checked by nobody; an action belongs into the scope.
 */
export function parseExpression(node: unknown): Expression {
  const entries = Object.entries(OPERATION.parse(node));
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1)
    throw new PolicyFault(`not one operation: \`${JSON.stringify(node)}\``);
  const [operator, operands] = entry;
  switch (operator) {
    case '&&':
      return joinOf('and', operands);
    case '||':
      return joinOf('or', operands);
    case '!':
      return { op: 'not', arg: parseExpression(UNARY.parse(operands).arg) };
    case '==':
      return equalsOf(operands);
    case '!=':
      return { op: 'not', arg: equalsOf(operands) };
    case 'contains': {
      const { left, right } = BINARY.parse(operands);
      return someOf({ left, right: { Set: [right] } });
    }
    case 'containsAny':
      return someOf(operands);
    case '.':
      return { op: 'flag', attribute: attributeOf(node, 'flag') };
    default:
      throw new PolicyFault(`operator \`${operator}\` is outside the subset`);
  }
}
