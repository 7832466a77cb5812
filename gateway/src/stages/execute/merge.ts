import type { TypeLattice } from '../../schema/type-lattice.js';
import type { AnswerShape } from '../plan/answer-shape.js';
import type { PathKey } from './failures.js';
import { ownValue } from './own-value.js';

/** A merged object. It inherits nothing, so that a missing key is undefined whatever it is called. */
export class MergedObject {
  [key: string]: unknown;
}
Reflect.deleteProperty(MergedObject.prototype, 'constructor');
Object.setPrototypeOf(MergedObject.prototype, null);

// No field of ours nests deeper; a subgraph that does would exhaust the stack here or wherever the value is written out.
const LIST_DEPTH_MAX = 8;
const LEAF_DEPTH_MAX = 32;

/**
 * Copies what was asked for from a subgraph's answer into a merged object, and nothing else. The answer is never adopted:
 * one that goes to two places becomes two objects, so that what is fetched later for one does not show in the other.
 * Returns where the answer did not have the asked form; those places are null.
 */
export function mergeAnswer(shape: AnswerShape, answer: object, target: MergedObject, types: TypeLattice): Places {
  return new Merge(types).take(shape, answer, target);
}

type Places = readonly (readonly PathKey[])[];

/** Merges one answer after another. */
export class Merge {
  #malformed: (readonly PathKey[])[] = [];
  readonly #trail: PathKey[] = [];

  constructor(readonly types: TypeLattice) {}

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
    if (typeof existing === 'string' && this.types.isObject(existing)) return existing;
    return typeof value === 'string' ? value : this.#refuse();
  }

  #value(shape: AnswerShape, value: unknown, existing: unknown, listDepth: number): unknown {
    if (value === null || value === undefined) return existing ?? null;
    if (Array.isArray(value)) return this.#list(shape, value, existing, listDepth);
    if (typeof value !== 'object') return this.#refuse();
    if (existing !== null && existing !== undefined && !(existing instanceof MergedObject)) return this.#refuse();
    const target = existing instanceof MergedObject ? existing : new MergedObject();
    this.#object(shape, value, target);
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
