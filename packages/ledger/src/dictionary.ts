import { type Sha256, sha256Of } from '@chancery/shared/brands';
import { InternalError } from '@chancery/shared/errors';
import { snapshotText } from '@chancery/shared/snapshot/seal-snapshot';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';
import { handlingDigest, spellDigest, spellHandling } from './digest.js';
import type { Entropy } from './entropy.js';
import { baseOf, differenceFrom } from './snapshot-rows.js';

/** A text that entries name by its digest. */
export interface DictionaryRow<Digest extends string = string> {
  readonly digest: Digest;
  readonly text: string;
}

/** A handling with how entries spell its digest. */
export interface HandlingRow extends DictionaryRow {
  readonly spelling: string;
}

/** What an entry names, besides itself: needed to replay its decisions. */
export interface EntryReferences {
  readonly handlings: readonly DictionaryRow[];
  readonly profile: DictionaryRow | null;
  /** What the operation was asked by. */
  readonly asked: DictionaryRow | null;
  /** The snapshot decided on, as it was registered. */
  readonly snapshot: Snapshot | null;
  /** The records read, each by the surrogate that stands for it. */
  readonly subjects: readonly DictionaryRow[];
}

/** Rows that a batch must bring with it; sorted, so that two writers insert in the same order and never wait in a ring. */
export interface NewRows {
  readonly handlings: readonly DictionaryRow[];
  readonly profiles: readonly DictionaryRow[];
  readonly snapshots: readonly DictionaryRow[];
  readonly asked: readonly DictionaryRow[];
  readonly subjects: readonly DictionaryRow[];
}

/** Bytes of a surrogate: of as many as will ever be drawn no two are the same. */
const SURROGATE_BYTES = 9;

/** Snapshots that may be named before one is stored: the gateway holds the last few. */
const SNAPSHOTS_MAX = 16;
/** Digests remembered as stored; over it all are forgotten, which costs a repeated insert that does nothing. */
const REMEMBERED_MAX = 100_000;
/** Digests whose spelling is remembered. */
const SPELLINGS_MAX = 10_000;

const CONTROL_CHARACTER = /\p{Cc}/u;

/** Knows which texts are in the append-only tables, so that each is sent about once. */
export class Dictionary {
  readonly #stored = new Set<string>();
  readonly #snapshots = new Map<string, Snapshot>();
  /** The last snapshot that was stored whole: the next ones are stored as differences from it. */
  #base: DictionaryRow | null = null;
  readonly #handlings = new Map<string, HandlingRow>();
  readonly #spellings = new Map<Sha256, string>();
  readonly #subjects = new Map<string, DictionaryRow>();
  readonly #storedSubjects = new Set<string>();
  readonly #entropy: Entropy;
  readonly #asked = new WeakMap<readonly string[], DictionaryRow<Sha256>>();

  constructor(entropy: Entropy) {
    this.#entropy = entropy;
  }

  /** Makes a snapshot known; its text is written with the first entry that names it. */
  register(snapshot: Snapshot): void {
    if (this.#snapshots.has(snapshot.digest)) return;
    this.#snapshots.set(snapshot.digest, snapshot);
    const [oldest] = this.#snapshots.keys();
    if (this.#snapshots.size > SNAPSHOTS_MAX && oldest !== undefined) this.#snapshots.delete(oldest);
  }

  /** The registered snapshot of that digest; throws when there is none, because the decision could never be replayed. */
  snapshot(digest: Sha256): Snapshot {
    const snapshot = this.#snapshots.get(digest);
    if (snapshot !== undefined) return snapshot;
    throw new InternalError('INTERNAL', `snapshot \`${digest}\` is not registered with the ledger`);
  }

  /**
   * The row of a record, under a surrogate that is drawn for it: sidecars hold the surrogate, so that whoever is erased here is erased of
   * every entry. A key may have several, for a writer never reads what another has drawn.
   */
  subject(recordKey: string): DictionaryRow {
    const known = this.#subjects.get(recordKey);
    if (known !== undefined) return known;
    if (this.#subjects.size >= REMEMBERED_MAX) {
      // Both: a row that was erased since must not be sent again.
      this.#subjects.clear();
      this.#storedSubjects.clear();
    }
    const digest = this.#entropy(SURROGATE_BYTES).toString('base64url');
    const row = { digest, text: storedKey(recordKey) };
    this.#subjects.set(recordKey, row);
    return row;
  }

  /** The row of a handling text. */
  handling(text: string): HandlingRow {
    const known = this.#handlings.get(text);
    if (known !== undefined) return known;
    // Rows travel as lines; a canonical handling is printable ASCII.
    if (text === '' || CONTROL_CHARACTER.test(text)) {
      throw new InternalError('INTERNAL', `no handling: ${JSON.stringify(text)}`);
    }
    if (this.#handlings.size >= REMEMBERED_MAX) this.#handlings.clear();
    const digest = handlingDigest(text);
    const row = { digest, text, spelling: spellHandling(digest) };
    this.#handlings.set(text, row);
    return row;
  }

  /** How entries spell a digest: most name the same policy, schema, snapshot and document as the one before. */
  spellingOf(digest: Sha256): string {
    const known = this.#spellings.get(digest);
    if (known !== undefined) return known;
    if (this.#spellings.size >= SPELLINGS_MAX) this.#spellings.clear();
    const spelling = spellDigest(digest);
    this.#spellings.set(digest, spelling);
    return spelling;
  }

  /** The row of what an operation was asked by; found again by the list itself, which is one object for all requests alike. */
  asked(coordinates: readonly string[]): DictionaryRow<Sha256> {
    const known = this.#asked.get(coordinates);
    if (known !== undefined) return known;
    const text = coordinates.join(' ');
    if (CONTROL_CHARACTER.test(text)) throw new InternalError('INTERNAL', `no coordinates: ${JSON.stringify(text)}`);
    const row = { digest: sha256Of(text), text };
    this.#asked.set(coordinates, row);
    return row;
  }

  /** What is not yet stored of all that these entries name. */
  missing(entries: readonly EntryReferences[]): NewRows {
    const handlings = new Map<string, DictionaryRow>();
    const profiles = new Map<string, DictionaryRow>();
    const snapshots = new Map<string, DictionaryRow>();
    const asked = new Map<string, DictionaryRow>();
    const subjects = new Map<string, DictionaryRow>();
    for (const entry of entries) {
      for (const row of entry.subjects) if (!this.#storedSubjects.has(row.digest)) subjects.set(row.digest, row);
      for (const row of entry.handlings) if (!this.#stored.has(row.digest)) handlings.set(row.digest, row);
      if (entry.profile !== null && !this.#stored.has(entry.profile.digest)) {
        profiles.set(entry.profile.digest, entry.profile);
      }
      if (entry.asked !== null && !this.#stored.has(entry.asked.digest)) asked.set(entry.asked.digest, entry.asked);
      const { snapshot } = entry;
      if (snapshot !== null && !this.#stored.has(snapshot.digest) && !snapshots.has(snapshot.digest)) {
        const whole = { digest: snapshot.digest, text: snapshotText(snapshot) };
        snapshots.set(snapshot.digest, (this.#base && differenceFrom(this.#base, whole)) ?? whole);
      }
    }
    return {
      handlings: sorted(handlings),
      profiles: sorted(profiles),
      snapshots: sorted(snapshots),
      asked: sorted(asked),
      subjects: [...subjects.values()],
    };
  }

  /** Remembers rows as stored; called only after the commit that holds them. */
  markStored({ handlings, profiles, snapshots, asked, subjects }: NewRows): void {
    for (const { digest } of subjects) this.#storedSubjects.add(digest);
    this.#base = snapshots.findLast(({ text }) => baseOf(text) === null) ?? this.#base;
    if (this.#stored.size >= REMEMBERED_MAX) this.#stored.clear();
    for (const { digest } of [...handlings, ...profiles, ...snapshots, ...asked]) this.#stored.add(digest);
  }
}

/** A record's key as it is stored: rows travel as lines, so a key with a line break in it is kept escaped. */
export const storedKey = (recordKey: string): string => JSON.stringify(recordKey).slice(1, -1);

function sorted(rows: ReadonlyMap<string, DictionaryRow>): DictionaryRow[] {
  return [...rows.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
}
