import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { CitedRule } from '../decision.js';
import { faultOf, isNamed } from '../facts/act-check.js';
import { isEmergencyDisclosure } from '../facts/emergency-disclosure.js';
import { ABOUT_NO_RECORD, isTransitNotice } from '../facts/speaks-for.js';
import { MANDATORY_PERMITS } from './catalogue.js';
import { both, type Covered, coveredBy, type LiftInput, NOT_GIVEN } from './covering-acts.js';
import { euReleaseOf } from './eu-release.js';
import { type Bar, stateOf } from './label-input.js';
import { couldBeLifted, type LiftingReach } from './lifting-reach.js';
import { MANDATORY_LIFTS, type MandatoryLift } from './lifts.js';

/** The bars that no act lifts, and what lifted the others. */
export interface LiftedBars {
  readonly remaining: readonly Bar[];
  readonly acts: readonly string[];
  readonly permits: readonly CitedRule[];
  readonly validUntil: Instant;
}

/** Lifts what acts in force lift. An act in a stale snapshot may have been revoked since, and lifts nothing. */
export function liftBars(bars: readonly Bar[], input: LiftInput, reach: LiftingReach): LiftedBars {
  const { view, profile, handling } = input;
  if (view.stale || !couldBeLifted(reach, profile.subject.represents, handling.record)) {
    return { remaining: bars, acts: [], permits: [], validUntil: NEVER };
  }
  const remaining: Bar[] = [];
  const acts: string[] = [];
  const permits: CitedRule[] = [];
  let validUntil = NEVER;
  for (const bar of bars) {
    const lifted = liftedBy(bar, input);
    validUntil = Math.min(validUntil, lifted.validUntil);
    acts.push(...lifted.acts);
    if (lifted.given && lifted.permit !== null) permits.push(lifted.permit);
    if (!lifted.given) remaining.push(bar);
  }
  const left = withoutDefault(remaining);
  // What stays barred rests on no act, whatever else an act has lifted.
  return { remaining: left, acts: left.length > 0 ? [] : acts, permits, validUntil };
}

/** That caveated information without a release mark is NOFORN is said beside what makes it so, never alone. */
function withoutDefault(bars: readonly Bar[]): readonly Bar[] {
  return bars.every(({ key }) => key === 'IC-NF/unmarked') ? [] : bars;
}

interface Lifted extends Covered {
  /** The rule that a release rests on. */
  readonly permit: CitedRule | null;
}

function liftedBy(bar: Bar, input: LiftInput): Lifted {
  if (bar.key === 'EU-13') return euReleaseOf(input);
  const tried = MANDATORY_LIFTS.filter((lift) => lift.bar === bar.key).map((lift) => tryLift(lift, bar, input));
  const validUntil = tried.reduce((first, each) => Math.min(first, each.validUntil), NEVER);
  return { ...(tried.find(({ given }) => given) ?? { ...NOT_GIVEN, permit: null }), validUntil };
}

function tryLift(lift: MandatoryLift, bar: Bar, input: LiftInput): Lifted {
  const isExigent = lift.exigent && input.profile.subject.represents !== 'USA';
  return { permit: isExigent ? MANDATORY_PERMITS['ICD-403'] : null, ...coveredFor(lift, bar, input) };
}

function coveredFor({ acts, written, exigent }: MandatoryLift, bar: Bar, input: LiftInput): Covered {
  const [kind] = acts;
  switch (kind) {
    case 'ORIGINATOR_CONSENT':
    case 'RELEASE':
      return fromEach(
        bar,
        input,
        (act) => act.kind === kind && (!written || act.written) && namesEnough(act, bar, input),
      );
    case 'ASSIGNMENT':
      return fromEach(bar, input, (act) => act.kind === kind && namesCase(act, input.profile.caseId));
    case 'EMERGENCY_DISCLOSURE':
      return emergencyDisclosureOf(bar, input, exigent);
    default:
      return NOT_GIVEN;
  }
}

/** Each originator must have given its own: of several, none speaks for the others. */
function fromEach({ originators }: Bar, input: LiftInput, suits: (act: Act) => boolean): Covered {
  const [first, ...others] = originators.map((state) =>
    coveredBy(input, (act) => act.by.represents === state && isSound(act, input) && suits(act)),
  );
  return first === undefined ? NOT_GIVEN : others.reduce(both, first);
}

/** Whether the act counts as one of whoever made or marked the record: of a joined label there are several. */
function isSound(act: Act, { handling }: LiftInput): boolean {
  const { owner } = handling.record;
  const maker = act.by.represents === stateOf(owner) ? owner : act.by.represents;
  return faultOf(act, { ...ABOUT_NO_RECORD, owner: maker }) === null;
}

/** TLP:RED is for named recipients: a permission to everyone names none. */
function namesEnough({ to }: Act, { key }: Bar, { handling }: LiftInput): boolean {
  return key !== 'TLP' || handling.label.tlp !== 'RED' || (to.represents !== '*' && !to.agencies.includes('*'));
}

function namesCase(act: Act, caseId: string | null): boolean {
  const { scope } = act;
  if (isTransitNotice(act)) return false;
  return caseId !== null && (scope.keys.includes(caseId) || scope.missions.includes(caseId));
}

/** To save life, of what the United States classified and control, and of nobody else's. */
function emergencyDisclosureOf({ originators }: Bar, input: LiftInput, exigent: boolean): Covered {
  if (input.profile.purpose !== 'PROTECT_LIFE') return NOT_GIVEN;
  if (originators.some((state) => state !== 'USA')) return NOT_GIVEN;
  const ownerState = stateOf(input.handling.record.owner);
  const isAbroad = input.profile.subject.represents !== 'USA';
  return coveredBy(
    input,
    (act) => isEmergencyDisclosure(act, ownerState) && (!(exigent && isAbroad) || isExigentRelease(act)),
  );
}

/** ICD 403: a release abroad in exigent circumstances is a decision of its own, in writing; the disclosure names it in `ref`. */
function isExigentRelease(act: Act): boolean {
  return act.written && isNamed(act);
}
