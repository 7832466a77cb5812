import type { Citation, Decision } from '@chancery/policy/decision';
import type { ActKind, Coordinate, WithheldCode } from '@chancery/shared/vocabulary';
import { PathPatterns } from './path-patterns.js';
import type { AnswerPath, WithheldItem } from './redacted.js';
import type { Undoable } from './undo-log.js';

/** Paths of one item that are listed; those beyond are covered by patterns. */
export const PATHS_MAX = 100;

/** Values withheld at one coordinate, with one code and the same citations told to the caller. */
export class WithheldGroup implements Undoable {
  count = 0;
  /** Where in the undo log the first value of this group stands: groups are told in the order of the answer. */
  firstAt = 0;
  readonly #paths: AnswerPath[] = [];
  /** Of the paths beyond as many as are listed. */
  readonly #patterns = new PathPatterns();

  constructor(
    readonly coordinate: Coordinate,
    readonly code: WithheldCode,
    readonly citations: readonly Citation[],
    readonly liftedBy: readonly ActKind[],
  ) {}

  add(path: readonly (string | number)[], depth: number, at: number): void {
    if (this.count === 0) this.firstAt = at;
    if (this.count < PATHS_MAX) this.#paths.push(path.slice(0, depth));
    else this.#patterns.add(path, depth);
    this.count++;
  }

  undo(): void {
    this.count--;
    if (this.count < PATHS_MAX) this.#paths.pop();
    else this.#patterns.undo();
  }

  toItem(): WithheldItem {
    const { coordinate, code, citations, liftedBy, count } = this;
    const paths = [...this.#paths, ...this.#patterns.toPaths()];
    return { coordinate, code, citations, liftedBy, count, paths, pathsTruncated: count > PATHS_MAX };
  }
}

/** The groups of one answer. */
export class WithheldGroups {
  readonly #groups = new Map<string, WithheldGroup>();
  /** Decisions are interned, so the same one comes for each of a thousand handlings. */
  readonly #byDecision = new Map<Decision, Map<Coordinate, WithheldGroup>>();

  groupFor(
    coordinate: Coordinate,
    decision: Decision,
    cite: (decision: Decision) => readonly Citation[],
  ): WithheldGroup {
    let byCoordinate = this.#byDecision.get(decision);
    if (byCoordinate === undefined) {
      byCoordinate = new Map();
      this.#byDecision.set(decision, byCoordinate);
    }
    const known = byCoordinate.get(coordinate);
    if (known !== undefined) return known;
    const group = this.#groupOf(coordinate, decision, cite(decision));
    byCoordinate.set(coordinate, group);
    return group;
  }

  #groupOf(coordinate: Coordinate, decision: Decision, citations: readonly Citation[]): WithheldGroup {
    const told = citations.map(({ rule, instrument, article }) => ({ rule, instrument, article }));
    const code = decision.code ?? 'POLICY_ERROR';
    const key = JSON.stringify([coordinate, code, told]);
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group = new WithheldGroup(coordinate, code, told, liftedBy(decision));
    this.#groups.set(key, group);
    return group;
  }

  toItems(): WithheldItem[] {
    return [...this.#groups.values()]
      .filter((group) => group.count > 0)
      .sort((first, second) => first.firstAt - second.firstAt)
      .map((group) => group.toItem());
  }
}

/**
 * The acts that would lift what the caller is told of. Rules told to auditors alone have no say, or `liftedBy` would
 * betray them; and one bar that nothing lifts makes every act useless.
 */
function liftedBy(decision: Decision): ActKind[] {
  const told = decision.citations.filter((citation) => citation.tell === 'caller');
  if (told.some((citation) => citation.liftedBy.length === 0)) return [];
  return [...new Set(told.flatMap((citation) => citation.liftedBy))].sort();
}
