import { asksOf } from '../labels/control-asks.js';
import type { Mark } from '../labels/marks/mark.js';
import { inOwnWords } from '../labels/marks/own-words-of.js';
import { isRecipient, orderRecipients } from '../labels/marks/tables/recipients.js';
import type { Subject } from '../subjects/subject.js';
import { meetsControl } from './dominance.js';

/** Whether a subject is one of those whose mark it is: of an owner, or of a member of an organisation that is one. */
export function isMarker({ owners }: Mark, { represents, groups }: Subject): boolean {
  return owners.some((owner) => owner === represents || groups.includes(owner));
}

/**
 * A mark as a viewer may be shown it. Whoever marked it sees it whole; a partner sees the owner and itself, so that it
 * learns of no other recipient and no other source. Of what asks for a read-in everybody is shown what it holds.
 */
export function viewersMark(mark: Mark, viewer: Subject): Mark {
  if (mark.system === 'CODE' || mark.system === 'TLP') return mark;
  const held: Mark = {
    ...mark,
    compartments: new Set([...mark.compartments].filter((path) => meetsControl(viewer, path))),
    controls: new Set([...mark.controls].filter((name) => asksOf(name) !== 'READ_IN' || meetsControl(viewer, name))),
  };
  const shown = isMarker(mark, viewer) ? held : partnersMark(held, viewer);
  // Without what is left out, its own words may be enough.
  return mark.system === 'OWN' ? (inOwnWords(shown, mark.owners.join()) ?? shown) : shown;
}

function partnersMark(mark: Mark, viewer: Subject): Mark {
  const { owners, system, relTo, displayOnly, releasableTo, eyesOnly } = mark;
  const own = ownEntries([...(relTo ?? []), ...(releasableTo ?? [])], viewer);
  const shown = ownEntries(displayOnly ?? [], viewer);
  const isAmerican = system === 'US' || system === 'JOINT' || system === 'CUI';
  const controls = new Set([...mark.controls].filter((name) => name !== 'RELIDO'));
  const lists = isAmerican ? americanLists(owners, own) : foreignLists(mark, own);
  const isLimited = mark.controls.has('RELIDO') || [relTo, displayOnly, releasableTo].some((list) => list !== null);
  const saysNothing = lists.relTo === null && lists.releasableTo === null && shown.length === 0;
  // Released to it by an act, and by no list: unclassified information would be open without a word.
  const isOpen = isLimited && saysNothing && mark.rank === 0 && controls.size === 0;
  if (isOpen && isAmerican) controls.add('NOFORN');
  return {
    ...mark,
    ...lists,
    controls,
    displayOnly: own.length > 0 || shown.length === 0 ? null : shown,
    eyesOnly: eyesOnly === null ? ownersCaveat(mark, isOpen) : ownNationals(mark, eyesOnly, viewer),
    ...sourcesFor(mark, viewer),
  };
}

type Lists = Pick<Mark, 'relTo' | 'releasableTo'>;

function americanLists(owners: readonly string[], own: readonly string[]): Lists {
  const released = own.length > 0 || owners.length > 1;
  return { relTo: released ? orderRecipients(new Set(['USA', ...owners, ...own])) : null, releasableTo: null };
}

function foreignLists({ owners, relTo }: Mark, own: readonly string[]): Lists {
  if (own.length === 0) return { relTo: null, releasableTo: null };
  if (!own.includes('USA')) return { relTo: null, releasableTo: orderRecipients(own) };
  const named = [...own, ...owners.filter((owner) => relTo?.includes(owner))];
  return named.length > 1
    ? { relTo: orderRecipients(named), releasableTo: null }
    : { relTo: orderRecipients([...own, ...owners]), releasableTo: null };
}

/** A foreign mark without a class keeps its limit by its owner's caveat. */
function ownersCaveat({ system, owners }: Mark, isOpen: boolean): Mark['eyesOnly'] {
  return isOpen && system === 'FOREIGN' ? owners : null;
}

/** The viewer where a list names it, else it and the groups that it is on the list by. */
function ownEntries(list: readonly string[], { represents, groups }: Subject): string[] {
  if (list.includes(represents)) return isRecipient(represents) ? [represents] : [];
  const by = groups.filter((group) => list.includes(group));
  return by.length === 0 || !isRecipient(represents) ? by : orderRecipients([...by, represents]);
}

function ownNationals({ owners }: Mark, eyesOnly: readonly string[], { represents }: Subject): readonly string[] {
  const shown = eyesOnly.filter((state) => owners.includes(state) || state === represents);
  return shown.length === 0 ? owners : shown;
}

/** A source is named to itself; beside another one that is no business of the viewer's, none is (32 CFR 2001.24(c)). */
function sourcesFor(
  { sources, concealsSource }: Mark,
  { represents, groups }: Subject,
): Pick<Mark, 'sources' | 'concealsSource'> {
  const isOwn = (source: string): boolean => source === represents || groups.includes(source);
  if (sources === null || sources.every(isOwn)) return { sources, concealsSource };
  return { sources: null, concealsSource: true };
}

/**
 * The lists of a page for a partner: itself, or the group that it is served by where one is common to the page. A
 * roll-up reads tetragraphs for their members, who are no business of the viewer's.
 */
export function settledMark(mark: Mark, { represents, groups }: Subject): Mark {
  const settle = (list: readonly string[] | null): readonly string[] | null => {
    if (list === null) return null;
    const byGroup = list.filter((entry) => groups.includes(entry));
    const own = byGroup.length > 0 ? byGroup : [represents];
    const kept = list.filter((entry) => entry === 'USA' || mark.owners.includes(entry) || own.includes(entry));
    return kept.length === 0 ? null : kept;
  };
  const { relTo, releasableTo, displayOnly } = mark;
  return { ...mark, relTo: settle(relTo), releasableTo: settle(releasableTo), displayOnly: settle(displayOnly) };
}
