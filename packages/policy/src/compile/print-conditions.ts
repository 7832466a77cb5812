import { BIT_NAMES } from './attributes.js';
import { conjunctsOf } from './conjuncts.js';
import type { Expression } from './expression.js';
import type { PolicySource } from './read-policy.js';

const HEAD = [
  '// Printed from law/**/*.cedar by `policy:generate`. Change those, not this; a test keeps it fresh.',
  "import type { PolicyConditions } from '../compiled/condition.js';",
];

const quoted = (text: string): string => `'${text}'`;

function dataOf(expression: Expression): string {
  switch (expression.op) {
    case 'and':
    case 'or':
      return `{ op: '${expression.op}', left: ${dataOf(expression.left)}, right: ${dataOf(expression.right)} }`;
    case 'not':
      return `{ op: 'not', arg: ${dataOf(expression.arg)} }`;
    case 'flag':
      return `{ op: 'flag', attribute: '${expression.attribute.name}' }`;
    case 'equals':
      return `{ op: 'equals', attribute: '${expression.attribute.name}', word: '${expression.word}' }`;
    case 'some': {
      const { attribute, words } = expression;
      const bits = words.map((word) => `${bitsName(attribute)}.${word}`).join(' + ');
      return `{ op: 'some', attribute: '${attribute.name}', words: [${words.map(quoted).join(', ')}], bits: ${bits} }`;
    }
  }
}

function bitsName({ words, name }: Extract<Expression, { op: 'some' }>['attribute']): string {
  const bits = words === null ? undefined : BIT_NAMES[words];
  if (bits === undefined) throw new RangeError(`no bits for \`${name}\``);
  return bits;
}

function printPolicy({ rule, when, unless }: PolicySource): string {
  const list = (name: string, conditions: readonly Expression[]): readonly string[] =>
    conditions.length === 0
      ? [`    ${name}: [],`]
      : [`    ${name}: [`, ...conditions.map((each) => `      ${dataOf(each)},`), '    ],'];
  const lines = [...list('when', when.flatMap(conjunctsOf)), ...list('unless', unless)];
  return `  '${rule.annotations.id}': {\n${lines.join('\n')}\n  },`;
}

/** Prints the conditions of every policy as data, so that an explanation can say which of them fails. */
export function printConditions(sources: readonly PolicySource[]): string {
  const policies = sources.map(printPolicy).join('\n');
  const bits = Object.values(BIT_NAMES).filter((name) => new RegExp(`\\b${name}\\.`).test(policies));
  const imported = [...new Set(bits)].sort().join(', ');
  return [
    ...HEAD,
    ...(imported === '' ? [] : [`import { ${imported} } from '../compiled/bits.js';`]),
    '',
    '/** The conditions of each policy, by rule id. */',
    'export const CONDITIONS: Readonly<Record<string, PolicyConditions>> = {',
    policies,
    '};\n',
  ].join('\n');
}
