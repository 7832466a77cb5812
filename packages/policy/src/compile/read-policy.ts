import { CATEGORIES, CATEGORY_GROUPS, CATEGORY_RULES, type Category } from '@chancery/shared/vocabulary';
import { z } from 'zod';
import { dutyAnnotations, forbidAnnotations, permitAnnotations } from './annotations.js';
import { cedar } from './cedar-wasm.js';
import { checkExceptions } from './check-exceptions.js';
import { checkPolarity } from './check-polarity.js';
import { type Expression, PolicyFault, parseExpression } from './expression.js';

/** A policy file, parsed and found to lie within the subset. */
export interface PolicySource {
  /** `vcdr-1961/VCDR-22-1.cedar`. */
  readonly path: string;
  readonly text: string;
  readonly categories: readonly Category[];
  /** All must hold. */
  readonly when: readonly Expression[];
  /** None may hold. */
  readonly unless: readonly Expression[];
  readonly rule:
    | { readonly effect: 'permit'; readonly annotations: z.infer<typeof permitAnnotations> }
    | { readonly effect: 'forbid'; readonly annotations: z.infer<typeof forbidAnnotations> }
    /** In Cedar a permit, put into a set of its own: there it says when the duty is owed, and can open nothing. */
    | { readonly effect: 'duty'; readonly annotations: z.infer<typeof dutyAnnotations> };
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

function ruleOf(effect: 'permit' | 'forbid', annotations: Readonly<Record<string, string>>): PolicySource['rule'] {
  if (effect === 'forbid') return { effect, annotations: forbidAnnotations.parse(annotations) };
  return 'duty' in annotations
    ? { effect: 'duty', annotations: dutyAnnotations.parse(annotations) }
    : { effect, annotations: permitAnnotations.parse(annotations) };
}

/** Reads one policy file. Throws on a syntax error, on anything outside the subset, and on annotations that are not whole. */
export function readPolicy(path: string, text: string): PolicySource {
  // A zero-width character in a literal is seen by no reader and flagged by no validator.
  if (!/^[\n\x20-\x7e]*$/.test(text)) throw new PolicyFault(`\`${path}\` holds a character outside ASCII`);
  const parsed = cedar.policyToJson(text);
  if (parsed.type === 'failure') {
    throw new PolicyFault(`\`${path}\`: ${parsed.errors.map((error) => error.message).join('; ')}`);
  }
  const { effect, action, conditions, annotations } = POLICY.parse(parsed.json);
  const rule = ruleOf(effect, annotations);
  if (!path.endsWith(`/${rule.annotations.id}.cedar`))
    throw new PolicyFault(`\`${path}\` holds \`${rule.annotations.id}\``);
  const bodies = (kind: 'when' | 'unless') =>
    conditions.filter((each) => each.kind === kind).map((each) => parseExpression(each.body));
  const source = { path, text, categories: categoriesOf(action), when: bodies('when'), unless: bodies('unless'), rule };
  // When unsure, a bar bars and a duty is owed: only a permit must be certain.
  const opens = rule.effect === 'permit';
  for (const each of source.when) checkPolarity(each, opens);
  for (const each of source.unless) checkPolarity(each, !opens);
  if (rule.effect === 'forbid') checkExceptions(source.unless);
  return source;
}
