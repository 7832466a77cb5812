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

type Attributes = readonly (keyof Question)[];
const attributesOf = (question: Question): Attributes => Object.keys(question) as (keyof Question)[];

/** Whether the rules cannot tell one question from the other: every attribute is compared, whichever there are. */
export function sameQuestion(one: Question, other: Question, attributes: Attributes = attributesOf(one)): boolean {
  for (const attribute of attributes) if (one[attribute] !== other[attribute]) return false;
  return true;
}

/**
 * Keeps what was found for questions, by what they ask: of ten thousand records only a few dozen questions differ.
 * Law: the rules see of a value its questions and nothing else; where no act bears on it, equal questions find the same.
 */
export class QuestionMemo<Found> {
  readonly #entries = new Map<number, Entry<Found>[]>();
  #size = 0;
  /** Every question is made in one place and has the same. */
  #attributes: Attributes | undefined;

  constructor(readonly sizeMax: number) {}

  /** What was found for the same questions; otherwise finds it and keeps it. A text for every question would cost more. */
  compute(category: Category, questions: readonly Question[], validUntil: Instant, find: () => Found): Found {
    const hash = hashOf(questions, validUntil);
    const met = this.#entries.get(hash);
    for (const entry of met ?? []) {
      if (this.#isOf(entry, category, questions, validUntil)) return entry.found;
    }
    const found = find();
    if (this.#size >= this.sizeMax) this.#forget();
    const entries = this.#entries.get(hash) ?? [];
    entries.push({ category, questions, validUntil, found });
    this.#entries.set(hash, entries);
    this.#size += 1;
    return found;
  }

  #isOf(entry: Entry<Found>, category: Category, questions: readonly Question[], validUntil: Instant): boolean {
    if (entry.category !== category || entry.validUntil !== validUntil) return false;
    return (
      entry.questions.length === questions.length &&
      entry.questions.every((each, at) => this.#same(each, questions[at]))
    );
  }

  #same(one: Question, other: Question | undefined): boolean {
    this.#attributes ??= attributesOf(one);
    return other !== undefined && sameQuestion(one, other, this.#attributes);
  }

  #forget(): void {
    this.#entries.clear();
    this.#size = 0;
  }
}
