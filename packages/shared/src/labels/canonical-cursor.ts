import { HandlingSyntaxError } from './handling-syntax-error.js';

/** Reads a canonical text from left to right; the first thing that is out of place throws with its position. */
export class CanonicalCursor {
  #position = 0;

  constructor(
    readonly text: string,
    private readonly refusal: (expected: string, position: number) => Error = refuseHandling,
  ) {}

  get position(): number {
    return this.#position;
  }

  /** Steps over the literal when it comes next, and says whether it did. */
  accept(literal: string): boolean {
    if (!this.text.startsWith(literal, this.#position)) return false;
    this.#position += literal.length;
    return true;
  }

  expect(literal: string): void {
    if (!this.accept(literal)) this.fail(`\`${literal}\``);
  }

  /** Takes what a sticky pattern matches here; `what` names it in the error. */
  take(pattern: RegExp, what: string): string {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return this.fail(what);
    this.#position += found.length;
    return found;
  }

  /** Takes items joined by a separator, each greater than the one before: sorted in ASCII order, without duplicates. */
  takeSorted<T>(separator: string, read: () => T, keyOf: (item: T) => string): T[] {
    const items: T[] = [];
    let last = '';
    do {
      const start = this.#position;
      const item = read();
      if (items.length > 0 && keyOf(item) <= last) return this.fail(`an item after \`${last}\``, start);
      last = keyOf(item);
      items.push(item);
    } while (this.accept(separator));
    return items;
  }

  takeSet(pattern: RegExp, what: string): string[] {
    return this.takeSorted(
      '+',
      () => this.take(pattern, what),
      (value) => value,
    );
  }

  expectEnd(): void {
    if (this.#position !== this.text.length) this.fail('the end');
  }

  fail(expected: string, position = this.#position): never {
    throw this.refusal(expected, position);
  }
}

function refuseHandling(expected: string, position: number): Error {
  return new HandlingSyntaxError(expected, position);
}
