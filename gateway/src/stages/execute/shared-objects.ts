import { MergedObject } from './merged-object.js';

/**
 * The merged objects that more than one object or list holds. What stands below one of them is held once and stands at as many places.
 * Law: whoever writes to an object writes to all its places, so who means fewer of them takes a copy first. Unfolded, the merged data is at
 * any time what it would be if each place had an object of its own.
 */
export class SharedObjects {
  /** How many hold it, of those that more than one does. */
  readonly #holders = new Map<MergedObject, number>();
  readonly #copies: { readonly of: MergedObject; readonly copy: MergedObject }[] = [];
  readonly #absent: Set<MergedObject>;

  /** `absent` holds for a copy as for what it is of. */
  constructor(absent: Set<MergedObject>) {
    this.#absent = absent;
  }

  get isEmpty(): boolean {
    return this.#holders.size === 0;
  }

  /** Copies that were made so far. */
  get copied(): number {
    return this.#copies.length;
  }

  has(object: object): boolean {
    return this.#holders.has(object as MergedObject);
  }

  heldBy(object: MergedObject): number {
    return this.#holders.get(object) ?? 1;
  }

  /** One more holds it. */
  hold(object: MergedObject): void {
    this.#holders.set(object, this.heldBy(object) + 1);
  }

  /** The object of one holder alone: itself where nobody else holds it, else a copy that the holder must take in its place. */
  alone(object: MergedObject): MergedObject {
    return this.has(object) ? this.copyFor(object, 1) : object;
  }

  /** A copy that so many of its holders must take in its place, and fewer than all of them. */
  copyFor(object: MergedObject, holders: number): MergedObject {
    const left = this.heldBy(object) - holders;
    if (left > 1) this.#holders.set(object, left);
    else this.#holders.delete(object);
    const copy = new MergedObject();
    for (const [key, value] of Object.entries(object)) copy[key] = this.#held(value);
    if (holders > 1) this.#holders.set(copy, holders);
    if (this.#absent.has(object)) this.#absent.add(copy);
    this.#copies.push({ of: object, copy });
    return copy;
  }

  /** Objects that were found when so many copies had been made, and what of them has been copied since. */
  withCopies(objects: readonly MergedObject[], copied: number): readonly MergedObject[] {
    if (copied === this.#copies.length) return objects;
    const all = new Set(objects);
    for (const { of, copy } of this.#copies.slice(copied)) if (all.has(of)) all.add(copy);
    return [...all];
  }

  /** What a copy holds of a value: a list of its own, of the same objects. */
  #held(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#held(item));
    if (value instanceof MergedObject) this.hold(value);
    return value;
  }
}
