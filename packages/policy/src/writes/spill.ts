import type { Instant } from '@chancery/shared/clock';
import type { Handling } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import type { Obligation } from '../decision.js';
import { assessMandatory } from '../mandatory/assess-mandatory.js';

/** One reading of a value, as the ledger tells it. */
export interface Reading {
  readonly receipt: string;
  readonly profile: Profile;
  readonly readAt: Instant;
}

/** What a value that was marked too low has come to. */
export interface Spill {
  /** The readings that the right label would have barred. */
  readonly compromised: readonly Reading[];
  /** States and organisations that must be told: who made it, and whose information it holds. */
  readonly advised: readonly string[];
  readonly obligations: readonly Obligation[];
}

/** The loss is reported at once (32 CFR 2001.48(a)), and the affected agency or government is advised (48(b)). */
const ADVISE: Obligation = Object.freeze({ kind: 'ADVISE_ORIGINATOR', dueInSeconds: 0, rule: 'CFR-2001.48' });

/** Judges the readings of a value again by the label that it should have borne, each at the time of the reading. */
export function assessSpill(
  readings: readonly Reading[],
  right: Handling,
  category: Category,
  view: SnapshotView,
): Spill {
  const compromised = readings.filter(({ profile, readAt }) => {
    return assessMandatory({ profile, category, handling: right, view, now: readAt }).failures.length > 0;
  });
  if (compromised.length === 0) return { compromised, advised: [], obligations: [] };
  return { compromised, advised: affectedBy(right), obligations: [ADVISE] };
}

function affectedBy({ label, record }: Handling): readonly string[] {
  const named = [...label.foreignSources].filter((source) => source !== '~');
  return [
    ...new Set([record.owner, ...label.originatorControls.map(({ organisation }) => organisation), ...named]),
  ].sort();
}
