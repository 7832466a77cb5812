import {
  packageRanges,
  printMirrorInfo,
  tileStart,
  type UploadHeader,
  UploadReader,
} from '@chancery/ledger/mirror/add-entries';
import { type Checkpoint, parseCheckpoint } from '@chancery/ledger/notes/checkpoint';
import type { NoteSigner, NoteVerifier } from '@chancery/ledger/notes/note-key';
import { cosign, openNote, splitNote } from '@chancery/ledger/notes/signed-note';
import { type LeafRange, verifySubtree } from '@chancery/ledger/proofs';
import { appendLeaves, EMPTY_EDGE, leafHash, rootOf } from '@chancery/ledger/tree';
import type { Clock, Instant } from '@chancery/shared/clock';
import type { Log } from '@chancery/shared/log';
import type { CheckpointMemory } from '../kept-checkpoints.js';
import { Witness } from '../witness.js';
import type { CopyStore } from './copy-store.js';
import { LogCopy } from './log-copy.js';

export interface MirrorOptions {
  /** Each cosigns what is held. */
  readonly signers: readonly NoteSigner[];
  /** Keys of the logs that are mirrored. */
  readonly logs: readonly NoteVerifier[];
  /** Checkpoints that entries are taken for. */
  readonly pending: CheckpointMemory;
  readonly storeOf: (origin: string) => CopyStore;
  readonly clock: Clock;
  readonly log: Log;
}

export interface MirrorAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** How long a log may have signed more than it gives: then it withholds it. */
export const WITHHELD_MS = 8_000;
/** Checkpoints before the last that an upload may still be for. */
const RECENT_MAX = 8;
/** Checkpoints that are remembered because their entries are not here. */
const PROMISED_MAX = 32;
const MS = 1_000;
const PLAIN = 'text/plain; charset=utf-8';
const plain = (status: number, body: string): MirrorAnswer => ({ status, contentType: PLAIN, body });

/** That a log has so many entries, by its own signature, which somebody has seen. */
interface Promised {
  readonly note: string;
  readonly size: number;
  readonly since: Instant;
}

interface Mirrored {
  readonly origin: string;
  readonly copy: LogCopy | null;
  /** Notes of pending checkpoints, by size. */
  readonly recent: Map<number, string>;
  /** Whose entries are not all here, in the order in which they were seen. */
  promised: readonly Promised[];
  /** What is wrong beyond a contradiction, in words. */
  alarm: string | null;
}

/**
 * Keeps whole logs (C2SP tlog-mirror): takes a checkpoint as a witness does, then the entries up to it, each tile of them with a proof, and cosigns
 * what it holds and has reckoned itself. It believes no log, and no other agency, beyond the log's signature.
 */
export class Mirror {
  readonly #options: MirrorOptions;
  readonly #witness: Witness;
  readonly #logs: ReadonlyMap<string, Mirrored>;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(options: MirrorOptions, logs: ReadonlyMap<string, Mirrored>) {
    this.#options = options;
    this.#logs = logs;
    const { logs: keys, pending, clock, log } = options;
    this.#witness = new Witness({ signers: [], logs: keys, kept: pending, clock, log });
  }

  /** Reckons every copy again before it takes anything. One that is not what was cosigned is mirrored no more until a person has looked. */
  static async open(options: MirrorOptions): Promise<Mirror> {
    const logs = new Map<string, Mirrored>();
    for (const { name: origin } of options.logs) {
      if (logs.has(origin)) continue;
      const recent = new Map<number, string>();
      const latest = options.pending.latest(origin);
      if (latest !== null) recent.set(parseCheckpoint(splitNote(latest).text).size, latest);
      try {
        logs.set(origin, {
          origin,
          copy: await LogCopy.open(options.storeOf(origin)),
          recent,
          promised: [],
          alarm: null,
        });
      } catch (error) {
        const alarm = `the copy is damaged: ${error instanceof Error ? error.message : error}`;
        options.log({ event: 'alarm', origin, message: alarm });
        logs.set(origin, { origin, copy: null, recent, promised: [], alarm });
      }
    }
    return new Mirror(options, logs);
  }

  /** What is wrong: evidence against a log, a damaged copy, entries that are withheld. None while all is well. */
  alarms(): string[] {
    const own = [...this.#logs.values()].flatMap((mirrored) => mirrored.alarm ?? this.#withheld(mirrored) ?? []);
    return [...this.#witness.alarms(), ...own];
  }

  /** The last checkpoint of a log that is held here whole; null when there is none. */
  latest(origin: string): string | null {
    return this.#logs.get(origin)?.copy?.note ?? null;
  }

  /** Takes the checkpoint that entries will be uploaded for; cosigns nothing. */
  async addCheckpoint(body: string): Promise<MirrorAnswer> {
    return this.#inTurn(async () => {
      const answer = await this.#witness.addCheckpoint(body);
      const note = body.slice(body.indexOf('\n\n') + 2);
      if (answer.status !== 200) {
        // Also what a witness passes over as too old: a log that was put back and goes on shows itself by its first other entry.
        await this.#compare(note).catch(() => {});
        return answer;
      }
      const { origin, size } = parseCheckpoint(splitNote(note).text);
      const mirrored = this.#logs.get(origin);
      if (mirrored === undefined) return answer;
      mirrored.recent.set(size, note);
      const [oldest] = mirrored.recent.keys();
      if (mirrored.recent.size > RECENT_MAX && oldest !== undefined) mirrored.recent.delete(oldest);
      this.#promise(mirrored, note, size);
      return answer;
    });
  }

  /** Takes entries up to a checkpoint, and cosigns it once all of them are here. */
  async addEntries(body: Buffer): Promise<MirrorAnswer> {
    return this.#inTurn(async () => {
      const reader = new UploadReader(body);
      const header = headerOf(reader);
      if (header === null) return plain(400, 'not an upload of entries\n');
      const mirrored = this.#logs.get(header.origin);
      if (mirrored === undefined) return plain(404, 'that log is not mirrored here\n');
      const { copy } = mirrored;
      if (copy === null || this.#witness.alarms().length > 0) return plain(503, 'a person has to look first\n');
      const note = mirrored.recent.get(header.end);
      const isPlaced = header.start <= copy.next && header.start >= tileStart(copy.next);
      // Where more is here than the checkpoint covers, it is not this one that can be reckoned.
      if (note === undefined || !isPlaced || header.end < copy.next) return this.#conflict(mirrored, copy);
      const before = copy.next;
      const tree = parseCheckpoint(splitNote(note).text);
      const isGenuine = await takePackages(reader, { header, copy, tree });
      if (!isGenuine) return plain(422, 'the entries are not those of the checkpoint\n');
      if (copy.next < header.end) {
        return copy.next > before
          ? { ...this.#conflict(mirrored, copy), status: 202 }
          : plain(400, 'no entries that could be taken\n');
      }
      return this.#commit(mirrored, copy, note);
    });
  }

  /** Compares what another agency was shown, by the log's own signature; keeps both where they cannot both be true. */
  async compare(note: string): Promise<void> {
    await this.#inTurn(() => this.#compare(note));
  }

  async #compare(note: string): Promise<void> {
    const { origin, size } = parseCheckpoint(splitNote(note).text);
    const mirrored = this.#logs.get(origin);
    if (mirrored === undefined || mirrored.copy === null) return;
    // By any key: what a log signed with one of two it has signed, though nobody has to believe it.
    openNote(
      note,
      this.#options.logs.filter(({ name }) => name === origin),
    );
    if (size > mirrored.copy.next) this.#promise(mirrored, note, size);
    else await this.#hold(mirrored, mirrored.copy, note);
  }

  async #hold({ origin }: Mirrored, copy: LogCopy, note: string): Promise<void> {
    const { size, root } = parseCheckpoint(splitNote(note).text);
    if ((await copy.rootAt(size)).equals(root)) return;
    const { pending, log } = this.#options;
    const evidence = await pending.keepContradiction(origin, copy.note ?? pending.latest(origin) ?? '', note);
    log({
      event: 'alarm',
      origin,
      size,
      message: 'the log has signed another history: a split view, or one put back',
      evidence,
    });
  }

  async #commit(mirrored: Mirrored, copy: LogCopy, note: string): Promise<MirrorAnswer> {
    const { signers, clock, log } = this.#options;
    const { size, root } = parseCheckpoint(splitNote(note).text);
    if (!(await copy.rootAt(size)).equals(root)) {
      mirrored.alarm = 'what was taken does not give the root that it was taken for';
      log({ event: 'alarm', origin: mirrored.origin, message: mirrored.alarm });
      return plain(503, 'a person has to look first\n');
    }
    const kept = mirrored.promised.filter((each) => each.size <= size);
    mirrored.promised = mirrored.promised.filter((each) => each.size > size);
    for (const each of kept) await this.#hold(mirrored, copy, each.note);
    if (this.#witness.alarms().length > 0) return plain(503, 'a person has to look first\n');
    const { text } = splitNote(note);
    const time = Math.floor(clock() / MS);
    const lines = signers.map((signer) => cosign(text, signer, time)).join('');
    await copy.commit(`${note}${lines}`);
    return plain(200, lines);
  }

  #promise(mirrored: Mirrored, note: string, size: number): void {
    if (mirrored.copy === null || size <= (mirrored.copy.checkpoint?.size ?? 0)) return;
    const text = splitNote(note).text;
    if (mirrored.promised.some((each) => splitNote(each.note).text === text)) return;
    // The first says since when something is withheld; of the others the last ones are enough.
    const [first, ...others] = mirrored.promised;
    const next = { note, size, since: this.#options.clock() };
    mirrored.promised = first === undefined ? [next] : [first, ...others.slice(1 - PROMISED_MAX), next];
  }

  #withheld({ origin, promised: [first] }: Mirrored): string | null {
    if (first === undefined || this.#options.clock() - first.since < WITHHELD_MS) return null;
    return `${origin} has signed ${first.size} entries, and withholds some of them`;
  }

  #conflict({ recent }: Mirrored, copy: LogCopy): MirrorAnswer {
    const pending = Math.max(0, ...recent.keys());
    const body = printMirrorInfo({ pending, next: copy.next, ticket: Buffer.alloc(0) });
    return { status: 409, contentType: 'text/x.tlog.mirror-info', body };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }
}

function headerOf(reader: UploadReader): UploadHeader | null {
  try {
    return reader.header();
  } catch {
    return null;
  }
}

/** Takes package after package, as far as they were sent whole; false once one is not of the log. */
async function takePackages(
  reader: UploadReader,
  { header, copy, tree }: { readonly header: UploadHeader; readonly copy: LogCopy; readonly tree: Checkpoint },
): Promise<boolean> {
  for (const range of packageRanges(header.start, header.end)) {
    if (reader.isAtEnd()) return true;
    const sent = sentOf(reader, range);
    // Cut off within a package: what came before it is kept.
    if (sent === null) return true;
    const begin = tileStart(range.start);
    const hashes = [
      ...copy.lastHashes().slice(0, range.start - begin),
      ...sent.entries.map((entry) => leafHash(entry)),
    ];
    const root = rootOf(appendLeaves(EMPTY_EDGE, hashes));
    if (!verifySubtree(sent.proof, { start: begin, end: range.end, root }, tree)) return false;
    await copy.append(sent.entries.slice(copy.next - range.start));
  }
  return true;
}

function sentOf(reader: UploadReader, { start, end }: LeafRange): ReturnType<UploadReader['package']> | null {
  try {
    return reader.package(end - start);
  } catch {
    return null;
  }
}
