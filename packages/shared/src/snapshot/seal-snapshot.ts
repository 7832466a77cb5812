import { sha256Of } from '../brands.js';
import type { Act, Fact, Snapshot } from './snapshot.js';

/** Seals facts and acts under a number: sorted, with the digest of their canonical text. */
export function sealSnapshot(content: Pick<Snapshot, 'number' | 'facts' | 'acts'>): Snapshot {
  const facts = sealFacts(content.facts);
  const acts = sealActs(content.acts, new Map());
  const digest = sha256Of(snapshotText({ facts, acts }));
  return { number: content.number, digest, facts, acts };
}

/** Seals facts: in their order, each with its members in theirs; one of those that were sealed is that object. */
export function sealFacts(facts: readonly Fact[], sealed: ReadonlySet<Fact> = new Set()): readonly Fact[] {
  return [...facts].sort((a, b) => compareFacts(a, b)).map((fact) => (sealed.has(fact) ? fact : canonicalFact(fact)));
}

/** Seals acts; one that stands in `known` by its text is that object. */
export function sealActs(acts: readonly Act[], known: ReadonlyMap<string, Act>): readonly Act[] {
  const sorted = [...acts].sort((a, b) => compare(a.id, b.id));
  return sorted.map((act) => {
    const sealed = canonicalAct(act);
    return known.get(JSON.stringify(sealed)) ?? sealed;
  });
}

const texts = new WeakMap<object, string>();

/** The canonical text of a sealed snapshot, of which its digest is made and which the ledger keeps; the number is no part of it. */
export function snapshotText(content: Pick<Snapshot, 'facts' | 'acts'>): string {
  return texts.get(content) ?? `${factsPart(content.facts)}${actsPart(content.acts)}`;
}

/** Spares writing out again what whoever read a snapshot has at hand. */
export function rememberText(snapshot: Snapshot, text: string): void {
  texts.set(snapshot, text);
}

/** The first part of the canonical text. */
export const factsPart = (facts: readonly Fact[]): string => `{"facts":${JSON.stringify(facts)},`;

/** The second and last. */
export const actsPart = (acts: readonly Act[]): string => `"acts":${JSON.stringify(acts, withoutEmptyPersons)}}`;

function compareFacts(a: Fact, b: Fact): number {
  return compare(a.m, b.m) || compare(a.from, b.from) || compare(a.receiving, b.receiving);
}

/** An act that names no person has the text that it had before acts could: the digest of an older snapshot stands. */
function withoutEmptyPersons(name: string, value: unknown): unknown {
  return name === 'persons' && Array.isArray(value) && value.length === 0 ? undefined : value;
}

/** The same members in the same order, whatever the order they came in. */
function canonicalFact({ m, sending, receiving, regime, legalStatus, protectingPower, from, until }: Fact): Fact {
  return { m, sending, receiving, regime, legalStatus, protectingPower, from, until };
}

function canonicalAct({ id, v, kind, by, to, scope, from, until, written, ref, revokedAt }: Act): Act {
  return {
    id,
    v,
    kind,
    by: { represents: by.represents, office: by.office },
    to: { represents: to.represents, agencies: to.agencies },
    scope: { missions: scope.missions, keys: scope.keys, persons: scope.persons, categories: scope.categories },
    from,
    until,
    written,
    ref,
    revokedAt,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
