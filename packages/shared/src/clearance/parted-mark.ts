import { completeMark } from '../labels/marks/complete-mark.js';
import { type Mark, NO_MARK } from '../labels/marks/mark.js';
import { COMPANIONS, isMeant } from '../labels/marks/tables/control-rules.js';
import { protectedRank } from '../labels/marks/tables/levels.js';
import { expandEyes } from '../labels/marks/tables/recipients.js';

/**
 * A page of another State with controls or compartments that the register has with NOFORN alone, as two: what that State keeps from the United States
 * is no less kept because their controls stand on it, and NOFORN on its mark would say that they may read it. Each is to be obeyed.
 */
export function partedMark(page: Mark): readonly Mark[] {
  const theirs = [...page.controls].filter((name) => asksNoforn(name, page));
  const read = new Set([...page.compartments].filter((path) => bringsNoforn(path, page)));
  if (page.system !== 'FOREIGN' || theirs.length + read.size === 0 || admitsAmericans(page)) return [page];
  const compartments = new Set([...page.compartments].filter((path) => !read.has(path)));
  const controls = new Set([...page.controls].filter((name) => name !== 'NOFORN' && !theirs.includes(name)));
  const { relTo, releasableTo, displayOnly, eyesOnly } = page;
  const isSilent = [relTo, releasableTo, displayOnly, eyesOnly].every((list) => list === null);
  // Unclassified, it would be open without a word.
  const own = { ...page, controls, compartments };
  const kept = isSilent && page.rank === 0 ? { ...own, eyesOnly: page.owners } : own;
  const beside = { rank: protectedRank(page.rank), controls: new Set(theirs), compartments: read };
  return [kept, { ...NO_MARK, owners: ['USA'], ...beside }];
}

/** Whether a compartment does not stand without NOFORN: by a control that it asks for. */
function bringsNoforn(path: string, { rank, owners, system }: Mark): boolean {
  return completeMark({ ...NO_MARK, system, owners, rank, compartments: new Set([path]) }).controls.has('NOFORN');
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
