import { z } from 'zod';
import { DATE_TEXT, REPRESENTED_TEXT } from '../subjects/text-shapes.js';
import { ACT_KINDS, CATEGORIES, LEGAL_STATUSES, REGIMES } from '../vocabulary.js';
import type { Act, Fact } from './snapshot.js';

const DAY_MS = 86_400_000;
const registerKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'a register key');
const scopeKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ._:-]{0,127}$/, 'a scope key');
const personKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, 'a person key');
const instant = z.iso.datetime({ offset: false });

/** A list in which `*` stands for all, and then stands alone. */
const listOf = (item: z.ZodType<string>): z.ZodType<string[]> =>
  z.union([
    z.tuple([z.literal('*')]),
    z.array(item).refine((all) => new Set(all).size === all.length, 'no item twice'),
  ]);

export const factShape: z.ZodType<Fact> = z
  .strictObject({
    m: registerKey,
    sending: REPRESENTED_TEXT,
    receiving: REPRESENTED_TEXT,
    regime: z.enum(REGIMES),
    legalStatus: z.enum(LEGAL_STATUSES),
    protectingPower: REPRESENTED_TEXT.nullable(),
    from: DATE_TEXT,
    until: DATE_TEXT.nullable(),
  })
  .refine(({ from, until }) => until === null || from < until, { path: ['until'], message: 'a day after `from`' });

export const actShape: z.ZodType<Act> = z
  .strictObject({
    id: z.string().regex(/^act_[a-z0-9_-]{1,64}$/, 'the id of an act, such as act_41d0'),
    v: z.int().min(1),
    kind: z.enum(ACT_KINDS),
    by: z.strictObject({
      represents: REPRESENTED_TEXT,
      office: z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/, 'an office'),
    }),
    to: z.strictObject({
      represents: z.union([z.literal('*'), REPRESENTED_TEXT]),
      agencies: listOf(z.string().min(1).max(100)),
    }),
    scope: z.strictObject({
      missions: listOf(registerKey),
      keys: listOf(scopeKey),
      // Added to the form later: an act that does not say names nobody.
      persons: listOf(personKey).default([]),
      categories: listOf(z.enum(CATEGORIES)),
    }),
    from: instant,
    until: instant.nullable(),
    written: z.boolean(),
    ref: z.string().max(500).nullable(),
    revokedAt: instant.nullable(),
  })
  .refine(({ from, until }) => until === null || Date.parse(from) < Date.parse(until), {
    path: ['until'],
    message: 'an instant after `from`',
  })
  .refine(
    ({ kind, from, until }) =>
      kind !== 'DISASTER' || (until !== null && Date.parse(until) - Date.parse(from) <= DAY_MS),
    {
      path: ['until'],
      message: 'a disaster ends within 24 hours',
    },
  );

/**
 * Facts of one mission in one relation whose days overlap contradict each other: which one holds would depend on their
 * order. So do facts of two sending States on one day, whatever the relation: a mission is one State's.
 */
export function findContradiction(facts: readonly Fact[]): string | null {
  const seen = new Map<string, Fact[]>();
  for (const fact of facts) {
    const others = seen.get(fact.m) ?? [];
    const isOther = (other: Fact): boolean => other.receiving === fact.receiving || other.sending !== fact.sending;
    if (others.some((other) => isOther(other) && overlap(fact, other))) return fact.m;
    others.push(fact);
    seen.set(fact.m, others);
  }
  return null;
}

function overlap(one: Fact, other: Fact): boolean {
  return (one.until === null || other.from < one.until) && (other.until === null || one.from < other.until);
}
