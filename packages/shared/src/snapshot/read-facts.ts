import { canonicalFact, compareFacts, factsPart } from './seal-snapshot.js';
import type { Fact } from './snapshot.js';
import { factShape, findContradiction } from './snapshot-shapes.js';

/** The facts of one snapshot by their texts, each without what stands between two of them. */
export type FactsByText = ReadonlyMap<string, Fact>;

const NAME = '"facts":[';
const END = '],';
/** Between two facts, and nowhere in one: within a text the quote would be escaped. */
const BETWEEN = '},{"';
const [BEFORE, AFTER] = ['{"', '}'];

/** Facts that are sealed, by their texts. */
export function factsByText(facts: readonly Fact[]): FactsByText {
  return new Map(facts.map((fact) => [JSON.stringify(fact).slice(BEFORE.length, -AFTER.length), fact]));
}

/**
 * Facts as a sealed snapshot holds them, `"facts":[...],`, of which those are parsed whose text is not in `known`. Null where they
 * are not valid, in order and as they are sealed: then they are for whoever reads the snapshot whole.
 */
export function readFacts(part: string, known: FactsByText): FactsByText | null {
  if (!part.startsWith(NAME) || !part.endsWith(END)) return null;
  const list = part.slice(NAME.length, -END.length);
  if (list === '') return new Map();
  if (!list.startsWith(BEFORE) || !list.endsWith(AFTER)) return null;
  const read = new Map<string, Fact>();
  const texts = list.slice(BEFORE.length, -AFTER.length).split(BETWEEN);
  const changed = new Set<string>();
  let last: Fact | null = null;
  for (const text of texts) {
    const same = known.get(text);
    const fact = same ?? parseFact(text);
    if (fact === null || (last !== null && compareFacts(last, fact) > 0)) return null;
    if (same === undefined) changed.add(fact.m);
    read.set(text, fact);
    last = fact;
  }
  // Facts of one mission contradict each other or none, and those that were read before did not.
  const asked = changed.size === 0 ? [] : [...read.values()].filter(({ m }) => changed.has(m));
  return read.size === texts.length && findContradiction(asked) === null ? read : null;
}

function parseFact(text: string): Fact | null {
  const whole = `${BEFORE}${text}${AFTER}`;
  const parsed = factShape.safeParse(parseJson(whole));
  if (!parsed.success) return null;
  const fact = canonicalFact(parsed.data);
  return JSON.stringify(fact) === whole ? fact : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The text of facts in a sealed snapshot, as `readFacts` takes it. */
export const factsText = (facts: readonly Fact[]): string => factsPart(facts).slice(1);
