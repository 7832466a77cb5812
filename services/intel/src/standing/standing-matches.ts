import type { Coordinate } from '@chancery/shared/vocabulary';
import { RequirementIndex } from './requirement-index.js';
import { TERM_KINDS, type TermKind, type Terms } from './terms.js';

/** Something that a record says by which a requirement can be met. */
export interface Facet {
  readonly kind: TermKind;
  readonly term: string;
  /** The field that says it: who may not read that is not told by a match. */
  readonly coordinate: Coordinate;
  /** Handling of what the field links to, which must be there for the reader too; null for a value. */
  readonly target: string | null;
}

/** A record as it stands now. */
export interface WatchedRecord {
  readonly id: string;
  readonly handling: string;
  readonly facets: readonly Facet[];
}

/** What requesters may see, by the law, the acts and the date that hold at the moment of asking. */
export interface Sight {
  /** Whether a row under that handling is there for a requester. */
  exists(requester: string, handling: string): boolean;
  reads(requester: string, coordinate: Coordinate, handling: string): boolean;
}

/** A requirement as it was filed, and whose it is: it is met by what this requester may see. */
export interface FiledRequirement {
  readonly id: string;
  readonly requester: string;
  readonly terms: Terms;
}

/** A requirement that is met by a record, and was not before. */
export interface RequirementMatch {
  readonly requirement: string;
  readonly record: string;
}

/**
 * Which standing requirements are met by which records. A requirement is met once a record is there for its requester, and by what this
 * may read of it; so it fires by a change, an act, a regrade or a date alike, and by none of them for what stays hidden. When
 * a record goes out of sight nothing says so; when it comes back, it is met again.
 */
export class StandingMatches {
  readonly #sight: Sight;
  readonly #byRequester = new Map<string, RequirementIndex>();
  readonly #requesterOf = new Map<string, string>();
  readonly #records = new Map<string, WatchedRecord>();
  /** The requirements that a record meets now. */
  readonly #met = new Map<string, ReadonlySet<string>>();

  constructor(sight: Sight) {
    this.#sight = sight;
  }

  /** Takes a requirement, or its terms anew; gives what meets it and did not before. */
  file({ id, requester, terms }: FiledRequirement): readonly RequirementMatch[] {
    const filedBy = this.#requesterOf.get(id);
    if (filedBy !== undefined && filedBy !== requester) this.withdraw(id);
    this.#requesterOf.set(id, requester);
    const index = this.#byRequester.get(requester) ?? new RequirementIndex();
    this.#byRequester.set(requester, index);
    index.put(id, terms);
    return this.reconsider();
  }

  withdraw(id: string): void {
    const requester = this.#requesterOf.get(id);
    if (requester === undefined) return;
    this.#requesterOf.delete(id);
    const index = this.#byRequester.get(requester);
    index?.remove(id);
    if (index?.size === 0) this.#byRequester.delete(requester);
    for (const [record, met] of this.#met) if (met.has(id)) this.#met.set(record, without(met, id));
  }

  /** Takes a record that was made or changed, its label among it; gives the requirements that it meets and did not before. */
  changed(record: WatchedRecord): readonly RequirementMatch[] {
    this.#records.set(record.id, record);
    return this.#look(record);
  }

  /** A record that is not there any more. */
  gone(id: string): void {
    this.#records.delete(id);
    this.#met.delete(id);
  }

  /** Looks at every record again: acts, facts or the date are others. */
  reconsider(): readonly RequirementMatch[] {
    return [...this.#records.values()].flatMap((record) => this.#look(record));
  }

  #look(record: WatchedRecord): readonly RequirementMatch[] {
    const before = this.#met.get(record.id);
    const met = new Set<string>();
    for (const [requester, index] of this.#byRequester) {
      const seen = this.#termsSeen(requester, record);
      if (seen !== null) for (const id of index.metBy(seen)) met.add(id);
    }
    this.#met.set(record.id, met);
    return [...met].filter((id) => before?.has(id) !== true).map((requirement) => ({ requirement, record: record.id }));
  }

  /** What a requester may read of a record; null where the record is not there for it. */
  #termsSeen(requester: string, { handling, facets }: WatchedRecord): Terms | null {
    if (!this.#sight.exists(requester, handling)) return null;
    const seen = Object.fromEntries(TERM_KINDS.map((kind) => [kind, [] as string[]])) as Record<TermKind, string[]>;
    for (const { kind, term, coordinate, target } of facets) {
      if (target !== null && !this.#sight.exists(requester, target)) continue;
      if (this.#sight.reads(requester, coordinate, handling)) seen[kind].push(term);
    }
    return seen;
  }
}

function without(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const others = new Set(set);
  others.delete(item);
  return others;
}
