import { ClientError } from '@chancery/shared/errors';
import type { ANSWER } from '../limit/limits.js';
import type { AnswerPath, Places } from './places.js';

/** Bytes of a name beside its letters, and of an index: quotes, colon or comma. */
const MARKS_BYTES = 4;
const NULL_BYTES = 4;
const NUMBER_BYTES_MAX = 24;

/** How the bytes of a text are counted. */
export type CountBytes = (text: string) => number;

/** Bytes of UTF-8. */
export const exactly: CountBytes = (text) => Buffer.byteLength(text);

/** No fewer than that, without looking at the text: no unit of UTF-16 takes more than three bytes. */
export const atMost: CountBytes = (text) => 3 * text.length;

/** There may be too many bytes, or values: who counts them exactly, and one after another, will know. */
export class PerhapsTooLarge extends Error {}

/**
 * Counts what an answer holds while it is made, so that one that is too large is never finished, let alone written out.
 * Bytes are those of UTF-8; what JSON escapes can take up to six times as many.
 */
export class AnswerBudget {
  values = 0;
  bytes = 0;
  #introspected = 0;
  readonly #takenBack = { values: 0, bytes: 0 };

  constructor(
    readonly limits: { readonly [K in keyof typeof ANSWER]: number },
    readonly count: CountBytes = exactly,
  ) {}

  /** Throws LIMIT_EXCEEDED, or PerhapsTooLarge where bytes are not counted exactly. */
  spend(values: number, bytes: number): void {
    this.values += values;
    this.bytes += bytes;
    const { valuesMax, bytesMax } = this.limits;
    if (this.values > valuesMax) throw exceeded(`more than ${valuesMax} values`);
    if (this.bytes > bytesMax)
      throw this.count === exactly ? exceeded(`more than ${bytesMax} bytes`) : new PerhapsTooLarge();
  }

  /** A leaf; that there is a value is counted with its holder. */
  spendLeaf(value: unknown): void {
    if (typeof value === 'object' && value !== null) this.spendWhole(value);
    else this.spend(0, typeof value === 'string' ? this.count(value) : NUMBER_BYTES_MAX);
  }

  /** Where items of the extensions apply: paths repeat the caller's own aliases. */
  spendPlaces(items: readonly Places[]): void {
    for (const { paths } of items) {
      for (const path of paths) this.spend(0, this.#bytesOfPath(path));
    }
  }

  #bytesOfPath(path: AnswerPath): number {
    let bytes = path.length * MARKS_BYTES;
    for (const key of path) bytes += this.count(typeof key === 'string' ? key : `${key}`);
    return bytes;
  }

  /** A value that was made elsewhere and is answered as a whole. */
  spendWhole(value: unknown): void {
    if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        this.spend(1, bytesOfName(key));
        this.spendWhole(item);
      }
    } else this.spendLeaf(value);
  }

  /** An introspection: none of its values is decided, so that it may hold more of them. */
  spendIntrospected(value: unknown): void {
    if (typeof value !== 'object' || value === null) {
      this.spendLeaf(value);
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      this.#introspected += 1;
      if (this.#introspected > this.limits.introspectedMax) {
        throw exceeded(`more than ${this.limits.introspectedMax} values of an introspection`);
      }
      this.spend(0, bytesOfName(key));
      this.spendIntrospected(item);
    }
  }

  /** Whatever was spent so far, what was taken back since included. */
  get spentValues(): number {
    return this.values + this.#takenBack.values;
  }

  get spentBytes(): number {
    return this.bytes + this.#takenBack.bytes;
  }

  hasRoomFor({ values, bytes }: { readonly values: number; readonly bytes: number }): boolean {
    return this.values + values <= this.limits.valuesMax && this.bytes + bytes <= this.limits.bytesMax;
  }

  /** Takes back what was spent on a value that is not in the answer after all. */
  rollBack(values: number, bytes: number): void {
    this.#takenBack.values += this.values - values;
    this.#takenBack.bytes += this.bytes - bytes;
    this.values = values;
    this.bytes = bytes;
  }
}

/** Bytes of an object of which every field is null. */
export const bytesOfBlank = (keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + bytesOfName(key) + NULL_BYTES, 2);

const bytesOfName = (name: string): number => Buffer.byteLength(name) + MARKS_BYTES;

const exceeded = (what: string): ClientError => new ClientError('LIMIT_EXCEEDED', `the answer holds ${what}`);
