import { join } from 'node:path';
import type { KeyFolder } from '@chancery/ledger/notes/key-folder';
import { withLines } from '@chancery/ledger/notes/signed-checkpoint';
import { signNote } from '@chancery/ledger/notes/signed-note';
import { proveConsistency } from '@chancery/ledger/tiles/tile-proofs';
import type { Clock } from '@chancery/shared/clock';
import type { Log } from '@chancery/shared/log';
import { AlteredLog } from './altered.js';
import { keepCheckpointIn } from './kept-checkpoint.js';
import { LogNotary, type Signed } from './log-notary.js';
import { MirrorClient } from './mirror-client.js';
import { NotaryStore } from './notary-store.js';
import { type WitnessAddress, WitnessClient } from './witness-client.js';

export interface NotaryOptions {
  /** Login of the role that reads entries and writes checkpoints. */
  readonly connectionString: string;
  /** Name of the ledger; that of a log is this and its number. */
  readonly origin: string;
  readonly keys: KeyFolder;
  /** Remembers here what was signed last. */
  readonly folder: string;
  readonly witnesses: readonly WitnessAddress[];
  /** Who keeps the entries too, and cosigns what it holds. */
  readonly mirrors?: readonly WitnessAddress[];
  /** How often a checkpoint is published to whoever holds receipts: its size tells how busy all were. */
  readonly publishEveryMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** `altered` when the entries contradict what was signed or claimed, `unavailable` when they could not be read last. */
export type NotaryHealth = 'ok' | 'altered' | 'unavailable';

/** Cosigners that are asked together; mirrors apart from witnesses, for they take longer. */
interface Cosigners {
  readonly clients: readonly { cosign(signed: Signed): Promise<string> }[];
  /** Being asked. */
  asking: Promise<void> | null;
}

interface Watched {
  readonly notary: LogNotary;
  readonly cosigners: readonly Cosigners[];
  isAltered: boolean;
}

/** How often lines are put below a note that others put lines below. */
const ADDED_MAX = 5;

/** Recomputes and signs every log of one ledger, has it cosigned, and says when a checkpoint is for everybody. */
export class Notary {
  readonly #options: NotaryOptions;
  readonly #logs = new Map<number, Watched>();
  readonly store: NotaryStore;
  #isAway = true;

  constructor(options: NotaryOptions) {
    this.#options = options;
    this.store = new NotaryStore(options.connectionString);
  }

  get health(): NotaryHealth {
    if ([...this.#logs.values()].some(({ isAltered }) => isAltered)) return 'altered';
    return this.#isAway ? 'unavailable' : 'ok';
  }

  /** A text under the log's own keys. */
  sign(logId: number, text: string): string {
    return signNote(text, this.#options.keys.signersOf(this.#nameOf(logId), 'note'));
  }

  /** One round: every log that has grown is signed. Never throws. */
  async round(): Promise<void> {
    try {
      for (const [logId, head] of await this.store.heads()) {
        const watched = this.#logs.get(logId) ?? this.#watch(logId);
        if (!watched.isAltered) await this.#advance(logId, watched, head);
      }
      this.#isAway = false;
    } catch (error) {
      if (!this.#isAway) this.#options.log({ event: 'notary', message: `the ledger cannot be read: ${String(error)}` });
      this.#isAway = true;
    }
  }

  /** Resolves once all that were asked for a cosignature have answered. */
  async cosigned(): Promise<void> {
    await Promise.all([...this.#logs.values()].flatMap(({ cosigners }) => cosigners.map(({ asking }) => asking)));
  }

  async close(): Promise<void> {
    await this.cosigned();
    await this.store.close();
  }

  async #advance(logId: number, watched: Watched, head: Parameters<LogNotary['advance']>[1]): Promise<void> {
    try {
      const signed = await watched.notary.advance(this.store, head);
      for (const cosigners of signed === null ? [] : watched.cosigners) {
        cosigners.asking ??= this.#cosign(logId, watched.notary, cosigners).finally(() => {
          cosigners.asking = null;
        });
      }
      await this.#publish(logId, watched.notary.signed);
    } catch (error) {
      if (!(error instanceof AlteredLog)) throw error;
      watched.isAltered = true;
      this.#options.log({ event: 'alarm', message: `log ${logId} is signed no more: ${error.message}` });
    }
  }

  /** One witness that hangs or refuses holds up neither signing nor the others. */
  async #cosign(logId: number, { signed }: LogNotary, { clients }: Cosigners): Promise<void> {
    if (signed === null) return;
    const asked = await Promise.allSettled(clients.map((client) => client.cosign(signed)));
    const lines = asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    for (const each of asked) {
      if (each.status === 'rejected') this.#options.log({ event: 'witness', message: String(each.reason) });
    }
    if (lines.length > 0) await this.#addLines(logId, signed.size, lines.join('')).catch(() => {});
  }

  /** Witnesses and mirrors answer at different times, and below one note. */
  async #addLines(logId: number, size: number, lines: string): Promise<void> {
    for (let tries = 0; tries < ADDED_MAX; tries += 1) {
      const note = await this.store.noteOf(logId, size);
      if (note === null || (await this.store.replaceNote(logId, size, note, withLines(note, lines)))) return;
    }
  }

  async #publish(logId: number, signed: Signed | null): Promise<void> {
    if (signed === null) return;
    const { clock, publishEveryMs } = this.#options;
    const now = clock();
    const last = await this.store.checkpoint(logId, 'published');
    if (last?.publishedAt != null && Math.floor(last.publishedAt / publishEveryMs) === Math.floor(now / publishEveryMs))
      return;
    await this.store.publish(logId, signed.size, now);
  }

  #nameOf(logId: number): string {
    return `${this.#options.origin}/${logId}`;
  }

  #watch(logId: number): Watched {
    const { keys, folder, witnesses, mirrors = [], clock } = this.#options;
    const name = this.#nameOf(logId);
    const signers = [...keys.signersOf(name, 'note'), ...keys.signersOf(name, 'subtree')];
    const kept = keepCheckpointIn(join(folder, `log-${logId}.checkpoint`));
    const read = (level: number, index: number): Promise<Buffer> => this.store.tile(logId, level, index);
    const prove = (first: number, second: number): Promise<Buffer[]> => proveConsistency(read, first, second);
    const leaves = (first: number, end: number): Promise<string[]> => this.store.leaves(logId, first, end);
    const mirrored = { origin: name, prove, read, leaves };
    const watched: Watched = {
      notary: new LogNotary({ logId, origin: name, signers, clock, kept }),
      cosigners: [
        { clients: witnesses.map((address) => new WitnessClient(address, prove)), asking: null },
        { clients: mirrors.map((address) => new MirrorClient(address, mirrored)), asking: null },
      ],
      isAltered: false,
    };
    this.#logs.set(logId, watched);
    return watched;
  }
}
