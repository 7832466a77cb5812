import type { LedgerReader, StoredEntry, StoredHashes, StoredHead } from './ledger-reader.js';
import { appendLeaves, type Edge, EMPTY_EDGE, leafHash, printPeaks, rootOf } from './tree.js';
import type { Finding, VerifiedLog } from './verdict.js';

/**
 * Rebuilds the tree of one log from the stored bytes of its entries and compares it with the head.
 * A second tree, from the stored leaf hashes, tells which entry was altered: the root alone tells only that one was.
 */
export class TreeCheck {
  readonly #head: StoredHead;
  readonly #hashes: HashCursor;
  readonly #findings: Finding[] = [];
  /** Entries that do not give their stored hash: altered, unless it is the hash that was. */
  readonly #suspects: number[] = [];
  #entries = 0;
  #beyond = 0;
  #next = 0;
  /** From the entries; a missing one is stood in for by its stored hash. Null once there is neither. */
  #read: Edge | null = EMPTY_EDGE;
  /** From the stored hashes alone; null once one is missing. */
  #stored: Edge | null = EMPTY_EDGE;

  readonly #kept: Edge | null;

  /** `kept` is a head that was remembered outside the database; null when there is none. */
  constructor(reader: LedgerReader, head: StoredHead, kept: Edge | null) {
    this.#head = head;
    this.#kept = kept;
    this.#hashes = new HashCursor(reader.leafHashes(head.logId));
  }

  /** Takes the next page of entries. */
  async add(page: readonly StoredEntry[]): Promise<void> {
    this.#entries += page.length;
    for (const { index, leaf } of page) {
      if (index >= this.#head.size) {
        this.#beyond += 1;
        continue;
      }
      if (index > this.#next) await this.#standIn(index);
      await this.#grow(leafHash(leaf));
    }
  }

  /** Compares with the head after the last page. */
  async finish(): Promise<{ log: VerifiedLog; findings: readonly Finding[] }> {
    if (this.#next < this.#head.size) await this.#standIn(this.#head.size);
    this.#compareWithKept();
    if (this.#kept !== null && this.#kept.size > this.#head.size) {
      const lost = this.#kept.size - this.#head.size;
      this.#find(
        'missing',
        this.#head.size,
        `the head kept outside has ${lost} more: the database was put back to an older state`,
      );
    }
    if (this.#beyond > 0) {
      this.#find('altered', this.#head.size, `the head ends before it, and ${this.#beyond} entries stand there`);
    }
    const matches = (edge: Edge | null): boolean =>
      edge !== null && edge.size === this.#head.size && printPeaks(edge).equals(this.#head.peaks);
    if (matches(this.#read)) {
      for (const index of this.#suspects)
        this.#find('altered', index, 'its stored leaf hash was altered, the entry was not');
    } else if (this.#suspects.length > 0 && matches(this.#stored)) {
      for (const index of this.#suspects) this.#find('altered', index, 'its bytes are not those that were logged');
    } else if (this.#read !== null) {
      this.#find(
        'altered',
        null,
        'the entries do not give the root of the head, and the stored leaf hashes do not tell which',
      );
    }
    const root = this.#read === null ? null : rootOf(this.#read).toString('hex');
    return { log: { logId: this.#head.logId, entries: this.#entries, root }, findings: this.#findings };
  }

  /** Whether the tree was the kept one when it was as large. */
  #compareWithKept(): void {
    const [kept, read] = [this.#kept, this.#read];
    if (kept === null || read === null || this.#next !== kept.size) return;
    if (!printPeaks(read).equals(printPeaks(kept))) {
      this.#find('altered', null, `its first ${kept.size} entries are not those of the head kept outside`);
    }
  }

  async #grow(read: Buffer): Promise<void> {
    if (this.#next > 0) this.#compareWithKept();
    const stored = await this.#hashes.at(this.#next);
    if (stored === null && this.#stored !== null) this.#find('missing', this.#next, 'no leaf hash is stored for it');
    if (stored !== null && !stored.equals(read)) this.#suspects.push(this.#next);
    this.#read = this.#read && appendLeaves(this.#read, [read]);
    this.#stored = stored && this.#stored && appendLeaves(this.#stored, [stored]);
    this.#next += 1;
  }

  async #standIn(until: number): Promise<void> {
    const last = until - 1;
    this.#find(
      'missing',
      this.#next,
      last === this.#next ? 'it is not there' : `it and all up to ${last} are not there`,
    );
    while (this.#next < until) {
      const stored = await this.#hashes.at(this.#next);
      this.#read = stored && this.#read && appendLeaves(this.#read, [stored]);
      this.#stored = stored && this.#stored && appendLeaves(this.#stored, [stored]);
      // With neither, the rest of the gap changes nothing more.
      this.#next = this.#read === null && this.#stored === null ? until : this.#next + 1;
    }
  }

  #find(severity: Finding['severity'], index: number | null, what: string): void {
    this.#findings.push({ severity, logId: this.#head.logId, index, what });
  }
}

/** Walks forward through stored leaf hashes, whatever the batches were. */
class HashCursor {
  readonly #pages: AsyncGenerator<StoredHashes[]>;
  #page: StoredHashes[] = [];
  #place = 0;

  constructor(pages: AsyncGenerator<StoredHashes[]>) {
    this.#pages = pages;
  }

  /** The hash stored for that entry, or null; indices must grow. */
  async at(index: number): Promise<Buffer | null> {
    for (;;) {
      const batch = this.#page[this.#place];
      if (batch === undefined) {
        const page = await this.#pages.next();
        if (page.done) return null;
        this.#page = page.value;
        this.#place = 0;
      } else if (index >= batch.first + batch.hashes.length) {
        this.#place += 1;
      } else {
        return batch.hashes[index - batch.first] ?? null;
      }
    }
  }
}
