import { parseCheckpoint } from '@chancery/ledger/notes/checkpoint';
import type { NoteSigner } from '@chancery/ledger/notes/note-key';
import { signCheckpoint, withLines } from '@chancery/ledger/notes/signed-checkpoint';
import { openNote, splitNote } from '@chancery/ledger/notes/signed-note';
import type { TreeHead } from '@chancery/ledger/proofs';
import { type Tile, TileTree } from '@chancery/ledger/tiles/tile-tree';
import { type Edge, EMPTY_EDGE, leafHash, printPeaks, rootOf } from '@chancery/ledger/tree';
import type { Clock } from '@chancery/shared/clock';
import { AlteredLog } from './altered.js';
import type { KeptCheckpoint } from './kept-checkpoint.js';
import type { NotaryStore, StoredRetirement } from './notary-store.js';
import { Patrol } from './patrol.js';
import { signRetirement } from './retirement.js';

/** A checkpoint that was signed just now. */
export interface Signed extends TreeHead {
  readonly note: string;
}

export interface LogNotaryOptions {
  readonly logId: number;
  readonly origin: string;
  /** Every key of the log, of each kind. */
  readonly signers: readonly NoteSigner[];
  readonly clock: Clock;
  /** Remembers outside the database what was signed last. */
  readonly kept: KeptCheckpoint;
}

const ENTRIES_PER_PAGE = 2_000;
const MS = 1_000;
/** The first unescaped one is the entry's own: within a text of the caller quotes are escaped. */
const RECEIPT = /"receipt":"([A-Za-z0-9_-]{22})"/;

/**
 * Recomputes a log from the bytes of its entries and signs what it gives, and nothing else: not the head's word, nor the hashes
 * that the writer stored. What it signed before it holds against what it finds; on a contradiction it never signs that log again.
 */
export class LogNotary {
  readonly #options: LogNotaryOptions;
  #tree = new TileTree();
  /** What the tree must be at a size, by what was signed before this process began. */
  #claimed: TreeHead | null = null;
  #signed: Signed | null = null;
  #patrol: Patrol | null = null;
  /** What follows from entries that were read, and is not stored yet. */
  #unkept: { readonly tiles: readonly Tile[]; readonly first: number; readonly receipts: readonly string[] } | null =
    null;
  #isBegun = false;
  /** Where the entries that are kept begin, as far as it was looked at. */
  #kept: Edge = EMPTY_EDGE;

  constructor(options: LogNotaryOptions) {
    this.#options = options;
  }

  get signed(): Signed | null {
    return this.#signed;
  }

  /** Goes on to that head; gives the checkpoint when there is more to sign than before. Throws AlteredLog on a contradiction. */
  async advance(store: NotaryStore, head: Edge): Promise<Signed | null> {
    const { logId } = this.#options;
    const retired = await store.retired(logId);
    try {
      return await this.#advance(store, head, retired);
    } catch (error) {
      if (!(error instanceof AlteredLog)) throw error;
      // Entries that were retired while they were read: the next round begins behind them, and holds that against what was signed.
      if (((await store.retired(logId))?.end ?? 0) <= (retired?.end ?? 0)) throw error;
      this.#isBegun = false;
      return null;
    }
  }

  async #advance(store: NotaryStore, head: Edge, retired: StoredRetirement | null): Promise<Signed | null> {
    if (!this.#isBegun) await this.#begin(store, retired);
    if (head.size < Math.max(this.#claimed?.size ?? 0, this.#tree.edge.size)) {
      throw new AlteredLog(`it ends at ${head.size}, and more was signed: it was put back to an older state`);
    }
    await this.#keep(store);
    while (this.#tree.edge.size < head.size) await this.#readPage(store, head.size);
    // Where the head claims another history of the same entries, one of the two is false.
    if (!printPeaks(this.#tree.edge).equals(printPeaks(head))) {
      throw new AlteredLog(`its first ${head.size} entries do not give what its head claims`);
    }
    await this.#followRetirement(store, retired);
    await this.#watch(store);
    if (head.size === 0 || head.size === this.#signed?.size) return null;
    return this.#sign(store);
  }

  async #begin(store: NotaryStore, retired: StoredRetirement | null): Promise<void> {
    const stored = await store.checkpoint(this.#options.logId);
    const known = [this.#options.kept.read(), stored?.note ?? null].flatMap((note) => this.#openOwn(note));
    this.#claimed = known.reduce<TreeHead | null>((most, each) => (each.size > (most?.size ?? -1) ? each : most), null);
    const read = (level: number, index: number): Promise<Buffer> => store.tile(this.#options.logId, level, index);
    this.#tree = retired === null ? new TileTree() : await TileTree.restore(retired.edge, read);
    if (retired !== null && this.#claimed !== null && this.#claimed.size < retired.end) {
      throw new AlteredLog(`its entries before ${retired.end} are gone, and only ${this.#claimed.size} were signed`);
    }
    [this.#unkept, this.#patrol, this.#kept] = [null, null, EMPTY_EDGE];
    this.#compareWithClaim();
    this.#isBegun = true;
  }

  /** Where more entries were retired than when it was last looked: whether by order. */
  async #followRetirement(store: NotaryStore, retired: StoredRetirement | null): Promise<void> {
    if (retired === null || retired.end === this.#kept.size) return;
    const { logId, origin, signers } = this.#options;
    // C2SP has no signature by ML-DSA-44 over what is no checkpoint.
    const plain = signers.filter(({ verifier }) => verifier.kind === 'note');
    await signRetirement(store, retired, { logId, origin, signers: plain, edge: this.#tree.edge });
    // A round through entries of which some are gone has no end.
    [this.#kept, this.#patrol] = [retired.edge, null];
  }

  /** What this notary signed itself; what anybody else wrote into its places says nothing. */
  #openOwn(note: string | null): TreeHead[] {
    if (note === null) return [];
    try {
      const { text } = openNote(
        note,
        this.#options.signers.map(({ verifier }) => verifier),
      );
      return [parseCheckpoint(text)];
    } catch {
      return [];
    }
  }

  async #readPage(store: NotaryStore, end: number): Promise<void> {
    const first = this.#tree.edge.size;
    const claimed = this.#claimed?.size ?? 0;
    // A page ends where something was signed before, so that the two can be compared there.
    const stop = claimed > first ? Math.min(claimed, end) : end;
    const last = Math.min(first + ENTRIES_PER_PAGE, stop);
    const leaves = await store.leaves(this.#options.logId, first, last);
    if (leaves.length !== last - first) throw new AlteredLog(`entries between ${first} and ${last} are not there`);
    this.#tree.append(leaves.map((leaf) => leafHash(leaf)));
    const receipts = leaves.map((leaf) => RECEIPT.exec(leaf)?.[1] ?? '');
    this.#unkept = { tiles: this.#tree.takeChanged(), first, receipts };
    this.#compareWithClaim();
    await this.#keep(store);
  }

  async #keep(store: NotaryStore): Promise<void> {
    if (this.#unkept === null) return;
    const { tiles, first, receipts } = this.#unkept;
    await store.keep(this.#options.logId, tiles, first, receipts);
    this.#unkept = null;
  }

  #compareWithClaim(): void {
    const claimed = this.#claimed;
    if (claimed === null || claimed.size !== this.#tree.edge.size || rootOf(this.#tree.edge).equals(claimed.root))
      return;
    throw new AlteredLog(`its first ${claimed.size} entries are not those that were signed`);
  }

  async #sign(store: NotaryStore): Promise<Signed> {
    const { logId, origin, signers, clock, kept } = this.#options;
    const { size } = this.#tree.edge;
    const root = rootOf(this.#tree.edge);
    const stored = await store.checkpoint(logId);
    // With the cosignatures that it may have; whatever else stands in its place is replaced.
    const known =
      stored?.size === size && this.#openOwn(stored.note).some((own) => own.root.equals(root)) ? stored : null;
    const own = signCheckpoint({ origin, size, root }, signers, Math.floor(clock() / MS));
    // A key that was not there then signs what was signed before it.
    const note = known === null ? own : withLines(known.note, linesOf(own));
    // First outside the database: what is signed must not be forgotten by whoever holds the database.
    await kept.keep(note);
    if (note !== known?.note) await store.keepCheckpoint(logId, size, root, note);
    this.#signed = { size, root, note };
    return this.#signed;
  }

  /** Reads again, little by little, what was signed: what is altered after that is found before anybody verifies. */
  async #watch(store: NotaryStore): Promise<void> {
    if (this.#signed === null) return;
    this.#patrol ??= new Patrol(this.#options.logId, this.#signed, this.#kept);
    if (await this.#patrol.step(store)) this.#patrol = null;
  }
}

const linesOf = (note: string): string =>
  splitNote(note)
    .lines.map(({ line }) => `${line}\n`)
    .join('');
