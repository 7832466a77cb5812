import type { TypeLattice } from '../../schema/type-lattice.js';
import type { AnswerShape } from '../plan/answer-shape.js';
import type { PathKey } from './failures.js';
import { MergedObject } from './merged-object.js';
import { ownValue } from './own-value.js';
import { RepeatedAnswers } from './repeated-answers.js';
import type { SharedObjects } from './shared-objects.js';

// No field of ours nests deeper; a subgraph that does would exhaust the stack here or wherever the value is written out.
const LIST_DEPTH_MAX = 8;
const LEAF_DEPTH_MAX = 32;

/** What answers are merged with. */
export interface Merging {
  readonly types: TypeLattice;
  /** Objects that more than one place holds; null where each place is to have one of its own. */
  readonly shared: SharedObjects | null;
}

/**
 * Copies what was asked for from a subgraph's answer into a merged object, and nothing else. The answer is never adopted. What it says twice
 * in the same words becomes one object at two places, of which whoever fetches more for one of them takes a copy.
 * Returns where the answer did not have the asked form; those places are null.
 */
export function mergeAnswer(shape: AnswerShape, answer: object, target: MergedObject, merging: Merging): Places {
  return new Merge(merging).take(shape, answer, target);
}

type Places = readonly (readonly PathKey[])[];

/** Merges one answer after another. */
export class Merge {
  #malformed: (readonly PathKey[])[] = [];
  readonly #trail: PathKey[] = [];
  readonly #repeated = new RepeatedAnswers();

  constructor(readonly merging: Merging) {}

  /** Merges an answer, and says where it did not have the asked form. */
  take(shape: AnswerShape, answer: object, target: MergedObject): Places {
    this.#object(shape, answer, target);
    if (this.#malformed.length === 0) return NOWHERE;
    const malformed = this.#malformed;
    this.#malformed = [];
    return malformed;
  }

  #object(shape: AnswerShape, answer: object, target: MergedObject): void {
    for (const field of shape.fields) {
      const value = ownValue(answer, field.answerKey);
      const existing = target[field.key];
      // A null does not erase what another subgraph knows.
      if (value === null || value === undefined) target[field.key] = existing ?? null;
      else if (field.key === '__typename') target[field.key] = this.#typeName(value, existing);
      else if (field.shape === null && typeof value !== 'object') target[field.key] = value;
      else {
        this.#trail.push(field.key);
        target[field.key] = field.shape ? this.#value(field.shape, value, existing, 0) : this.#leaf(value);
        this.#trail.pop();
      }
    }
  }

  /** A subgraph that extends an interface as if it were an object knows its name alone: whoever knows the object's own prevails. */
  #typeName(value: unknown, existing: unknown): unknown {
    if (typeof existing === 'string' && this.merging.types.isObject(existing)) return existing;
    return typeof value === 'string' ? value : this.#refuse();
  }

  #value(shape: AnswerShape, value: unknown, existing: unknown, listDepth: number): unknown {
    if (value === null || value === undefined) return existing ?? null;
    if (Array.isArray(value)) return this.#list(shape, value, existing, listDepth);
    if (typeof value !== 'object') return this.#refuse();
    if (existing !== null && existing !== undefined && !(existing instanceof MergedObject)) return this.#refuse();
    return existing instanceof MergedObject ? this.#more(shape, value, existing) : this.#new(shape, value);
  }

  /** Merges into an object of another answer, which may stand at places that this one is not about. */
  #more(shape: AnswerShape, value: object, existing: MergedObject): MergedObject {
    const target = this.merging.shared?.alone(existing) ?? existing;
    this.#repeated.rewrite(target);
    this.#object(shape, value, target);
    return target;
  }

  #new(shape: AnswerShape, value: object): MergedObject {
    const { shared } = this.merging;
    const known = shared === null ? null : this.#repeated.find(shape, value);
    if (known !== null) {
      shared?.hold(known);
      return known;
    }
    const malformed = this.#malformed.length;
    const target = new MergedObject();
    this.#object(shape, value, target);
    // Of one that has not the asked form each place is to be told.
    if (shared !== null && this.#malformed.length === malformed) this.#repeated.add(shape, value, target);
    return target;
  }

  /** Lists meet by index, so two of different lengths are about different things. */
  #list(shape: AnswerShape, value: readonly unknown[], existing: unknown, listDepth: number): unknown {
    if (listDepth >= LIST_DEPTH_MAX) return this.#refuse();
    const known = existing ?? null;
    if (known !== null && (!Array.isArray(known) || known.length !== value.length)) return this.#refuse();
    return value.map((item, index) => {
      this.#trail.push(index);
      const merged = this.#value(shape, item, Array.isArray(known) ? known[index] : undefined, listDepth + 1);
      this.#trail.pop();
      return merged;
    });
  }

  /** Lists of scalars, and whatever a custom scalar holds: one value, never merged into. */
  #leaf(value: unknown): unknown {
    return nestsWithin(value, LEAF_DEPTH_MAX) ? value : this.#refuse();
  }

  #refuse(): null {
    this.#malformed.push([...this.#trail]);
    return null;
  }
}

const NOWHERE: Places = [];

function nestsWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((item) => nestsWithin(item, depth - 1));
}
