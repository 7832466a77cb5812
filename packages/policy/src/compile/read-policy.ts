import type { Category } from '@chancery/shared/vocabulary';
import type { z } from 'zod';
import { dutyAnnotations, forbidAnnotations, permitAnnotations } from './annotations.js';
import { checkExceptions } from './check-exceptions.js';
import { checkPolarity } from './check-polarity.js';
import { type Expression, PolicyFault } from './expression.js';
import { readRule } from './read-rule.js';

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

function ruleOf(effect: 'permit' | 'forbid', annotations: Readonly<Record<string, string>>): PolicySource['rule'] {
  if (effect === 'forbid') return { effect, annotations: forbidAnnotations.parse(annotations) };
  return 'duty' in annotations
    ? { effect: 'duty', annotations: dutyAnnotations.parse(annotations) }
    : { effect, annotations: permitAnnotations.parse(annotations) };
}

/** Reads one policy file. Throws on a syntax error, on anything outside the subset, and on annotations that are not whole. */
export function readPolicy(path: string, text: string): PolicySource {
  const { effect, categories, when, unless, annotations } = readRule(path, text);
  const rule = ruleOf(effect === 'forbid' ? 'forbid' : 'permit', annotations);
  if (!path.endsWith(`/${rule.annotations.id}.cedar`))
    throw new PolicyFault(`\`${path}\` holds \`${rule.annotations.id}\``);
  // When unsure, a bar bars and a duty is owed: only a permit must be certain.
  const opens = rule.effect === 'permit';
  for (const each of when) checkPolarity(each, opens);
  for (const each of unless) checkPolarity(each, !opens);
  if (rule.effect === 'forbid') checkExceptions(unless);
  return { path, text, categories, when, unless, rule };
}
