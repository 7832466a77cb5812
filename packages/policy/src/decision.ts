import type { Instant } from '@chancery/shared/clock';
import type { ActKind, Effect, ObligationKind, WithheldCode } from '@chancery/shared/vocabulary';

/** A rule that bore on a decision, as its policy file annotates it. */
export interface Citation {
  /** Rule id, which is also the policy's file name. */
  readonly rule: string;
  readonly instrument: string;
  readonly article: string;
}

/** A citation as the ledger keeps it, with whom it is told to. */
export interface CitedRule extends Citation {
  /** Label rules are told to auditors only: the caller gets a generic citation. */
  readonly tell: 'caller' | 'auditor';
  /** Acts that would lift this bar; empty for a permit. */
  readonly liftedBy: readonly ActKind[];
}

/** Something that must follow a disclosure. It says after how long, not when: a decision outlives the instant it was made. */
export interface Obligation {
  readonly kind: ObligationKind;
  readonly dueInSeconds: number;
  /** The rule that asks for it. */
  readonly rule: string;
}

/** When an obligation of a disclosure made at `now` falls due. */
export function dueAt(obligation: Obligation, now: Instant): Instant {
  return now + obligation.dueInSeconds * 1000;
}

/** The outcome for one value: pure data, frozen, interned, safe to share between requests of one profile. */
export interface Decision {
  readonly effect: Effect;
  /** Null when the effect is `allow`. */
  readonly code: WithheldCode | null;
  /** On `allow` every permit that holds; otherwise every bar that determined the outcome. Never empty. */
  readonly citations: readonly CitedRule[];
  readonly obligations: readonly Obligation[];
  /** Acts relied on, `act_41d0@2`. */
  readonly acts: readonly string[];
  /** The earliest instant at which a dated input can flip this decision; `now` itself when it must not be kept. */
  readonly validUntil: Instant;
}

/** The rules of a decision as an entry of the ledger names them: those that decided it, and behind them those by which something is owed. */
export function recordedRules({ citations, obligations }: Pick<Decision, 'citations' | 'obligations'>): string[] {
  return [...new Set([...citations, ...obligations].map(({ rule }) => rule))];
}
