import type { Instant } from '@chancery/shared/clock';
import type { Category } from '@chancery/shared/vocabulary';
import type { PolicyInput } from '../compiled/policy-input.js';

interface Entry<Found> {
  readonly category: Category;
  readonly inputs: readonly PolicyInput[];
  readonly validUntil: Instant;
  readonly found: Found;
}

/** Mixes what differs most often; two inputs of one hash are compared in full. */
function hashOf(inputs: readonly PolicyInput[], validUntil: Instant): number {
  let hash = validUntil | 0;
  const mix = (value: number): void => {
    hash = Math.imul(hash ^ value, 0x9e3779b1) ^ (hash >>> 13);
  };
  for (const q of inputs) {
    mix(q.role);
    mix(q.possibleRole);
    mix(q.regime);
    mix(q.inForce);
    mix(q.tags);
    mix(q.grounds);
    mix(q.person);
    mix(q.possibleImmunity);
    mix((q.originator ? 1 : 0) | (q.ownState ? 2 : 0) | (q.transfer ? 4 : 0));
  }
  return hash;
}

type Attributes = readonly (keyof PolicyInput)[];
const attributesOf = (input: PolicyInput): Attributes => Object.keys(input) as (keyof PolicyInput)[];

/** Whether the rules cannot tell one input from the other: every attribute is compared, whichever there are. */
export function sameInput(one: PolicyInput, other: PolicyInput, attributes: Attributes = attributesOf(one)): boolean {
  for (const attribute of attributes) if (one[attribute] !== other[attribute]) return false;
  return true;
}

/**
 * Keeps what was found for inputs, by what they say: of ten thousand records only a few dozen inputs differ.
 * Law: the rules see of a value its inputs and nothing else; where no act bears on it, equal inputs find the same.
 */
export class InputMemo<Found> {
  readonly #entries = new Map<number, Entry<Found>[]>();
  #size = 0;
  /** Every input is made in one place and has the same. */
  #attributes: Attributes | undefined;

  constructor(readonly sizeMax: number) {}

  /** What was found for the same inputs; otherwise finds it and keeps it. A text for every input would cost more. */
  compute(category: Category, inputs: readonly PolicyInput[], validUntil: Instant, find: () => Found): Found {
    const hash = hashOf(inputs, validUntil);
    const met = this.#entries.get(hash);
    for (const entry of met ?? []) {
      if (this.#isOf(entry, category, inputs, validUntil)) return entry.found;
    }
    const found = find();
    if (this.#size >= this.sizeMax) this.#forget();
    const entries = this.#entries.get(hash) ?? [];
    entries.push({ category, inputs, validUntil, found });
    this.#entries.set(hash, entries);
    this.#size += 1;
    return found;
  }

  #isOf(entry: Entry<Found>, category: Category, inputs: readonly PolicyInput[], validUntil: Instant): boolean {
    if (entry.category !== category || entry.validUntil !== validUntil) return false;
    return entry.inputs.length === inputs.length && entry.inputs.every((each, at) => this.#same(each, inputs[at]));
  }

  #same(one: PolicyInput, other: PolicyInput | undefined): boolean {
    this.#attributes ??= attributesOf(one);
    return other !== undefined && sameInput(one, other, this.#attributes);
  }

  #forget(): void {
    this.#entries.clear();
    this.#size = 0;
  }
}
