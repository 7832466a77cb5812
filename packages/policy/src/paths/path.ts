import type { ActKind, AgencyKind, Purpose } from '@chancery/shared/vocabulary';

/** Who may grant an act: offices of one State or organisation, by the table of offices. */
export interface Grantor {
  /** Null for a source that is never named. */
  readonly represents: string | null;
  readonly offices: readonly string[];
}

/** What an act would have to be about, beside the record. */
export type ActForm =
  | 'PLAIN'
  /** Of immunity from execution (VCDR 32(4), VCCR 45(4)). */
  | 'OF_EXECUTION'
  /** Names the case under which is asked. */
  | 'FOR_THE_CASE'
  /** Names the State as one of transit for the case. */
  | 'OF_TRANSIT'
  /** An instrument or an agreement, by its key. */
  | { readonly on: string };

/** One thing that would have to be otherwise. */
export type Step =
  /** An act that is given; by one of the offices, any of which will do. */
  | { readonly step: 'ACT'; readonly act: ActKind; readonly form: ActForm; readonly by: Grantor }
  /** A refusal that is taken back, by whose State gave it. */
  | { readonly step: 'REVOCATION'; readonly act: ActKind; readonly id: string; readonly by: Grantor }
  /** It is asked for another purpose, if that is what it is for. */
  | { readonly step: 'PURPOSE'; readonly purpose: Purpose; readonly assigned: boolean }
  /** It is asked under a case that somebody has assigned to who asks. */
  | { readonly step: 'CASE'; readonly caseId: string }
  /** Another agency of the same State asks. */
  | { readonly step: 'AGENCY_KIND'; readonly kind: AgencyKind }
  /** Who asks is cleared by its own State, and briefed. */
  | { readonly step: 'CLEARANCE'; readonly policy: string; readonly rank: number }
  /** What the label asks for is lifted by whoever marked the record, if it may be: which of its limits it is would tell of the label. */
  | { readonly step: 'LABEL' }
  /** Who asks is read in by who keeps the compartment. */
  | { readonly step: 'COMPARTMENT'; readonly compartment: string };

/** A least set of steps that opens a value: without any one of them it stays closed. */
export type PathToYes = readonly Step[];

/** The paths to a value, the shortest first. */
export interface PathsFound {
  readonly paths: readonly PathToYes[];
  /** False when there may be others: more than are listed, or than were looked for. */
  readonly complete: boolean;
}
