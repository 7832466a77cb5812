import type { RegisterKey, Sha256 } from '../brands.js';
import type { ActKind, LegalStatus, Regime } from '../vocabulary.js';

/**
 * A jurisdiction fact of one mission in its relation to one State of accreditation, in force from `from` until before
 * `until` (calendar dates, UTC). A post that is accredited to seven States has seven (VCDR 5(1)): each is receiving State.
 */
export interface Fact {
  /** Register key of the mission. */
  readonly m: string;
  readonly sending: string;
  /** State of accreditation. */
  readonly receiving: string;
  readonly regime: Regime;
  readonly legalStatus: LegalStatus;
  readonly protectingPower: string | null;
  readonly from: string;
  readonly until: string | null;
}

export interface ActScope {
  /** Register keys; `[]` none, `["*"]` all. */
  readonly missions: readonly string[];
  /** Scope keys of records; `[]` none, `["*"]` all. */
  readonly keys: readonly string[];
  /** Pseudonyms of persons, `who` of records; `[]` none. Nobody is meant by `*`. */
  readonly persons: readonly string[];
  readonly categories: readonly string[];
}

/** A legal act: consent, refusal, release, waiver, mandate and so on. */
export interface Act {
  readonly id: string;
  readonly v: number;
  readonly kind: ActKind;
  readonly by: { readonly represents: string; readonly office: string };
  readonly to: { readonly represents: string; readonly agencies: readonly string[] };
  readonly scope: ActScope;
  /** RFC 3339 instants. */
  readonly from: string;
  readonly until: string | null;
  readonly written: boolean;
  readonly ref: string | null;
  readonly revokedAt: string | null;
}

/** All facts and acts under one number: content-addressed, filtered by nobody. */
export interface Snapshot {
  readonly number: number;
  /** `sha256:` and hex digits of the canonical text. */
  readonly digest: Sha256;
  readonly facts: readonly Fact[];
  readonly acts: readonly Act[];
}

/** A snapshot indexed for decisions, and whether its holder still knows it to be current. */
export interface SnapshotView {
  readonly snapshot: Snapshot;
  /** True when it was not confirmed within 5 s: every fact and act of it is then UNKNOWN. */
  readonly stale: boolean;
  /** Every dated fact of a mission, in order of `from`. */
  factsOf(mission: RegisterKey): readonly Fact[];
  /** Every act whose scope names the mission or the key, or all of either, or the person. */
  actsOn(mission: string | null, key: string | null, person: string | null): readonly Act[];
}
