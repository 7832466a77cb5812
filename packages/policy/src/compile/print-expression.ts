import { BIT_NAMES } from './attributes.js';
import type { Expression } from './expression.js';

/** Words are different bits each, so that their sum is the set of them. */
function wordsText(words: readonly string[], bits: string): string {
  return words.map((word) => (/^[A-Za-z_]\w*$/.test(word) ? `${bits}.${word}` : `${bits}['${word}']`)).join(' + ');
}

function leafText(
  leaf: Extract<Expression, { op: 'flag' | 'equals' | 'some' }>,
  subject: string,
  name: string,
): string {
  if (leaf.op === 'flag') return `${subject}.${name}`;
  if (leaf.op === 'equals') return `${subject}.${name} === '${leaf.word}'`;
  const bits = leaf.attribute.words === null ? undefined : BIT_NAMES[leaf.attribute.words];
  if (bits === undefined) throw new RangeError(`no bits for \`${leaf.attribute.name}\``);
  return `some(${subject}.${name}, ${wordsText(leaf.words, bits)})`;
}

/** Prints a condition as a TypeScript expression over an input `q`. */
export function printCondition(expression: Expression): string {
  switch (expression.op) {
    case 'and':
      return `${operand(expression.left, 'and')} && ${operand(expression.right, 'and')}`;
    case 'or':
      return `${operand(expression.left, 'or')} || ${operand(expression.right, 'or')}`;
    case 'not':
      return notText(expression.arg);
    default:
      return leafText(expression, 'q', expression.attribute.name);
  }
}

function notText(arg: Expression): string {
  if (arg.op === 'equals') return printCondition(arg).replace(' === ', ' !== ');
  return arg.op === 'flag' || arg.op === 'some' ? `!${printCondition(arg)}` : `!(${printCondition(arg)})`;
}

function operand(expression: Expression, within: 'and' | 'or'): string {
  const text = printCondition(expression);
  const mixed = (expression.op === 'and' || expression.op === 'or') && expression.op !== within;
  return mixed ? `(${text})` : text;
}

/** Prints conditions that must all hold, one a line. */
export function printAll(expressions: readonly Expression[], indent: string): string {
  return expressions.map((each) => operand(each, 'and')).join(` &&\n${indent}`);
}

/** What can be told of a condition from the profile alone: a TypeScript expression over `p`, or a constant. */
type Bounded = string | boolean;

/**
 * The upper bound of a condition over every record, fact and act: true unless the profile excludes it.
 * @param must the lower bound instead: true only when the profile alone makes it hold
 */
function boundOf(expression: Expression, must: boolean): Bounded {
  switch (expression.op) {
    case 'and':
    case 'or':
      return joined(expression.op, boundOf(expression.left, must), boundOf(expression.right, must));
    case 'not': {
      const arg = boundOf(expression.arg, !must);
      return typeof arg === 'boolean' ? !arg : `!(${arg})`;
    }
    default: {
      const { profile, bound } = expression.attribute;
      // What the profile says of a bounded attribute is itself an upper bound only.
      if (profile === null || (must && bound !== 'exact')) return !must;
      return leafText(expression, 'p', profile);
    }
  }
}

function joined(op: 'and' | 'or', left: Bounded, right: Bounded): Bounded {
  const absorbing = op === 'or';
  if (left === absorbing || right === absorbing) return absorbing;
  if (typeof left === 'boolean') return right;
  if (typeof right === 'boolean') return left;
  return op === 'and' ? `${left} && ${right}` : `(${left} || ${right})`;
}

/** Prints what a profile alone tells of conditions that must all hold: false means that nothing could make them. */
export function printUpperBound(expressions: readonly Expression[]): string {
  return boundText(expressions, false);
}

/** Prints what a profile alone tells of them from below: true means that they hold whatever the record, fact or act. */
export function printLowerBound(expressions: readonly Expression[]): string {
  return boundText(expressions, true);
}

function boundText(expressions: readonly Expression[], must: boolean): string {
  return String(expressions.map((each) => boundOf(each, must)).reduce((a, b) => joined('and', a, b), true));
}
