import { createHash } from 'node:crypto';
import { bannerOf } from '@chancery/shared/clearance/banner';
import type { Subject } from '@chancery/shared/subjects/subject';
import type { Redacted } from '../stages/redact/redacted.js';

/** What a subscriber was told of a record last: a digest, or that it is not to see it. */
export interface Told {
  readonly is: number;
  readonly digest: string | null;
}

/** What was told of the records that changed last, so that nobody is told the same twice. */
export class ToldRecords {
  readonly #told = new Map<string, Told>();
  /** Digests that were told before this subscriber came back. */
  readonly #before: ReadonlySet<string>;

  constructor(
    readonly sizeMax: number,
    before: readonly string[],
  ) {
    this.#before = new Set(before);
  }

  get records(): ReadonlyMap<string, Told> {
    return this.#told;
  }

  /** Digests of what is in sight, oldest first. */
  get digests(): readonly string[] {
    return [...this.#told.values()].flatMap(({ digest }) => digest ?? []);
  }

  note(record: string, told: Told): void {
    this.#told.delete(record);
    this.#told.set(record, told);
    const [oldest] = this.#told.keys();
    if (this.#told.size > this.sizeMax && oldest !== undefined) this.#told.delete(oldest);
  }

  /** Notes that a record has another handling, under which what was told of it reads as before. */
  relabel(record: string, is: number): void {
    const known = this.#told.get(record);
    if (known !== undefined) this.#told.set(record, { ...known, is });
  }

  /** Whether the same was the last that was told of the record. */
  has(record: string, digest: string): boolean {
    const known = this.#told.get(record);
    return known === undefined ? this.#before.has(digest) : known.digest === digest;
  }
}

const DIGEST_BYTES = 9;

/** Digest of what an answer tells of a record; when it was told, and until when something is owed, is no part of it. */
export function digestOf(record: string, redacted: Redacted, viewer: Subject): string {
  const { data, errors, withheld, marked, exercise, owed, bases } = redacted;
  const content = [record, data, errors, withheld, bannerOf(marked, viewer, exercise), owed, bases];
  return createHash('sha256').update(JSON.stringify(content)).digest().subarray(0, DIGEST_BYTES).toString('base64url');
}
