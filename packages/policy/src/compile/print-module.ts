import { createHash } from 'node:crypto';
import { CATEGORIES } from '@chancery/shared/vocabulary';
import { OWN_STATE } from '../compiled/own-state.js';
import { BIT_NAMES } from './attributes.js';
import { conditionsOf } from './conjuncts.js';
import type { Expression } from './expression.js';
import { printAll, printLowerBound, printUpperBound } from './print-expression.js';
import type { PolicySource } from './read-policy.js';
import { schemaText } from './schema-text.js';

const HEAD = '// Printed from law/**/*.cedar by `policy:generate`. Change those, not this; a test keeps it fresh.';

/** Imports what the printed policies use and nothing else. */
function importsFor(text: string): string {
  const bits = ['ACT', 'NONE', ...Object.values(BIT_NAMES)].filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  const names = [...new Set(bits)].sort();
  return [
    "import { CATEGORIES } from '@chancery/shared/vocabulary';",
    `import { ${[...names, 'some'].join(', ')} } from '../compiled/bits.js';`,
    "import type { CompiledPolicy } from '../compiled/compiled-policy.js';\n",
  ].join('\n');
}

/** The parts of a condition that must all hold. */
export function actsNamed(expression: Expression): readonly string[] {
  if (expression.op === 'and' || expression.op === 'or') {
    return [...actsNamed(expression.left), ...actsNamed(expression.right)];
  }
  if (expression.op === 'not') return actsNamed(expression.arg);
  return expression.op === 'some' && expression.attribute.words === 'Act' ? expression.words : [];
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const list = (words: readonly string[]): string => `[${words.map(quoted).join(', ')}]`;

function ownLines({ rule }: PolicySource, conditions: readonly Expression[]): readonly string[] {
  if (rule.effect === 'forbid') {
    const lifts = rule.annotations.liftedBy.map(({ act, categories }) => {
      return `{ act: ${quoted(act)}, categories: ${categories === null ? 'null' : list(categories)} }`;
    });
    const always = printLowerBound(conditions);
    return [
      `code: ${quoted(rule.annotations.code)},`,
      `liftedBy: [${lifts.join(', ')}],`,
      `alwaysHolds: ${parameterOf(always)} => ${always},`,
    ];
  }
  const { annotations } = rule;
  const due = ('duty' in annotations ? annotations.duty : annotations.obligation).map(({ kind, dueInSeconds }) => {
    return `{ kind: ${quoted(kind)}, dueInSeconds: ${dueInSeconds} }`;
  });
  if (rule.effect === 'duty') return [`obligations: [${due.join(', ')}],`];
  const bound = printUpperBound(conditions);
  return [`obligations: [${due.join(', ')}],`, `couldHold: ${parameterOf(bound)} => ${bound},`];
}

const parameterOf = (bound: string): string => (bound.includes('p.') ? '(p)' : '()');

function holdsText(conditions: readonly Expression[]): string {
  if (conditions.length === 0) return '() => true';
  const indent = '      ';
  return conditions.length === 1
    ? `(q) => ${printAll(conditions, '')}`
    : `(q) =>\n${indent}${printAll(conditions, indent)}`;
}

function printPolicy(source: PolicySource): string {
  const { rule, categories } = source;
  const { id, instrument, article, title, inForce, tell } = rule.annotations;
  const conditions = conditionsOf(source);
  const acts = [...new Set(conditions.flatMap(actsNamed))].sort();
  const lines = [
    `effect: '${rule.effect}',`,
    `id: ${quoted(id)},`,
    `instrument: ${quoted(instrument)},`,
    `article: ${quoted(article)},`,
    `title: ${quoted(title)},`,
    `inForce: ${quoted(inForce)},`,
    `tell: ${quoted(tell)},`,
    `categories: ${categories.length === CATEGORIES.length ? 'CATEGORIES' : list(categories)},`,
    `acts: ${acts.length === 0 ? 'NONE' : acts.map((act) => `ACT.${act}`).join(' + ')},`,
    `holds: ${holdsText(conditions)},`,
    ...ownLines(source, conditions),
  ];
  return `  // ${source.path}\n  {\n${lines.map((line) => `    ${line}`).join('\n')}\n  },`;
}

/** Digest of the schema and of every policy text, in order: what a ledger entry names as the policy in force. */
export function policySetVersion(sources: readonly PolicySource[]): string {
  // Who inside a State reads what is law as much as the texts are.
  const hash = createHash('sha256').update(schemaText()).update(JSON.stringify(OWN_STATE));
  // A length before each text: no two sets of texts may run together into the same bytes.
  for (const { path, text } of sources) hash.update(`${path} ${text.length}\n${text}`);
  return `sha256:${hash.digest('hex')}`;
}

/** Prints the module that the engine runs: one plain function a policy. */
export function printModule(sources: readonly PolicySource[]): string {
  const policies = sources.map(printPolicy);
  return [
    HEAD,
    importsFor(policies.join('\n')),
    '/** Digest of the policies and of their schema. */',
    `export const POLICY_SET_VERSION = '${policySetVersion(sources)}';\n`,
    '/** Every policy, in order of rule id. */',
    'export const POLICIES: readonly CompiledPolicy[] = [',
    ...policies,
    '];\n',
  ].join('\n');
}
