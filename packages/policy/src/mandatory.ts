import type { Instant } from '@chancery/shared/clock';
import { NEVER } from '@chancery/shared/labels/calendar';
import { assessDominance, type DominanceFailure } from '@chancery/shared/labels/dominance';
import type { Handling, Label, OriginatorControl } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { ActKind, Category, WithheldCode } from '@chancery/shared/vocabulary';
import type { Citation, CitedRule, Decision } from './decision.js';
import { originatorConsentOf } from './facts/originator-consent.js';

/** What the mandatory layer says of one value: nothing failed when `failures` is empty. */
export interface MandatoryFinding {
  /** In the order in which a code is chosen. */
  readonly failures: readonly MandatoryRule[];
  /** Consents of originators that were relied on. */
  readonly acts: readonly string[];
  readonly validUntil: Instant;
}

interface MandatoryRule {
  readonly code: WithheldCode;
  readonly cited: CitedRule;
}

const REGISTER = 'IC Markings Register 2016';

function rule(code: WithheldCode, citation: Citation, liftedBy: readonly ActKind[] = []): MandatoryRule {
  // Which test a label failed tells what the label says: auditors alone are told.
  return { code, cited: Object.freeze({ ...citation, tell: 'auditor', liftedBy: Object.freeze([...liftedBy]) }) };
}

const labelRule = (id: string): Citation => ({ rule: id, instrument: 'CHANCERY', article: 'label' });

/** The rules of the mandatory layer, in the order in which a code is chosen when several fail. */
const RULES: Readonly<Record<DominanceFailure, MandatoryRule>> = {
  RANK: rule('LABEL_NOT_DOMINATED', labelRule('LABEL-RANK')),
  COMPARTMENT: rule('LABEL_NOT_DOMINATED', labelRule('LABEL-COMPARTMENT')),
  NATIONALITY: rule('LABEL_NOT_DOMINATED', labelRule('LABEL-NATIONALITY')),
  RELEASE: rule('RELEASE_NOT_COVERED', { rule: 'IC-REL', instrument: REGISTER, article: 'H.8' }),
  DISPLAY_ONLY: rule('RELEASE_NOT_COVERED', { rule: 'IC-DO', instrument: REGISTER, article: 'H.8' }),
  PURPOSE: rule('PURPOSE_MISMATCH', labelRule('LABEL-PURPOSE')),
};
const ORIGINATOR = rule('ORIGINATOR_CONTROL', { rule: 'IC-OC', instrument: REGISTER, article: 'H.8' }, [
  'ORIGINATOR_CONSENT',
]);
const ORDER: readonly MandatoryRule[] = [
  RULES.RANK,
  RULES.COMPARTMENT,
  RULES.NATIONALITY,
  RULES.RELEASE,
  RULES.DISPLAY_ONLY,
  ORIGINATOR,
  RULES.PURPOSE,
];

/** Dominance of a profile over a label, which neither record nor snapshot can change: what may be kept per label. */
export function assessLabel(profile: Profile, label: Label, now: Instant): MandatoryFinding {
  const { failures, validUntil } = assessDominance(profile, label, now);
  const failed = new Set([...failures].map((failure) => RULES[failure]));
  return { failures: ORDER.filter((each) => failed.has(each)), acts: [], validUntil };
}

/** Originator control: a further recipient needs the consent of each organisation that the label names. */
function assessOriginators(
  controls: readonly OriginatorControl[],
  profile: Profile,
  category: Category,
  handling: Handling,
  view: SnapshotView,
  now: Instant,
): MandatoryFinding {
  const acts: string[] = [];
  let failed = false;
  let validUntil = NEVER;
  for (const { organisation } of controls) {
    if (organisation === profile.subject.agency) continue;
    const consent = originatorConsentOf(view, profile, category, handling.record, organisation, now);
    validUntil = Math.min(validUntil, consent.validUntil);
    // A consent in a stale snapshot may have been revoked since.
    if (consent.given && !view.stale) acts.push(...consent.acts);
    else failed = true;
  }
  return { failures: failed ? [ORIGINATOR] : [], acts, validUntil };
}

/** Joins dominance with originator control: both must let the value through. */
export function assessMandatory(
  dominance: MandatoryFinding,
  profile: Profile,
  category: Category,
  handling: Handling,
  view: SnapshotView,
  now: Instant,
): MandatoryFinding {
  const controls = handling.label.originatorControls;
  if (controls.length === 0) return dominance;
  const originators = assessOriginators(controls, profile, category, handling, view, now);
  const failed = new Set([...dominance.failures, ...originators.failures]);
  return {
    failures: ORDER.filter((each) => failed.has(each)),
    acts: originators.acts,
    validUntil: Math.min(dominance.validUntil, originators.validUntil),
  };
}

/** What a caller is told instead of the label rule that barred it. */
const GENERIC: Citation = Object.freeze({ rule: 'LABEL', instrument: 'CHANCERY', article: 'label' });

/** The citations that the caller may be told; the ledger keeps the full set. */
export function callerCitations({ code, citations }: Pick<Decision, 'code' | 'citations'>): readonly Citation[] {
  const told = citations
    .filter(({ tell }) => tell === 'caller')
    .map(({ rule: id, instrument, article }): Citation => ({ rule: id, instrument, article }));
  // The rule that failed to evaluate is our fault, and none of the caller's business.
  if (code === 'POLICY_ERROR') return told;
  return citations.some(({ tell }) => tell === 'auditor') ? [GENERIC, ...told] : told;
}
