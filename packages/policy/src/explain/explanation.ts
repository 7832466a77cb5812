import type { Effect, ObligationKind, WithheldCode } from '@chancery/shared/vocabulary';
import type { Citation } from '../decision.js';
import type { Weight } from './weigh-condition.js';

/** Why a subject may or may not see one value: what was judged, in the order in which it is judged, and what came of it. */
export interface Explanation {
  readonly asked: AskedFor;
  readonly outcome: Outcome;
  /**
   * What the layers were judged by: the profile alone, when nothing could open this kind of data for it; current facts;
   * no facts at all or the last known ones, when the snapshot is stale.
   */
  readonly judgedBy: 'PROFILE_ALONE' | 'CURRENT_FACTS' | 'UNKNOWN_FACTS' | 'LAST_KNOWN_FACTS';
  /** Null when the reader may not see the record, or when none was read. */
  readonly mandatory: MandatoryLayer | null;
  /** One for each mission and dated fact; null as above. */
  readonly missions: readonly MissionLayer[] | null;
  /** Null when the reader may not see the record. */
  readonly rules: RulesLayer | null;
}

/** Who asks for what, when and by which law. */
export interface AskedFor {
  readonly agency: string;
  readonly represents: string;
  readonly kind: string;
  readonly purpose: string;
  readonly caseId: string | null;
  readonly coordinate: string;
  readonly category: string;
  readonly at: string;
  readonly policy: string;
  readonly snapshot: number;
  readonly stale: boolean;
}

/** What came of it: what the decision says, as far as the reader may be told. */
export interface Outcome {
  readonly effect: Effect;
  readonly code: WithheldCode | null;
  readonly citations: readonly Citation[];
  readonly obligations: readonly { readonly kind: ObligationKind; readonly dueAt: string; readonly rule: string }[];
  /** Acts relied on; one that the reader may not read is `an act`. */
  readonly acts: readonly string[];
  /** The first instant at which a dated input can change it; `never`; null when the reader may not be told. */
  readonly validUntil: string | null;
}

/** What the label asks for, and what the subject has. */
export interface MandatoryLayer {
  readonly tests: readonly LabelTest[];
  /** Rules that bar on account of the label; empty when it is dominated, or what it asks was lifted by an act. */
  readonly bars: readonly LabelBar[];
  /** Rules on account of which an open value passed the layer. */
  readonly permits: readonly Citation[];
}

/** One test of the label. */
export interface LabelTest {
  readonly test: 'RANK' | 'COMPARTMENT' | 'NATIONALITY' | 'RELEASE' | 'ORIGINATOR' | 'TLP' | 'PURPOSE';
  readonly asked: string;
  /** Null when the reader may not be told what the subject has. */
  readonly has: string | null;
  /** Null when the rules of the layer alone settle it. */
  readonly holds: boolean | null;
}

/** A label rule that bars, and what would lift it. */
export interface LabelBar extends Citation {
  readonly liftedBy: readonly string[];
}

/** What is known of one mission, and the acts on it. */
export interface MissionLayer {
  /** Register key; null for a record that concerns no mission. */
  readonly mission: string | null;
  readonly sending: string | null;
  readonly receiving: string | null;
  readonly regimes: readonly string[];
  /** Null when nothing is known, or the reader may not be told. */
  readonly legalStatus: string | null;
  /** The roles of the subject; several when it cannot be told which. */
  readonly roles: readonly string[];
  /** Null when the reader may not read the acts. */
  readonly acts: readonly ConsideredAct[] | null;
}

/** An act that names the mission or the record, and whether it bears on this value. */
export interface ConsideredAct {
  readonly act: string;
  readonly kind: string;
  readonly by: string;
  readonly matched: boolean;
  readonly why: string;
}

/** What the legal rules find. */
export interface RulesLayer {
  /** Bars that hold. */
  readonly bars: readonly WeighedRule[];
  /** Bars that would hold and are lifted. */
  readonly lifted: readonly WeighedRule[];
  /** Permits that hold. */
  readonly permits: readonly WeighedRule[];
  /** When no permit holds, those that come closest. */
  readonly closest: readonly WeighedRule[];
  /** Duties that are owed. */
  readonly duties: readonly WeighedRule[];
}

/** A rule with its conditions, one by one. */
export interface WeighedRule extends Citation {
  readonly title: string;
  /** The mission in respect of which it is weighed; null for a record that concerns none. */
  readonly mission: string | null;
  readonly when: readonly WeighedCondition[];
  /** Each lifts a bar, or defeats a permit. */
  readonly unless: readonly WeighedCondition[];
  /** Acts that would lift the bar, and by whom. */
  readonly liftedBy: readonly string[];
}

/** A condition in words; `holds` is null when the reader may not be told. */
export interface WeighedCondition {
  readonly text: string;
  readonly holds: Weight;
}
