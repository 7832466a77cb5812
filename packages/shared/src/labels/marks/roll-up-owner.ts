import type { Mark } from './mark.js';
import { NOFORN_WORDS } from './tables/control-marks.js';
import { commonTo, expandEyes, isCountry, orderOwners, recipientList } from './tables/recipients.js';

type OwnersWords = Pick<Mark, 'relTo' | 'displayOnly' | 'releasableTo' | 'eyesOnly'> & { readonly noforn: boolean };

const NOTHING: OwnersWords = { relTo: null, displayOnly: null, releasableTo: null, eyesOnly: null, noforn: false };

/**
 * Release on a page of one owner that is not the United States: what is common to its portions, and the owner's own
 * caveat where some were released and nobody is common to all.
 */
export function rollUpOwnersRelease(portions: readonly Mark[], owner: string): OwnersWords {
  if (portions.some(({ controls }) => [...controls].some((name) => NOFORN_WORDS.has(name)))) {
    return { ...NOTHING, noforn: true };
  }
  const limited = portions.filter((portion) => !isOpen(portion));
  const readers = commonTo(limited.map((portion) => expandEyes(readersOf(portion, owner))));
  const others = new Set([...readers].filter((reader) => reader !== owner));
  if (portions.some(({ eyesOnly }) => eyesOnly !== null)) return caveat(readers, owner);
  const isReleased = limited.some(({ relTo, releasableTo }) => relTo !== null || releasableTo !== null);
  const displayOnly = shownTo(limited, readers, owner);
  if (!isReleased) return { ...NOTHING, displayOnly };
  // A tetragraph that holds the United States does not name them; REL TO would.
  const namesUsa = isCountry(owner) && limited.some(({ relTo }) => relTo?.includes('USA'));
  if (!namesUsa) others.delete('USA');
  if (others.size === 0 && displayOnly === null) return isCountry(owner) ? caveat(readers, owner) : NOTHING;
  if (!others.has('USA'))
    return { ...NOTHING, displayOnly, releasableTo: others.size === 0 ? null : recipientList(others) };
  const relTo = recipientList(readers);
  return relTo.length > 1 ? { ...NOTHING, relTo, displayOnly } : { ...NOTHING, noforn: true };
}

function caveat(readers: ReadonlySet<string>, owner: string): OwnersWords {
  const nationals = orderOwners([...readers].filter(isCountry));
  return { ...NOTHING, eyesOnly: nationals.length === 0 ? [owner] : nationals };
}

function isOpen({ rank, own, relTo, releasableTo, displayOnly, eyesOnly, controls, compartments }: Mark): boolean {
  const isLimited = [relTo, releasableTo, displayOnly, eyesOnly].some((list) => list !== null);
  return rank === 0 && own === null && !isLimited && controls.size === 0 && compartments.size === 0;
}

function readersOf({ relTo, releasableTo, eyesOnly }: Mark, owner: string): readonly string[] {
  return eyesOnly ?? relTo ?? [owner, ...(releasableTo ?? [])];
}

function shownTo(portions: readonly Mark[], readers: ReadonlySet<string>, owner: string): string[] | null {
  if (portions.every(({ displayOnly }) => displayOnly === null)) return null;
  const viewers = commonTo(
    portions.map((portion) => expandEyes([...readersOf(portion, owner), ...(portion.displayOnly ?? [])])),
  );
  const beyond = new Set([...viewers].filter((viewer) => viewer !== 'USA' && !readers.has(viewer)));
  return beyond.size === 0 ? null : recipientList(beyond);
}
