import { hash } from 'node:crypto';
import { type ErasedPart, type RetiredEntries, SIDECAR_PARTS } from '../entry.js';
import type { DictionaryTable } from '../ledger-reader.js';
import type { Edge } from '../tree.js';
import { digestOfWritten, type EntryFacts, factsOf, handlingsIn, handlingsOfList } from './entry-facts.js';
import type { HoldEvent } from './holds.js';
import type { Page, PageReader, PageSidecars, RawHash } from './page-reader.js';
import { RangeTree } from './range-tree.js';
import type { Finding } from './verdict.js';

/** Entries to be checked by themselves: from a multiple of a power of two on, so that what they give is a part of the tree. */
export interface RangeTask {
  readonly logId: number;
  readonly first: number;
  readonly end: number;
  /** Sizes of the log at which something is claimed of it. */
  readonly marks: readonly number[];
}

/** What a range of entries gives. */
export interface RangeResult {
  readonly first: number;
  readonly end: number;
  readonly entries: number;
  /** From the entries; a missing one is stood in for by its stored hash. Null once there is neither. */
  readonly read: Edge | null;
  /** From the stored hashes alone; null once one is missing. */
  readonly stored: Edge | null;
  readonly marks: readonly { readonly size: number; readonly edge: Edge }[];
  /** Entries that do not give their stored hash: altered, unless it is the hash that was. */
  readonly suspects: readonly number[];
  readonly findings: readonly Finding[];
  /** Digests that are named, with the first entry that names each. */
  readonly named: Readonly<Record<DictionaryTable, readonly (readonly [digest: string, index: number])[]>>;
  /** Parts of sidecars that entries commit to and that are not there. */
  readonly absent: readonly ErasedPart[];
  /** What erasures took away, by their entries. */
  readonly erased: readonly ErasedPart[];
  /** What retirements took away, by their entries, and where those stand. */
  readonly retired: readonly (RetiredEntries & { readonly index: number })[];
  /** What became of legal holds, and what was erased, each by which entry. */
  readonly holds: readonly HoldEvent[];
  readonly earliest: { readonly index: number; readonly time: number } | null;
  readonly latest: number;
  /** Time of the first entry that is there, and the longest time without one before another; 0 without any. */
  readonly begins: number;
  readonly silence: Silence;
}

/** How long nothing was recorded before an entry. */
export interface Silence {
  readonly index: number;
  readonly ms: number;
  /** When that entry was recorded, which ended it. */
  readonly until: number;
}

const ENTRIES_PER_PAGE = 8_192;

/** Checks one range from its stored bytes, each entry as it comes. */
export async function checkRange(reader: PageReader, task: RangeTask): Promise<RangeResult> {
  const { logId, end: last } = task;
  const check = new RangeCheck(task);
  for (let first = task.first; first < last; first += ENTRIES_PER_PAGE) {
    const end = Math.min(first + ENTRIES_PER_PAGE, last);
    const page = await reader.page(logId, first, end);
    await reader.leaves(logId, first, end, (index, prefixed) => check.add(index, prefixed, page));
    check.goTo(end, page);
  }
  return check.result();
}

/** Behind the prefix that makes it a leaf. */
const LEAF_AT = 1;

class RangeCheck {
  readonly #task: RangeTask;
  readonly #findings: Finding[] = [];
  readonly #suspects: number[] = [];
  readonly #absent: ErasedPart[] = [];
  readonly #erased: ErasedPart[] = [];
  readonly #retired: (RetiredEntries & { readonly index: number })[] = [];
  readonly #holds: HoldEvent[] = [];
  readonly #marks: { size: number; edge: Edge }[] = [];
  readonly #named: Readonly<Record<DictionaryTable, NamedDigests>> = {
    audit_handling: new NamedDigests(),
    audit_profile: new NamedDigests(),
    audit_snapshot: new NamedDigests(),
    audit_asked: new NamedDigests(),
  };
  /** Lists of handlings that were noted. */
  readonly #seen = new Set<string>();
  #entries = 0;
  /** Up to where it has come. */
  #next: number;
  #read: RangeTree | null = new RangeTree();
  /** The same as long as entries and store agree. */
  #stored: RangeTree | null = this.#read;
  #earliest: { index: number; time: number } | null = null;
  #latest = 0;
  #begins = 0;
  #silence: Silence = { index: 0, ms: 0, until: 0 };
  /** The first of a gap that has no end yet. */
  #gap: number | null = null;

  constructor(task: RangeTask) {
    this.#task = task;
    this.#next = task.first;
  }

  /** Checks an entry; those between the last one and this are not there. */
  add(index: number, prefixed: Buffer, page: Page): void {
    this.goTo(index, page);
    if (index < this.#next) {
      this.#find('altered', index, 'it stands there twice');
      return;
    }
    this.#entries += 1;
    this.#endGap(index);
    const read = hash('sha256', prefixed, 'binary');
    const stored = page.hashes.get(index);
    if (read === stored) this.#agree(read);
    else this.#differ(index, read, stored);
    this.#checkContent(index, prefixed, page);
    this.#step();
  }

  /** Goes on to that index, over entries that are not there. */
  goTo(index: number, { hashes }: Page): void {
    while (this.#next < index) {
      this.#gap ??= this.#next;
      this.#standIn(hashes.get(this.#next));
      this.#step();
    }
  }

  #step(): void {
    this.#next += 1;
    if (this.#read !== null && this.#task.marks.includes(this.#next)) {
      this.#marks.push({ size: this.#next, edge: this.#read.edge() });
    }
  }

  #agree(hashed: RawHash): void {
    this.#read?.append(hashed);
    if (this.#stored !== this.#read) this.#stored?.append(hashed);
  }

  result(): RangeResult {
    const { first, end } = this.#task;
    this.#endGap(end);
    const named = {
      audit_handling: this.#named.audit_handling.toList(),
      audit_profile: this.#named.audit_profile.toList(),
      audit_snapshot: this.#named.audit_snapshot.toList(),
      audit_asked: this.#named.audit_asked.toList(),
    };
    return {
      ...{ first, end, named, entries: this.#entries, marks: this.#marks },
      ...{ read: this.#read?.edge() ?? null, stored: this.#stored?.edge() ?? null },
      ...{
        suspects: this.#suspects,
        findings: this.#findings,
        absent: this.#absent,
        erased: this.#erased,
        retired: this.#retired,
        holds: this.#holds,
        earliest: this.#earliest,
        latest: this.#latest,
        begins: this.#begins,
        silence: this.#silence,
      },
    };
  }

  #differ(index: number, read: RawHash, stored: RawHash | null): void {
    if (stored !== null) this.#suspects.push(index);
    else if (this.#stored !== null) this.#find('missing', index, 'no leaf hash is stored for it');
    if (this.#stored === this.#read) this.#stored = this.#read?.fork() ?? null;
    this.#read?.append(read);
    if (stored === null) this.#stored = null;
    else this.#stored?.append(stored);
  }

  #standIn(stored: RawHash | null): void {
    if (stored !== null) {
      this.#agree(stored);
      return;
    }
    this.#read = null;
    this.#stored = null;
  }

  #endGap(index: number): void {
    const first = this.#gap;
    if (first === null) return;
    const last = index - 1;
    this.#find('missing', first, last === first ? 'it is not there' : `it and all up to ${last} are not there`);
    this.#gap = null;
  }

  #checkContent(index: number, prefixed: Buffer, { sidecars }: Page): void {
    const facts = factsOf(prefixed, LEAF_AT);
    if (facts === null) {
      this.#find('altered', index, 'it is no entry of a known version');
      return;
    }
    if (this.#earliest === null || facts.time < this.#earliest.time) this.#earliest = { index, time: facts.time };
    if (this.#begins === 0) this.#begins = facts.time;
    else if (facts.time - this.#latest > this.#silence.ms) {
      this.#silence = { index, ms: facts.time - this.#latest, until: facts.time };
    }
    this.#latest = Math.max(this.#latest, facts.time);
    const list = this.#checkSidecars(index, facts, sidecars);
    this.#erased.push(...facts.erased);
    if (facts.retired !== null) this.#retired.push({ ...facts.retired, index });
    if (facts.hold !== null || facts.retired !== null || facts.erased.length > 0) {
      this.#holds.push({ index, hold: facts.hold, erased: facts.erased, retired: facts.retired });
    }
    this.#noteHandlings(index, facts, list);
    if (facts.profile !== null) this.#named.audit_profile.note(facts.profile, index);
    if (facts.snapshot !== null) this.#named.audit_snapshot.note(facts.snapshot, index);
    if (facts.asked !== null) this.#named.audit_asked.note(facts.asked, index);
  }

  /** Gives the list of access where it is in the sidecar and what the entry committed to. */
  #checkSidecars(index: number, { commitments }: EntryFacts, sidecars: PageSidecars): string | null {
    let isListed = false;
    for (const part of SIDECAR_PARTS) {
      const committed = commitments[part];
      const found = sidecars.commitmentTo(index, part);
      if (found === undefined) {
        if (committed !== null) this.#absent.push({ logId: this.#task.logId, index, part });
      } else if (found !== committed) {
        this.#find('altered', index, `its sidecar \`${part}\` is not what it commits to`);
      } else if (part === 'access') {
        isListed = true;
      }
    }
    return isListed ? sidecars.listOf(index) : null;
  }

  #noteHandlings(index: number, { handlings }: EntryFacts, list: string | null): void {
    // Entries of one kind of question name the same ones.
    if (handlings !== null && this.#seen.has(handlings)) return;
    if (handlings !== null) this.#seen.add(handlings);
    const digests = handlings === null ? (list === null ? [] : handlingsOfList(list)) : handlingsIn(handlings);
    if (digests === null) this.#find('altered', index, 'its list of access is not one');
    for (const digest of digests ?? []) this.#named.audit_handling.note(digest, index);
  }

  #find(severity: Finding['severity'], index: number, what: string): void {
    this.#findings.push({ severity, logId: this.#task.logId, index, what });
  }
}

/** Digests that are named, with the first entry that names each. Most entries name what the one before them does. */
class NamedDigests {
  readonly #first = new Map<string, number>();
  #last = '';

  note(digest: string, index: number): void {
    if (digest === this.#last) return;
    this.#last = digest;
    if (!this.#first.has(digest)) this.#first.set(digest, index);
  }

  toList(): [digest: string, index: number][] {
    return Array.from(this.#first, ([written, index]) => [digestOfWritten(written), index]);
  }
}
