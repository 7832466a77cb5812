import { createHash } from 'node:crypto';
import { bannerOf } from '@chancery/shared/clearance/banner';
import type { Subject } from '@chancery/shared/subjects/subject';
import type { Redacted } from '../stages/redact/redacted.js';

/** What a subscriber was told of a record last, under which handling. */
interface Told {
  readonly is: number;
  readonly digest: string;
}

/** What a subscriber was told of the records that it sees, and which of those that changed it does not. */
export class ToldRecords {
  readonly #seen = new Map<string, Told>();
  // Apart: what a subscriber does not see must not make room, or take it, among what it does.
  readonly #hidden = new Map<string, number>();
  /** Digests that were told before this subscriber came back. */
  readonly #before: ReadonlySet<string>;

  constructor(
    readonly sizeMax: number,
    before: readonly string[],
  ) {
    this.#before = new Set(before);
  }

  /** Handlings of the records that were told, by id. */
  get seen(): Iterable<readonly [record: string, is: number]> {
    return Array.from(this.#seen, ([record, { is }]) => [record, is] as const);
  }

  /** The same of those that changed and are hidden. */
  get hidden(): Iterable<readonly [record: string, is: number]> {
    return [...this.#hidden];
  }

  /** Digests of what is in sight, oldest first. */
  get digests(): readonly string[] {
    return Array.from(this.#seen.values(), ({ digest }) => digest);
  }

  tell(record: string, is: number, digest: string): void {
    this.#hidden.delete(record);
    renew(this.#seen, record, { is, digest }, this.sizeMax);
  }

  hide(record: string, is: number): void {
    this.#seen.delete(record);
    renew(this.#hidden, record, is, this.sizeMax);
  }

  /** Notes that a record has another handling, under which what was told of it reads as before. */
  relabel(record: string, is: number): void {
    const known = this.#seen.get(record);
    if (known !== undefined) this.#seen.set(record, { ...known, is });
  }

  /** Whether the same was the last that was told of the record. */
  has(record: string, digest: string): boolean {
    const known = this.#seen.get(record);
    if (known !== undefined) return known.digest === digest;
    return !this.#hidden.has(record) && this.#before.has(digest);
  }
}

/** Puts what is new last; what was so longest ago goes when there is no room. */
function renew<V>(map: Map<string, V>, key: string, value: V, sizeMax: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > sizeMax && oldest !== undefined) map.delete(oldest);
}

const DIGEST_BYTES = 9;

/** Digest of what an answer tells of a record; when it was told, and until when something is owed, is no part of it. */
export function digestOf(record: string, redacted: Redacted, viewer: Subject): string {
  const { data, errors, withheld, marked, exercise, owed, bases } = redacted;
  const content = [record, data, errors, withheld, bannerOf(marked, viewer, exercise), owed, bases];
  return createHash('sha256').update(JSON.stringify(content)).digest().subarray(0, DIGEST_BYTES).toString('base64url');
}
