import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Act, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { ACT, type ActFlag, NONE, union } from '../compiled/bits.js';
import { faultOf } from './act-check.js';
import { type ActFindings, windowOfAct } from './act-matching.js';
import { INSTRUMENTS } from './act-subjects.js';
import { ABOUT_NO_RECORD } from './speaks-for.js';
import { isWithin, nextBoundary } from './window.js';

function isStatusOf(act: Act, state: string, key: string): boolean {
  const isOf = act.kind === 'PARTY_STATUS' && act.by.represents === state && act.scope.keys.includes(key);
  return isOf && faultOf(act, ABOUT_NO_RECORD) === null;
}

/** The instruments that the State is a party to: an act `by` that State whose scope keys name the instrument. */
export function partyStatusOf(view: SnapshotView, state: string, now: Instant): ActFindings {
  const ids = new Map<ActFlag, string[]>();
  let inForce = NONE;
  let validUntil = NEVER;
  for (const { key, flag } of INSTRUMENTS) {
    for (const act of view.actsOn(null, key, null)) {
      if (!isStatusOf(act, state, key)) continue;
      const window = windowOfAct(act);
      validUntil = Math.min(validUntil, nextBoundary(window, now));
      if (!isWithin(window, now)) continue;
      inForce = union(inForce, ACT[flag]);
      ids.set(flag, [...(ids.get(flag) ?? []), `${act.id}@${act.v}`]);
    }
  }
  return { inForce, ids, validUntil };
}
