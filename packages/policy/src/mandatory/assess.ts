import { NEVER } from '@chancery/shared/calendar';
import { assessDominance } from '@chancery/shared/clearance/dominance';
import type { CitedRule, Obligation } from '../decision.js';
import { assessEu, assessNato, nextAllianceChange } from './alliances.js';
import { BAR_KEYS } from './bars.js';
import { MANDATORY_PERMITS } from './catalogue.js';
import { assessClearance, assessCompartments, assessNeedToKnow, nextSignature } from './clearance.js';
import { assessForeignSources, assessPurposes } from './foreign-government.js';
import { type Bar, barOf, type LabelFinding, type LabelInput, type Law } from './label-input.js';
import { assessOriginatorControl, assessThirdAgency } from './originator-control.js';
import { assessNationals, assessRelease, assessTlp, isDisplayedOnly } from './release.js';

/** The laws of the mandatory layer: all of them are always asked, so that the full set of bars is on the ledger. */
const LAWS: readonly Law[] = [
  assessClearance,
  assessCompartments,
  assessNationals,
  assessRelease,
  assessNato,
  assessEu,
  assessTlp,
  assessOriginatorControl,
  assessThirdAgency,
  assessForeignSources,
  assessNeedToKnow,
  assessPurposes,
];

/** Whoever is shown a value for display keeps nothing of it. */
const KEEP_NOTHING: Obligation = Object.freeze({ kind: 'PURGE', dueInSeconds: 0, rule: 'IC-DO' });

/** Puts one label to the laws: everything that needs no act and no fact. */
export function assessLaws(input: LabelInput): LabelFinding {
  const bars = LAWS.flatMap((law) => law(input));
  const { validUntil } = assessDominance(input.profile, input.label, input.now);
  const displayed = isDisplayedOnly(input);
  return {
    bars: inOrder([...bars, ...unmarkedDefault(input, bars)]),
    permits: displayed ? [...permitsOf(input), MANDATORY_PERMITS['IC-DO']] : permitsOf(input),
    obligations: displayed ? [KEEP_NOTHING] : [],
    validUntil: Math.min(NEVER, validUntil, nextSignature(input), nextAllianceChange(input)),
  };
}

/** In the order in which a code is chosen. */
function inOrder(bars: readonly Bar[]): readonly Bar[] {
  return [...bars].sort((a, b) => BAR_KEYS.indexOf(a.key) - BAR_KEYS.indexOf(b.key));
}

/** Classified information of the United States without a release mark is NOFORN when it is caveated, old or foreign. */
function unmarkedDefault({ profile, label }: LabelInput, bars: readonly Bar[]): readonly Bar[] {
  const isUnmarked = label.releasableTo === 'ANY' && label.nationals === 'ANY';
  const isClassified = (label.ranks.get('USA') ?? 0) >= 2;
  if (!isUnmarked || !isClassified || profile.subject.represents === 'USA') return [];
  return bars.some(({ key }) => CAVEATS.has(key)) ? [barOf('IC-NF/unmarked')] : [];
}
const CAVEATS: ReadonlySet<string> = new Set(['IC-OC', 'CFR-2001.55', 'CFR-2001.54e', 'IC-FGIP']);

/** On what authority classified information of the United States leaves the agency that made it. */
function permitsOf({ profile, label, owner, ownerState, asksOriginator }: LabelInput): CitedRule[] {
  const isClassified = ownerState === 'USA' && (label.ranks.get('USA') ?? 0) >= 2;
  const isControlled = asksOriginator || label.originatorControls.length > 0;
  if (!isClassified || isControlled || profile.subject.agency === owner) return [];
  return [profile.subject.represents === 'USA' ? MANDATORY_PERMITS['EO-4.1i1'] : MANDATORY_PERMITS['CFR-2001.55']];
}
