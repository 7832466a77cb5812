import { CATEGORIES, CATEGORY_GROUPS, CATEGORY_RULES, type Category } from '@chancery/shared/vocabulary';
import { z } from 'zod';
import { cedar } from './cedar-wasm.js';
import { type Expression, PolicyFault, parseExpression } from './expression.js';

/** What a policy text says, whatever its annotations tell besides. */
export interface RuleText {
  readonly id: string;
  /** A duty is in Cedar a permit, and opens nothing. */
  readonly effect: 'permit' | 'forbid' | 'duty';
  readonly categories: readonly Category[];
  /** All must hold. */
  readonly when: readonly Expression[];
  /** None may hold. */
  readonly unless: readonly Expression[];
  readonly annotations: Readonly<Record<string, string>>;
}

const ALL = z.strictObject({ op: z.literal('All') });
const ACTION = z.strictObject({ type: z.literal('Action'), id: z.string() });
const POLICY = z.strictObject({
  effect: z.enum(['permit', 'forbid']),
  // Who asks and about what is a matter of conditions: a scope that named entities would need their data at run time.
  principal: ALL,
  resource: ALL,
  action: z.union([
    ALL,
    z.strictObject({ op: z.literal('=='), entity: ACTION }),
    z.strictObject({ op: z.literal('in'), entity: ACTION }),
    z.strictObject({ op: z.literal('in'), entities: z.array(ACTION).min(1) }),
  ]),
  conditions: z.array(z.strictObject({ kind: z.enum(['when', 'unless']), body: z.unknown() })),
  annotations: z.record(z.string(), z.string()),
});

function categoriesNamed(name: string): readonly Category[] {
  const group = CATEGORY_GROUPS.find((each) => each === name);
  const named = CATEGORIES.filter((each) => {
    return each === name || (group !== undefined && CATEGORY_RULES[each].groups.some((other) => other === group));
  });
  if (named.length === 0) throw new PolicyFault(`no category or group \`${name}\``);
  return named;
}

function categoriesOf(action: z.infer<typeof POLICY>['action']): readonly Category[] {
  if (action.op === 'All') return CATEGORIES;
  const entities = 'entities' in action ? action.entities : [action.entity];
  const named = new Set(entities.flatMap(({ id }) => categoriesNamed(id)));
  return CATEGORIES.filter((category) => named.has(category));
}

/** Reads one policy text. Throws on a syntax error and on anything outside the subset. */
export function readRule(path: string, text: string): RuleText {
  // A zero-width character in a literal is seen by no reader and flagged by no validator.
  if (!/^[\n\x20-\x7e]*$/.test(text)) throw new PolicyFault(`\`${path}\` holds a character outside ASCII`);
  const parsed = cedar.policyToJson(text);
  if (parsed.type === 'failure') {
    throw new PolicyFault(`\`${path}\`: ${parsed.errors.map((error) => error.message).join('; ')}`);
  }
  const { effect, action, conditions, annotations } = POLICY.parse(parsed.json);
  const bodies = (kind: 'when' | 'unless') =>
    conditions.filter((each) => each.kind === kind).map((each) => parseExpression(each.body));
  return {
    id: annotations.id ?? '',
    effect: effect === 'permit' && annotations.duty !== undefined ? 'duty' : effect,
    categories: categoriesOf(action),
    when: bodies('when'),
    unless: bodies('unless'),
    annotations,
  };
}
