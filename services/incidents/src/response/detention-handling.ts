import { factsOfPost } from '@chancery/policy/writes/check-command';
import { treatyOfNotice } from '@chancery/policy/writes/detention';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { printHandling } from '@chancery/shared/labels/print-handling';
import type { Viewer } from '@chancery/shared/subgraph/visibility/viewer';
import type { ConsularWish } from './detention.js';

/** What a person has decided, as rules name it. */
const MARKS: Readonly<Record<ConsularWish, readonly string[]>> = {
  NOT_DECIDED: [],
  REQUESTED: ['notificationRequested'],
  OPPOSED: ['nationalOpposes'],
};
const OF_WISHES: ReadonlySet<string> = new Set(Object.values(MARKS).flat());

/** The marks of a national of the sending State who has decided so. */
export const marksOfWish = (wish: ConsularWish): readonly string[] => ['ownNational', ...MARKS[wish]];

/**
 * A detention after its person has decided. The State of the post is told of it when the person asks for that (VCCR 36(1)(b)), of a member of the post in any
 * case (VCCR 42), where a treaty wants it, and else not: somebody may have fled from that State.
 */
export function withWish(held: Handling, wish: ConsularWish, viewer: Viewer): Handling {
  const others = [...held.record.tags].filter((tag) => !OF_WISHES.has(tag));
  const tags = new Set([...others, ...MARKS[wish]]);
  const isTold = wish === 'REQUESTED' || isToldAnyway(held, viewer);
  return toldTo({ ...held, record: { ...held.record, tags } }, isTold ? sendingState(held, viewer) : []);
}

/** A detention of which the post is told now. */
export const withNotice = (held: Handling, viewer: Viewer): Handling => toldTo(held, sendingState(held, viewer));

/** By what the post is told whatever the person wishes; null where nothing wants it. */
export function noticeAnyway(held: Handling, { profile, view, now }: Viewer): string | null {
  if (held.record.person !== null) return 'VCCR 42';
  for (const post of held.record.missions) {
    for (const fact of factsOfPost(profile, post, { view, now })) {
      const treaty = treatyOfNotice(post, fact, { view, now });
      if (treaty !== null) return treaty;
    }
  }
  return null;
}

const isToldAnyway = (held: Handling, viewer: Viewer): boolean => noticeAnyway(held, viewer) !== null;

function sendingState(held: Handling, { profile, view, now }: Viewer): readonly string[] {
  const facts = held.record.missions.flatMap((post) => factsOfPost(profile, post, { view, now }));
  return [...new Set(facts.map(({ sending }) => sending))];
}

function toldTo(held: Handling, states: readonly string[]): Handling {
  const maker = held.record.owner.split('.')[0] ?? '';
  const label = { ...held.label, releasableTo: new Set([maker, ...states].sort()) };
  return parseHandling(printHandling({ ...held, label }));
}
