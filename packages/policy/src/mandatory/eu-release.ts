import { NEVER } from '@chancery/shared/calendar';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { CitedRule } from '../decision.js';
import { faultOf } from '../facts/act-check.js';
import { classifiedUpTo, PARTICIPATION_KEY } from '../facts/act-subjects.js';
import { ABOUT_NO_RECORD, type ActMatter } from '../facts/speaks-for.js';
import { isWithin, nextBoundary, windowOf } from '../facts/window.js';
import { MANDATORY_PERMITS } from './catalogue.js';
import { agreementUnder, both, type Covered, coveredBy, type LiftInput, NOT_GIVEN } from './covering-acts.js';

/** Whether EU classified information was released to a third State or organisation, and on which rule that rests. */
export interface EuRelease extends Covered {
  readonly permit: CitedRule;
}

const ARRANGEMENT = 'ADMINISTRATIVE_ARRANGEMENT';
/** As a rule an arrangement goes up to RESTREINT UE (13(2)). */
const ARRANGEMENT_RANK_MAX = 1;
/** Host State, UN and AU: RESTREINT UE (11(2)-(3)). */
const OPERATIONAL_RANK_MAX = 1;
/** A State associated with a mission, whose agreement goes no further: CONFIDENTIEL UE (11(1)). */
const ASSOCIATED_RANK_MAX = 2;

/** The High Representative and the delegates of 11(5). */
const MISSION_OFFICES: ReadonlySet<string> = new Set([
  'HIGH_REPRESENTATIVE',
  'EEAS_STAFF',
  'MISSION_COMMANDER',
  'FORCE_COMMANDER',
]);
const OPERATIONAL_PARTNERS: ReadonlySet<string> = new Set(['UN', 'AU']);

/** The keys of agreements that reach a rank. */
function keysReaching(rank: number): string[] {
  return [1, 2, 3, 4].filter((reached) => reached >= rank).map(classifiedUpTo);
}

function isByUnion(act: Act): boolean {
  return act.by.represents === 'EU';
}

const OF_THE_UNION: ActMatter = { ...ABOUT_NO_RECORD, owner: 'EU' };

function isDecision(act: Act): boolean {
  return act.kind === 'RELEASE' && isByUnion(act) && faultOf(act, OF_THE_UNION) === null;
}

/**
 * Release by an agreement or arrangement that reaches the level and a decision on this record (13(2)), or by the powers
 * of a mission of the Union. A decision without an agreement releases nothing, nor does an agreement by itself.
 */
export function euReleaseOf(input: LiftInput): EuRelease {
  const rank = input.handling.label.ranks.get('EU') ?? 0;
  const decision = coveredBy(input, (act) => isDecision(act) && !MISSION_OFFICES.has(act.by.office));
  const general = both(decision, agreementFor(input, rank));
  if (general.given) return { permit: MANDATORY_PERMITS['EU-13'], ...general };
  const mission = missionReleaseOf(input, rank);
  const validUntil = Math.min(general.validUntil, mission.validUntil);
  return { permit: MANDATORY_PERMITS['EU-MISS-11'], ...mission, validUntil };
}

function agreementFor(input: LiftInput, rank: number): Covered {
  return agreementUnder(
    input,
    keysReaching(rank),
    (act) => isByUnion(act) && (act.by.office !== ARRANGEMENT || rank <= ARRANGEMENT_RANK_MAX),
  );
}

function missionReleaseOf(input: LiftInput, rank: number): Covered {
  if (input.profile.purpose !== 'INCIDENT_RESPONSE' || rank > ASSOCIATED_RANK_MAX) return NOT_GIVEN;
  const decision = coveredBy(input, (act) => isDecision(act) && MISSION_OFFICES.has(act.by.office));
  const associated = both(decision, agreementUnder(input, [PARTICIPATION_KEY], isByUnion));
  if (associated.given || rank > OPERATIONAL_RANK_MAX) return associated;
  const operational = both(both(decision, agreementFor(input, rank)), operationalPartner(input));
  return { ...operational, validUntil: Math.min(associated.validUntil, operational.validUntil) };
}

/**
 * The host of every mission that the record concerns, the United Nations or the African Union: 11(2) lets what a mission needs go to its
 * own host, and what concerns another's mission besides is not released because it also concerns one of ours.
 */
function operationalPartner({ profile, handling, view, now }: LiftInput): Covered {
  const { represents } = profile.subject;
  if (OPERATIONAL_PARTNERS.has(represents)) return { given: true, acts: [], validUntil: NEVER };
  const { missions } = handling.record;
  const hosting = missions.map((mission) =>
    view
      .factsOf(mission)
      .filter(({ receiving }) => receiving === represents)
      .map(({ from, until }) => windowOf(from, until)),
  );
  return {
    given: missions.length > 0 && hosting.every((windows) => windows.some((window) => isWithin(window, now))),
    acts: [],
    validUntil: hosting.flat().reduce((first, window) => Math.min(first, nextBoundary(window, now)), NEVER),
  };
}
