import type { Label, Permissive } from '../label.js';
import type { Mark } from './mark.js';
import { expandEyes, isCountry, isRecipient, orderOwners, orderRecipients } from './tables/recipients.js';

/** Release as a mark says it. */
export type MarkedRelease = Pick<Mark, 'relTo' | 'displayOnly' | 'releasableTo' | 'eyesOnly'> & {
  readonly noforn: boolean;
};

const UNMARKED: MarkedRelease = { relTo: null, displayOnly: null, releasableTo: null, eyesOnly: null, noforn: false };
const NOFORN: MarkedRelease = { ...UNMARKED, noforn: true };

type Limits = Pick<Label, 'releasableTo' | 'nationals' | 'displayOnly'>;

/** Release on a mark of the United States: what is classified or controlled and theirs alone says nothing of it. */
export function americanRelease(label: Limits, isLimited: boolean): MarkedRelease {
  if (label.nationals !== 'ANY') return NOFORN;
  const displayOnly = viewersOf(label, 'USA');
  if (label.releasableTo === 'ANY') return { ...UNMARKED, displayOnly };
  const others = othersOf(label.releasableTo, 'USA');
  if (others.length > 0) return { ...UNMARKED, relTo: orderRecipients(['USA', ...others]), displayOnly };
  if (displayOnly !== null) return { ...UNMARKED, displayOnly };
  return isLimited ? UNMARKED : NOFORN;
}

/** Release on a mark of another owner; without the United States it is not said by REL TO, which they begin (H.8). */
export function foreignRelease(label: Limits, owner: string, isLimited: boolean): MarkedRelease {
  if (label.nationals !== 'ANY') return nationalRelease(label.nationals, label.releasableTo, owner);
  const displayOnly = viewersOf(label, owner);
  if (label.releasableTo === 'ANY') return { ...UNMARKED, displayOnly };
  // An organisation's mark is for all of its members; it has no words for some of them.
  if (!isCountry(owner) && !label.releasableTo.has(owner)) return { ...UNMARKED, eyesOnly: [owner] };
  const others = othersOf(label.releasableTo, owner);
  if (isCountry(owner) && others.includes('USA'))
    return { ...UNMARKED, ...relTo(label.releasableTo, owner), displayOnly };
  if (others.length > 0) return { ...UNMARKED, releasableTo: orderRecipients(others), displayOnly };
  if (displayOnly !== null) return { ...UNMARKED, displayOnly };
  return isLimited || !isCountry(owner) ? UNMARKED : { ...UNMARKED, eyesOnly: [owner] };
}

/** A national caveat names whom the release reaches as well: of both limits the mark has words for one. */
function nationalRelease(nationals: ReadonlySet<string>, releasableTo: Permissive, owner: string): MarkedRelease {
  if (nationals.size === 1 && nationals.has('USA')) return NOFORN;
  const released = releasableTo === 'ANY' ? nationals : expandEyes(releasableTo);
  const states = orderOwners(
    [...nationals].filter((each) => isCountry(each) && (each === owner || released.has(each))),
  );
  return { ...UNMARKED, eyesOnly: states.length === 0 ? [owner] : states };
}

/** REL TO names the United States and somebody else, or it is NOFORN. */
function relTo(releasableTo: ReadonlySet<string>, owner: string): Partial<MarkedRelease> {
  const list = orderRecipients([...releasableTo].filter((each) => isRecipient(each)));
  return list.length > 1 ? { relTo: list } : { relTo: orderRecipients([...list, owner]) };
}

function othersOf(releasableTo: Exclude<Permissive, 'ANY'>, owner: string): string[] {
  return [...releasableTo].filter((recipient) => recipient !== owner && isRecipient(recipient));
}

/** Of organisations NATO alone has a word for showing without releasing. */
function viewersOf({ releasableTo, displayOnly }: Limits, owner: string): string[] | null {
  if (displayOnly === null || releasableTo === 'ANY' || (!isCountry(owner) && owner !== 'NATO')) return null;
  const released = expandEyes(releasableTo);
  const viewers = [...displayOnly].filter(
    (viewer) => viewer !== owner && viewer !== 'USA' && isRecipient(viewer) && !released.has(viewer),
  );
  return viewers.length === 0 ? null : orderRecipients(viewers);
}
