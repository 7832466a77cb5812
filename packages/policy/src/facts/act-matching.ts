import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Act, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import { ACT, type ActFlag, type Bits, NONE, some, union, without } from '../compiled/bits.js';
import { perObject } from '../per-object.js';
import type { ActInput } from './act-input.js';
import { flagsOf } from './act-issuers.js';
import { coversCategory, reaches } from './act-scope.js';
import { isWithin, nextBoundary, type Window, windowOf } from './window.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const CONSENTS = union(
  ACT.CONSENT_HEAD_OF_MISSION,
  ACT.CONSENT_HEAD_OF_POST,
  ACT.CONSENT_DESIGNEE,
  ACT.CONSENT_UN_SG,
  ACT.CONSENT_BY_MAKER,
);

/** The acts that bear on one value. */
export interface ActFindings {
  readonly inForce: Bits;
  /** The acts behind each flag, `act_41d0@2`. */
  readonly ids: ReadonlyMap<ActFlag, readonly string[]>;
  readonly validUntil: Instant;
}

/** No act that bears on a value, now or later. */
export const NO_ACTS: ActFindings = { inForce: NONE, ids: new Map(), validUntil: NEVER };

/** When an act is in force. A disaster never outlasts 24 hours, whatever it says of itself. */
export const windowOfAct = perObject((act: Act): Window => {
  const stated = windowOf(act.from, act.until);
  const revoked = act.revokedAt === null ? NEVER : Date.parse(act.revokedAt);
  const limit = act.kind === 'DISASTER' ? stated.from + DAY_MS : NEVER;
  return { from: stated.from, until: Math.min(stated.until, revoked, limit) };
});

/** Whether the act is addressed to the subject: to its State or to everyone, and to its agency or to all. */
export function coversSubject(act: Act, profile: Profile): boolean {
  const { represents, agency } = profile.subject;
  if (act.to.represents !== '*' && act.to.represents !== represents) return false;
  return act.to.agencies.includes('*') || act.to.agencies.includes(agency);
}

function covers(act: Act, input: ActInput): boolean {
  return (
    reaches(act, input.mission, input.category, input.record) &&
    coversCategory(act, input.category) &&
    coversSubject(act, input.profile)
  );
}

/** Which of the acts raised are in effect: an express refusal outweighs a consent of whatever office until one of the two is revoked. */
export function effectiveOf(raised: Bits): Bits {
  return some(raised, ACT.CONSENT_REFUSAL) ? without(raised, CONSENTS) : raised;
}

/** The acts in force that cover subject, record and category, and were issued by someone entitled to. */
export function matchActs(view: SnapshotView, input: ActInput, now: Instant): ActFindings {
  const candidates = view.actsOn(input.mission, input.record.key, input.record.who);
  if (candidates.length === 0) return NO_ACTS;
  const ids = new Map<ActFlag, string[]>();
  let inForce: Bits = NONE;
  let validUntil = NEVER;
  for (const act of candidates) {
    if (!covers(act, input)) continue;
    const flags = flagsOf(act, input);
    if (flags.length === 0) continue;
    const window = windowOfAct(act);
    validUntil = Math.min(validUntil, nextBoundary(window, now));
    if (!isWithin(window, now)) continue;
    for (const flag of flags) {
      inForce = union(inForce, ACT[flag]);
      ids.set(flag, [...(ids.get(flag) ?? []), `${act.id}@${act.v}`]);
    }
  }
  return { inForce: effectiveOf(inForce), ids, validUntil };
}
