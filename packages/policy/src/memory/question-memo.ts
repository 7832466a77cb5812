import type { Instant } from '@chancery/shared/clock';
import type { Category } from '@chancery/shared/vocabulary';
import type { Question } from '../compiled/question.js';

interface Entry<Found> {
  readonly category: Category;
  readonly questions: readonly Question[];
  readonly validUntil: Instant;
  readonly found: Found;
}

/** Mixes what differs most often; two questions of one hash are compared in full. */
function hashOf(questions: readonly Question[], validUntil: Instant): number {
  let hash = validUntil | 0;
  const mix = (value: number): void => {
    hash = Math.imul(hash ^ value, 0x9e3779b1) ^ (hash >>> 13);
  };
  for (const q of questions) {
    mix(q.role);
    mix(q.possibleRole);
    mix(q.regime);
    mix(q.inForce);
    mix(q.tags);
    mix(q.grounds);
    mix(q.person);
    mix(q.possibleImmunity);
    mix((q.originator ? 1 : 0) | (q.ownState ? 2 : 0) | (q.ownerInUnion ? 4 : 0));
  }
  return hash;
}

let attributes: readonly (keyof Question)[] | null = null;

function attributesOf(question: Question): readonly (keyof Question)[] {
  // Every question is made in one place and has the same attributes.
  attributes ??= Object.keys(question) as (keyof Question)[];
  return attributes;
}

/** Whether the rules cannot tell one question from the other: every attribute is compared, whichever there are. */
export function sameQuestion(one: Question, other: Question): boolean {
  for (const attribute of attributesOf(one)) if (one[attribute] !== other[attribute]) return false;
  return true;
}

/** Keeps what was found for questions, by what they ask: of ten thousand records only a few dozen questions differ. */
export class QuestionMemo<Found> {
  readonly #entries = new Map<number, Entry<Found>[]>();

  /** What was found for the same questions; otherwise finds it and keeps it. A text for every question would cost more. */
  get(category: Category, questions: readonly Question[], validUntil: Instant, find: () => Found): Found {
    const hash = hashOf(questions, validUntil);
    const entries = this.#entries.get(hash) ?? [];
    for (const entry of entries) {
      const same =
        entry.category === category && entry.validUntil === validUntil && entry.questions.length === questions.length;
      if (same && entry.questions.every((each, index) => isSame(each, questions[index]))) return entry.found;
    }
    const found = find();
    entries.push({ category, questions, validUntil, found });
    this.#entries.set(hash, entries);
    return found;
  }
}

const isSame = (one: Question, other: Question | undefined): boolean => other !== undefined && sameQuestion(one, other);
