import type { AgencyKind, Purpose } from '../vocabulary.js';

export interface Clearance {
  /** Marking policy, `USA` or `NATO`. */
  readonly policy: string;
  readonly rank: 0 | 1 | 2 | 3 | 4;
  readonly briefedAt: string | null;
  readonly ndaAt: string | null;
  /** Last day, YYYY-MM-DD; null when it does not end. */
  readonly until: string | null;
}

/** Who asks, after the trust agreement has clipped the token. */
export interface Subject {
  /** Pseudonym, `a:` and hex digits: the ledger must not hold a personal identifier in clear. */
  readonly id: string;
  /** State (ISO 3166-1 alpha-3) or organisation that it acts for. */
  readonly represents: string;
  readonly agency: string;
  /** From the trust agreement, never from the token. */
  readonly kind: AgencyKind;
  readonly nationalities: readonly string[];
  readonly clearances: readonly Clearance[];
  readonly compartments: readonly string[];
  /** Organisations and tetragraphs that `represents` is a member of at the time of the request. */
  readonly groups: readonly string[];
}

/** A subject as it asks now: the unit that decisions are cached by. */
export interface Profile {
  readonly subject: Subject;
  readonly purpose: Purpose;
  /** Id of the incident or mission named in Chancery-Case. */
  readonly caseId: string | null;
}
