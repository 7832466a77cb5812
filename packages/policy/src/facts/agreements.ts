import type { RegisterKey } from '@chancery/shared/brands';
import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Act, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import { ACT, type ActFlag, type Bits, NONE, union } from '../compiled/bits.js';
import { faultOf } from './act-check.js';
import type { ActInput } from './act-input.js';
import { type ActFindings, coversSubject, NO_ACTS, windowOfAct } from './act-matching.js';
import { coversCategory } from './act-scope.js';
import { AGREEMENT_SUBJECTS } from './act-subjects.js';
import { ABOUT_NO_RECORD, stateOfAgency } from './speaks-for.js';
import { unionStatusOf } from './union.js';
import { isWithin, nextBoundary } from './window.js';

/** An agreement that is addressed to a subject, and what it is about. */
export interface AddressedAgreement {
  readonly act: Act;
  readonly flag: ActFlag;
}

function isAgreementOn(act: Act, key: string): boolean {
  return act.kind === 'AGREEMENT' && act.scope.keys.includes(key) && faultOf(act, ABOUT_NO_RECORD) === null;
}

/** The agreements addressed to a subject, whatever record they bear on: few, looked up once a profile. */
export function agreementsWith(view: SnapshotView, profile: Profile): readonly AddressedAgreement[] {
  return AGREEMENT_SUBJECTS.flatMap(({ key, flag }) =>
    view
      .actsOn(null, key, null)
      .filter((act) => isAgreementOn(act, key) && coversSubject(act, profile))
      .map((act): AddressedAgreement => ({ act, flag })),
  );
}

const ON_DATA: ReadonlySet<ActFlag> = new Set<ActFlag>([
  'AGREEMENT_ADEQUACY',
  'AGREEMENT_ADEQUACY_LED',
  'AGREEMENT_SAFEGUARDS',
]);
/** What a maker has agreed to of its own: nobody else's treaty lets its evidence go (IPP 10(2)). */
const OF_THE_MAKER: ReadonlySet<ActFlag> = new Set<ActFlag>(['AGREEMENT_LEGAL_ASSISTANCE']);
/** Takes adequacy decisions for whoever its law binds (GDPR 45(3), LED 36(3)). */
const COMMISSION = 'EU';

/**
 * The other party is the State that the record comes from, or the sending or receiving State of the mission. Of personal
 * data it is the maker's own State, or the Commission for it, and of evidence the maker's own State: no other State's word lets
 * what the maker holds go.
 */
function isParty({ act, flag }: AddressedAgreement, { record, fact }: ActInput, now: Instant): boolean {
  const { represents } = act.by;
  const owner = stateOfAgency(record.owner);
  if (represents === owner) return true;
  if (ON_DATA.has(flag)) return represents === COMMISSION && unionStatusOf(owner, now).underGdpr;
  if (OF_THE_MAKER.has(flag)) return false;
  return represents === fact?.sending || represents === fact?.receiving;
}

/** Whether an agreement tells records apart by their maker alone, and not by the mission that they concern. */
export function isByMakerAlone({ act, flag }: AddressedAgreement): boolean {
  return ON_DATA.has(flag) && act.scope.missions.length === 0;
}

/** An agreement without missions is about all of them. */
function bearsOn({ scope: { missions } }: Act, mission: RegisterKey | null): boolean {
  return missions.length === 0 || missions.includes('*') || (mission !== null && missions.includes(mission));
}

/** Which of the agreements bear on one value. */
export function matchAgreements(agreements: readonly AddressedAgreement[], input: ActInput, now: Instant): ActFindings {
  if (agreements.length === 0) return NO_ACTS;
  const ids = new Map<ActFlag, string[]>();
  let inForce: Bits = NONE;
  let validUntil = NEVER;
  for (const agreement of agreements) {
    const { act, flag } = agreement;
    if (!isParty(agreement, input, now) || !bearsOn(act, input.mission) || !coversCategory(act, input.category))
      continue;
    const window = windowOfAct(act);
    validUntil = Math.min(validUntil, nextBoundary(window, now));
    if (!isWithin(window, now)) continue;
    inForce = union(inForce, ACT[flag]);
    ids.set(flag, [...(ids.get(flag) ?? []), `${act.id}@${act.v}`]);
  }
  return validUntil === NEVER && inForce === NONE ? NO_ACTS : { inForce, ids, validUntil };
}
