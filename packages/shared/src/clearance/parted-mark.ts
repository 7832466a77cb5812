import { type Mark, NO_MARK } from '../labels/marks/mark.js';
import { COMPANIONS, isMeant } from '../labels/marks/tables/control-rules.js';
import { protectedRank } from '../labels/marks/tables/levels.js';
import { expandEyes } from '../labels/marks/tables/recipients.js';

/**
 * A page of another State with controls that the register has with NOFORN alone, as two: what that State keeps from the United States
 * is no less kept because their controls stand on it, and NOFORN on its mark would say that they may read it. Each is to be obeyed.
 */
export function partedMark(page: Mark): readonly Mark[] {
  const theirs = [...page.controls].filter((name) => asksNoforn(name, page));
  if (page.system !== 'FOREIGN' || theirs.length === 0 || admitsAmericans(page)) return [page];
  const controls = new Set([...page.controls].filter((name) => name !== 'NOFORN' && !theirs.includes(name)));
  const { relTo, releasableTo, displayOnly, eyesOnly } = page;
  const isSilent = [relTo, releasableTo, displayOnly, eyesOnly].every((list) => list === null);
  // Unclassified, it would be open without a word.
  const kept = isSilent && page.rank === 0 ? { ...page, controls, eyesOnly: page.owners } : { ...page, controls };
  return [kept, { ...NO_MARK, owners: ['USA'], rank: protectedRank(page.rank), controls: new Set(theirs) }];
}

function asksNoforn(name: string, { relTo }: Mark): boolean {
  return COMPANIONS.some(
    ([family, oneOf]) =>
      isMeant(family, name) && oneOf.includes('NOFORN') && !(relTo !== null && oneOf.includes('REL TO')),
  );
}

function admitsAmericans({ relTo, releasableTo, eyesOnly }: Mark): boolean {
  return expandEyes([...(relTo ?? []), ...(releasableTo ?? []), ...(eyesOnly ?? [])]).has('USA');
}
