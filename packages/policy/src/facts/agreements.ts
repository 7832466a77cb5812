import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Act, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import { ACT, type ActFlag, type Bits, NONE, union } from '../compiled/bits.js';
import { stateOfAgency } from './act-issuers.js';
import { type ActFindings, coversCategory, coversSubject, NO_ACTS, windowOfAct } from './act-matching.js';
import type { ActQuestion } from './act-question.js';
import { isWithin, nextBoundary } from './window.js';

/** Agreements that a rule asks for, by the scope key that names their subject matter. A record key holds no space. */
const SUBJECTS: readonly { readonly key: string; readonly flag: ActFlag }[] = [
  { key: 'AGREED CHANNEL', flag: 'AGREEMENT_CHANNEL' },
  { key: 'CONSULAR NOTICE', flag: 'AGREEMENT_CONSULAR_NOTICE' },
  { key: 'LEGAL ASSISTANCE', flag: 'AGREEMENT_LEGAL_ASSISTANCE' },
  { key: 'DATA ADEQUACY', flag: 'AGREEMENT_ADEQUACY' },
  { key: 'DATA ADEQUACY LED', flag: 'AGREEMENT_ADEQUACY_LED' },
  { key: 'DATA SAFEGUARDS', flag: 'AGREEMENT_SAFEGUARDS' },
];

/** The subject matters of agreements that a rule asks for. */
export const AGREEMENT_KEYS: ReadonlySet<string> = new Set(SUBJECTS.map(({ key }) => key));

/** An agreement that is addressed to a subject, and what it is about. */
export interface AddressedAgreement {
  readonly act: Act;
  readonly flag: ActFlag;
}

/** The agreements addressed to a subject, whatever record they bear on: few, looked up once a profile. */
export function agreementsWith(view: SnapshotView, profile: Profile): readonly AddressedAgreement[] {
  return SUBJECTS.flatMap(({ key, flag }) =>
    view
      .actsOn(null, key)
      .filter((act) => act.kind === 'AGREEMENT' && act.scope.keys.includes(key) && coversSubject(act, profile))
      .map((act): AddressedAgreement => ({ act, flag })),
  );
}

/** The other party is the State that the record comes from, or the sending or receiving State of the mission. */
function isParty(act: Act, { record, fact }: ActQuestion): boolean {
  const { represents } = act.by;
  return represents === stateOfAgency(record.owner) || represents === fact?.sending || represents === fact?.receiving;
}

/** An agreement without missions is about all of them. */
function bearsOn({ scope: { missions } }: Act, mission: string | null): boolean {
  return missions.length === 0 || missions.includes('*') || (mission !== null && missions.includes(mission));
}

/** Which of the agreements bear on one value. */
export function matchAgreements(
  agreements: readonly AddressedAgreement[],
  asked: ActQuestion,
  now: Instant,
): ActFindings {
  if (agreements.length === 0) return NO_ACTS;
  const ids = new Map<ActFlag, string[]>();
  let inForce: Bits = NONE;
  let validUntil = NEVER;
  for (const { act, flag } of agreements) {
    if (!isParty(act, asked) || !bearsOn(act, asked.mission) || !coversCategory(act, asked.category)) continue;
    const window = windowOfAct(act);
    validUntil = Math.min(validUntil, nextBoundary(window, now));
    if (!isWithin(window, now)) continue;
    inForce = union(inForce, ACT[flag]);
    ids.set(flag, [...(ids.get(flag) ?? []), `${act.id}@${act.v}`]);
  }
  return validUntil === NEVER && inForce === NONE ? NO_ACTS : { inForce, ids, validUntil };
}
