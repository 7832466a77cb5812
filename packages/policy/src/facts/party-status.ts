import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Act, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { ACT, type ActFlag, NONE, union } from '../compiled/bits.js';
import { type ActFindings, windowOfAct } from './act-matching.js';
import { isWithin, nextBoundary } from './window.js';

/** Instruments whose parties a rule asks for, by the scope key under which their PARTY_STATUS acts stand. */
const INSTRUMENTS: readonly { readonly key: string; readonly flag: ActFlag }[] = [
  { key: 'VCDR 1961', flag: 'PARTY_VCDR_1961' },
  { key: 'VCCR 1963', flag: 'PARTY_VCCR_1963' },
  { key: 'IPP 1973', flag: 'PARTY_IPP_1973' },
  { key: 'HOSTAGES 1979', flag: 'PARTY_HOSTAGES_1979' },
  { key: 'UNSAFE 1994', flag: 'PARTY_UNSAFE_1994' },
  { key: 'CPIUN 1946', flag: 'PARTY_CPIUN_1946' },
  { key: 'C108', flag: 'PARTY_C108' },
];

/** The instruments whose parties a rule asks for. */
export const INSTRUMENT_KEYS: ReadonlySet<string> = new Set(INSTRUMENTS.map(({ key }) => key));

function isStatusOf(act: Act, state: string, key: string): boolean {
  return act.kind === 'PARTY_STATUS' && act.by.represents === state && act.scope.keys.includes(key);
}

/** The instruments that the State is a party to: an act `by` that State whose scope keys name the instrument. */
export function partyStatusOf(view: SnapshotView, state: string, now: Instant): ActFindings {
  const ids = new Map<ActFlag, string[]>();
  let inForce = NONE;
  let validUntil = NEVER;
  for (const { key, flag } of INSTRUMENTS) {
    for (const act of view.actsOn(null, key)) {
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
