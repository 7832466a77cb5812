import type { AnswerField, AnswerShape } from '../plan/answer-shape.js';
import type { MergedObject } from './merged-object.js';
import { ownValue } from './own-value.js';

interface Known {
  readonly answer: object;
  readonly merged: MergedObject;
}

/** So many objects of a shape are looked at before it is given up, where hardly one of them came again. */
const TRIED_MIN = 64;
const REPEATED_MIN = 1 / 8;

/** Objects of one shape in one answer, by what tells entities apart; whether two are alike is for a comparison to say. */
class KnownOfShape {
  readonly #key: AnswerField | null;
  readonly #byValue = new Map<unknown, Known>();
  #tried = 0;
  #repeated = 0;

  constructor(readonly shape: AnswerShape) {
    this.#key = keyOf(shape);
  }

  find(answer: object): MergedObject | null {
    if (this.#isGivenUp) return null;
    this.#tried += 1;
    const known = this.#byValue.get(this.#valueOf(answer));
    if (known === undefined || !isAlike(this.shape, known.answer, answer)) return null;
    this.#repeated += 1;
    return known.merged;
  }

  add(answer: object, merged: MergedObject): void {
    const value = this.#valueOf(answer);
    if (value !== null && !this.#isGivenUp) this.#byValue.set(value, { answer, merged });
  }

  get #isGivenUp(): boolean {
    return this.#key === null || (this.#tried >= TRIED_MIN && this.#repeated < this.#tried * REPEATED_MIN);
  }

  /** Null where nothing tells it apart. */
  #valueOf(answer: object): string | number | null {
    const value = this.#key === null ? null : ownValue(answer, this.#key.answerKey);
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  }
}

// Shapes are kept with their plans.
const keys = new WeakMap<AnswerShape, AnswerField | null>();

/** Most entities have an `id`; of others another leaf does, for it need not be unique. */
function keyOf(shape: AnswerShape): AnswerField | null {
  let key = keys.get(shape);
  if (key === undefined) {
    key = tellingField(shape);
    keys.set(shape, key);
  }
  return key;
}

function tellingField({ fields }: AnswerShape): AnswerField | null {
  const leaves = fields.filter(({ key, shape }) => shape === null && !SAID_OF_MANY.has(key));
  return leaves.find(({ key }) => key === 'id') ?? leaves[0] ?? null;
}

const SAID_OF_MANY: ReadonlySet<string> = new Set(['__typename', 'handling']);

/**
 * Objects of an answer that have been merged, to be found again where the same comes once more at another place of the same shape. A subgraph
 * says of an entity what it likes, so objects are the same only where all that is asked of them is.
 */
export class RepeatedAnswers {
  readonly #byShape = new Map<AnswerShape, KnownOfShape>();
  /** Objects that have been written to since: they are no longer what they were found by. */
  #rewritten: Set<MergedObject> | null = null;

  /** What has been made of an answer of this shape that is the same in all that is asked; null when none has. */
  find(shape: AnswerShape, answer: object): MergedObject | null {
    const merged = this.#byShape.get(shape)?.find(answer) ?? null;
    return merged !== null && this.#rewritten?.has(merged) ? null : merged;
  }

  add(shape: AnswerShape, answer: object, merged: MergedObject): void {
    let known = this.#byShape.get(shape);
    if (known === undefined) {
      known = new KnownOfShape(shape);
      this.#byShape.set(shape, known);
    }
    known.add(answer, merged);
  }

  /** More is merged into an object. */
  rewrite(merged: MergedObject): void {
    this.#rewritten ??= new Set();
    this.#rewritten.add(merged);
  }
}

/** Whether two objects are the same in all that is asked of them. It looks at every value of an answer once, and makes nothing. */
function isAlike({ fields }: AnswerShape, one: object, other: object): boolean {
  for (const { answerKey, shape } of fields) {
    const first = ownValue(one, answerKey);
    const second = ownValue(other, answerKey);
    if (first !== second && !isSame(shape, first ?? null, second ?? null)) return false;
  }
  return true;
}

function isSame(shape: AnswerShape | null, one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && isSameList(shape, one, other);
  if (Array.isArray(other)) return false;
  return shape === null ? isSameWhole(one, other) : isAlike(shape, one, other);
}

function isSameList(shape: AnswerShape | null, one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (!isSame(shape, one[index], other[index])) return false;
  return true;
}

/** Of what a scalar of its own holds, member by member in the order in which they would be written. */
function isSameWhole(one: object, other: object): boolean {
  const [members, others] = [Object.entries(one), Object.entries(other)];
  if (members.length !== others.length) return false;
  return members.every(([name, value], index) => {
    const [otherName, otherValue] = others[index] ?? [];
    return name === otherName && isSame(null, value, otherValue);
  });
}
