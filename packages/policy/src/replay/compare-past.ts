import type { Sha256 } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';
import type { Effect } from '@chancery/shared/vocabulary';
import type { Decision } from '../decision.js';
import type { PolicyEngine } from '../engine.js';
import {
  type Circumstances,
  type DecidedLine,
  decideAgain,
  decideUnder,
  EFFECTS,
  type FieldOf,
} from './decide-again.js';

/** A request as its entry has it. */
export interface PastRequest {
  readonly receipt: string;
  readonly agency: string;
  /** Digest of the rules that decided. */
  readonly policy: string;
  /** Null where a text that the entry names is gone. */
  readonly circumstances: Circumstances | null;
  readonly lines: readonly (DecidedLine & { readonly count: number })[];
}

/** What another law does to a value that somebody asked for. */
const TURNS = ['OPENS', 'MAY_OPEN', 'CLOSES', 'HIDES', 'TELLS', 'OWES_OTHERWISE'] as const;
export type Turn = (typeof TURNS)[number];

/** Values of one field that one agency asked for, and that another law decides otherwise by other rules. */
export interface PastDifference {
  readonly turn: Turn;
  readonly agency: string;
  readonly coordinate: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly requests: number;
  readonly values: number;
  /** Receipt of the first such request. */
  readonly example: string;
}

/** What became of all that was looked at. */
export interface PastCompared {
  readonly requests: number;
  readonly lines: number;
  /** Lines that nobody decided: fetched for the gateway alone. */
  readonly internal: number;
  /** Lines of requests whose texts are gone, of coordinates that the schema has no more, or without the handling that decided. */
  readonly notPossible: number;
  /** Lines that the rules of the time, which this build has, do not decide as they stand: what stands was taken for them. */
  readonly otherwise: number;
  readonly differences: readonly PastDifference[];
}

/** By what the past is decided again. */
export interface Comparison {
  /** The law that is held against, and the digest by which entries name it. */
  readonly present: { readonly engine: PolicyEngine; readonly version: Sha256 };
  readonly other: PolicyEngine;
  /** Facts and acts to decide by instead of those of the time; null for those. */
  readonly instead: { readonly snapshot: Snapshot; readonly now: Instant } | null;
  readonly fieldOf: FieldOf;
}

/** Decides requests of the past by another law, or by other facts, and says which values that opens and closes. */
export class PastComparison {
  readonly #by: Comparison;
  readonly #found = new Map<string, PastDifference>();
  readonly #counts = { requests: 0, lines: 0, internal: 0, notPossible: 0, otherwise: 0 };

  constructor(by: Comparison) {
    this.#by = by;
  }

  add(request: PastRequest): void {
    this.#counts.requests += 1;
    const seen = new Set<string>();
    for (const line of request.lines) {
      this.#counts.lines += 1;
      if (line.decision === 'I') this.#counts.internal += 1;
      else if (request.circumstances === null) this.#counts.notPossible += 1;
      else this.#addLine(line, request, request.circumstances, seen);
    }
  }

  result(): PastCompared {
    const order = ({ turn, values, agency, coordinate }: PastDifference): string =>
      `${TURNS.indexOf(turn)} ${String(Number.MAX_SAFE_INTEGER - values).padStart(16, '0')} ${agency} ${coordinate}`;
    const differences = [...this.#found.values()].sort((one, other) => (order(one) < order(other) ? -1 : 1));
    return { ...this.#counts, differences };
  }

  #addLine(
    line: PastRequest['lines'][number],
    request: PastRequest,
    circumstances: Circumstances,
    seen: Set<string>,
  ): void {
    const { present, other, instead, fieldOf } = this.#by;
    const mine = request.policy === present.version;
    const again = mine ? decideAgain(line, circumstances, present.engine, fieldOf) : null;
    const after = decideUnder(line, { ...circumstances, ...instead }, other, fieldOf, again?.isStale ?? false);
    if (after === null || (mine && again === null)) {
      this.#counts.notPossible += 1;
      return;
    }
    if (again?.isSame === false) this.#counts.otherwise += 1;
    const before = again?.isSame === true ? thenOf(again.decision) : standing(line);
    const turn = after === 'UNKNOWN' ? 'MAY_OPEN' : turnOf(before, thenOf(after));
    if (turn === null) return;
    const rules = after === 'UNKNOWN' ? [] : thenOf(after).rules;
    this.#note(turn, line, request, before.rules, rules, seen);
  }

  #note(
    turn: Turn,
    { coordinate, count }: PastRequest['lines'][number],
    { agency, receipt }: PastRequest,
    before: readonly string[],
    after: readonly string[],
    seen: Set<string>,
  ): void {
    const key = JSON.stringify([turn, agency, coordinate, before, after]);
    const known = this.#found.get(key);
    const { requests = 0, values = 0, example = receipt } = known ?? {};
    const more = seen.has(key) ? 0 : 1;
    seen.add(key);
    this.#found.set(key, {
      ...{ turn, agency, coordinate, before, after, example },
      requests: requests + more,
      values: values + count,
    });
  }
}

interface Then {
  readonly effect: Effect | null;
  readonly rules: readonly string[];
  /** Null where what stands says nothing of it. */
  readonly owed: string | null;
}

/** What stands in the entry. */
const standing = ({ decision, rules }: DecidedLine): Then => ({
  effect: EFFECTS[decision] ?? null,
  rules: rules.toSorted(),
  owed: null,
});

const thenOf = ({ effect, citations, obligations }: Decision): Then => ({
  effect,
  rules: citations.map(({ rule }) => rule).sort(),
  owed: obligations
    .map(({ kind, dueInSeconds, rule }) => `${kind} ${dueInSeconds} ${rule}`)
    .sort()
    .join(),
});

function turnOf(before: Then, after: Then): Turn | null {
  if (before.effect === 'allow' && after.effect === 'allow') {
    return before.owed !== null && before.owed !== after.owed ? 'OWES_OTHERWISE' : null;
  }
  if (after.effect === 'allow') return 'OPENS';
  if (before.effect === 'allow') return 'CLOSES';
  if (before.effect === after.effect) return null;
  return after.effect === 'hide' ? 'HIDES' : 'TELLS';
}
