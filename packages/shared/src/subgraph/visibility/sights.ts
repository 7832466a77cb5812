import { parseHandlingNumber } from '../../brands.js';
import type { Handling } from '../../labels/label.js';
import { ToldToOversight } from '../../labels/told-to-oversight.js';
import { profileText } from '../../subjects/profile-text.js';
import { BitString } from './bit-string.js';
import { NarrowedMasks } from './narrowed-masks.js';
import type { SightQuestion } from './sight-question.js';
import type { Viewer } from './viewer.js';
import type { DecisionParts, Masks } from './viewer-masks.js';
import { Visibility } from './visibility.js';

/**
 * What oversight is shown of what a person may see: rows that exist for who asks, whose audit it may read, and of which that person may read the value. All
 * three are decided by handling, so that a million rows cost what their handlings do.
 */
export class Sights {
  readonly #parts: DecisionParts;
  /** Apart from those who ask: people of a question would push them out, and may be decided for another day. */
  readonly #people: Visibility;

  constructor(parts: DecisionParts) {
    this.#parts = parts;
    this.#people = new Visibility(parts);
  }

  /** The masks of a call that lists what a person may see. */
  narrow(viewer: Viewer, masks: Masks, question: SightQuestion): Masks {
    const seen = masks.seen();
    let rows = new BitString(seen.length);
    for (const profile of question.profiles) {
      const who = { ...viewer, profile, digest: profileText(profile).digest, now: question.at };
      const theirs = this.#people.masksFor(who);
      const open = theirs.seen().and(seen);
      const readable = question.coordinate === 'EXISTENCE' ? open : open.and(theirs.readable(question.coordinate));
      rows = rows.or(this.#told(viewer, readable.without(rows), profile.subject.agency));
    }
    return new NarrowedMasks(masks, rows);
  }

  /** Those of some handlings of whose accesses the viewer is told: as whose records they are, or as whose people would read them. */
  #told(viewer: Viewer, rows: BitString, agency: string): BitString {
    const { decisions, handlings } = this.#parts;
    const asked = decisions.open(viewer.profile, viewer.view, viewer.now);
    const decided = new Map<Handling, boolean>();
    const telling = new ToldToOversight();
    const isTold = (told: Handling): boolean => {
      const known = decided.get(told);
      if (known !== undefined) return known;
      const may = TOLD_AS.every((category) => asked.decide(category, told, 'read').effect === 'allow');
      decided.set(told, may);
      return may;
    };
    const told = new BitString(rows.length);
    for (const id of rows.members(rows.length) ?? []) {
      const handling = handlings.byId(parseHandlingNumber(id));
      if (handling === undefined) continue;
      told.put(
        id,
        [handling.record.owner, agency].some((side) => isTold(telling.of(handling, side))),
      );
    }
    return told;
  }
}

const TOLD_AS = ['EXISTENCE', 'AUDIT'] as const;
