import type { ActKind, Category, ObligationKind, WithheldCode } from '@chancery/shared/vocabulary';
import type { Bits } from './bits.js';
import type { PolicyInput, ProfileInput } from './policy-input.js';

/** An act that lifts a bar, for every category or only for those named. */
export interface Lift {
  readonly act: ActKind;
  readonly categories: readonly Category[] | null;
}

/** An obligation that a rule asks for when a value is opened. */
export interface ObligationTemplate {
  readonly kind: ObligationKind;
  readonly dueInSeconds: number;
}

interface PolicyText {
  /** Rule id, which is also the file name. */
  readonly id: string;
  readonly instrument: string;
  readonly article: string;
  readonly title: string;
  /** First day in force, YYYY-MM-DD. */
  readonly inForce: string;
  readonly tell: 'caller' | 'auditor';
  /** The kinds of data that it speaks of. */
  readonly categories: readonly Category[];
  /** Acts that its conditions name. */
  readonly acts: Bits;
  readonly holds: (q: PolicyInput) => boolean;
}

/** A basis for reading. */
export interface PermitPolicy extends PolicyText {
  readonly effect: 'permit';
  readonly obligations: readonly ObligationTemplate[];
  /** False when no record, fact or act could make it hold for this profile. */
  readonly couldHold: (p: ProfileInput) => boolean;
}

/** A bar. */
export interface ForbidPolicy extends PolicyText {
  readonly effect: 'forbid';
  readonly code: WithheldCode;
  readonly liftedBy: readonly Lift[];
  /** True when the profile alone makes it hold, whatever the record, fact or act. */
  readonly alwaysHolds: (p: ProfileInput) => boolean;
}

/** What follows when a value is opened, on whatever basis. */
export interface DutyPolicy extends PolicyText {
  readonly effect: 'duty';
  readonly obligations: readonly ObligationTemplate[];
}

/** One Cedar policy, compiled. */
export type CompiledPolicy = PermitPolicy | ForbidPolicy | DutyPolicy;
