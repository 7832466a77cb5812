import { TERM_KINDS, type TermKind, type Terms } from './terms.js';

interface Kept {
  readonly id: string;
  readonly terms: Terms;
  /** A bit for each kind of which it has terms. */
  readonly needs: number;
}

const bitOf = (kind: TermKind): number => 1 << TERM_KINDS.indexOf(kind);

/** Requirements by their terms: what one record meets is found without looking at the others. */
export class RequirementIndex {
  readonly #kept = new Map<string, Kept>();
  readonly #byTerm: Readonly<Record<TermKind, Map<string, Set<Kept>>>> = {
    posts: new Map(),
    actors: new Map(),
    regions: new Map(),
    types: new Map(),
  };

  get size(): number {
    return this.#kept.size;
  }

  /** Takes a requirement; one that is known by that id is another from now on. */
  put(id: string, terms: Terms): void {
    this.remove(id);
    const needs = TERM_KINDS.reduce((bits, kind) => (terms[kind].length > 0 ? bits | bitOf(kind) : bits), 0);
    const kept = { id, terms, needs };
    this.#kept.set(id, kept);
    for (const kind of TERM_KINDS)
      for (const term of terms[kind]) {
        const known = this.#byTerm[kind].get(term);
        if (known === undefined) this.#byTerm[kind].set(term, new Set([kept]));
        else known.add(kept);
      }
  }

  remove(id: string): void {
    const kept = this.#kept.get(id);
    if (kept === undefined) return;
    this.#kept.delete(id);
    for (const kind of TERM_KINDS)
      for (const term of kept.terms[kind]) {
        const known = this.#byTerm[kind].get(term);
        known?.delete(kept);
        if (known?.size === 0) this.#byTerm[kind].delete(term);
      }
  }

  /** The requirements that a record meets by these terms: of each kind that a requirement names, by one at least. */
  metBy(terms: Terms): readonly string[] {
    const met = new Map<Kept, number>();
    for (const kind of TERM_KINDS)
      for (const term of terms[kind])
        for (const kept of this.#byTerm[kind].get(term) ?? []) met.set(kept, (met.get(kept) ?? 0) | bitOf(kind));
    return Array.from(met).flatMap(([{ id, needs }, bits]) => (bits === needs ? [id] : []));
  }
}
