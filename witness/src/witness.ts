import { type Checkpoint, parseCheckpoint } from '@chancery/ledger/notes/checkpoint';
import type { NoteSigner, NoteVerifier } from '@chancery/ledger/notes/note-key';
import { openCheckpoint } from '@chancery/ledger/notes/signed-checkpoint';
import { cosign, openNote, splitNote } from '@chancery/ledger/notes/signed-note';
import { verifyConsistency } from '@chancery/ledger/proofs';
import type { Clock } from '@chancery/shared/clock';
import type { Log } from '@chancery/shared/log';
import { parseAddCheckpoint } from './add-checkpoint.js';
import type { CheckpointMemory } from './kept-checkpoints.js';

export interface WitnessOptions {
  /** Each cosigns what follows; none of who only keeps it, as a mirror does before it holds the entries. */
  readonly signers: readonly NoteSigner[];
  /** Keys of the logs that are witnessed; a log is named by its origin, which is its keys' name. */
  readonly logs: readonly NoteVerifier[];
  readonly kept: CheckpointMemory;
  readonly clock: Clock;
  readonly log: Log;
}

/** An answer as C2SP tlog-witness has it. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly contentType: string;
  readonly body: string;
}

const text = (status: WitnessAnswer['status'], body: string): WitnessAnswer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body,
});
const MS = 1_000;
const TWO_ROOTS = 'two roots of one size are signed: a split view';

/**
 * Cosigns the checkpoints of logs that only grew (C2SP tlog-witness). It believes no log beyond its signature: a checkpoint that
 * does not follow from the one before it is never cosigned, is kept as evidence, and raises an alarm that stands until a person removes it.
 */
export class Witness {
  readonly #options: WitnessOptions;
  /** By origin: what is compared and what is kept is one step, or two answers would roll each other back. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(options: WitnessOptions) {
    this.#options = options;
  }

  /** Files with evidence against a log; none while all is well. */
  alarms(): string[] {
    const origins = new Set(this.#options.logs.map(({ name }) => name));
    return [...origins].flatMap((origin) => this.#options.kept.contradiction(origin) ?? []);
  }

  async addCheckpoint(body: string): Promise<WitnessAnswer> {
    const asked = parseAddCheckpoint(body);
    if (asked === null) return text(400, 'not a request for a cosignature\n');
    let claimed: Checkpoint;
    try {
      claimed = parseCheckpoint(splitNote(asked.note).text);
    } catch {
      return text(400, 'not a checkpoint\n');
    }
    const keys = this.#options.logs.filter(({ name }) => name === claimed.origin);
    if (keys.length === 0) return text(404, 'that log is not witnessed here\n');
    try {
      openCheckpoint(asked.note, keys);
    } catch {
      return this.#inTurn(claimed.origin, () => this.#refuse(claimed, asked.note, keys));
    }
    if (asked.old > claimed.size) return text(400, 'the old size is larger than the checkpoint\n');
    return this.#inTurn(claimed.origin, () => this.#compare(claimed, asked));
  }

  /** The last checkpoint of a log that was cosigned here; null when there is none. */
  latest(origin: string): string | null {
    return this.#options.logs.some(({ name }) => name === origin) ? this.#options.kept.latest(origin) : null;
  }

  /** What a log has not signed with each kind of its keys is not cosigned; two histories by one of them are two histories all the same. */
  async #refuse(claimed: Checkpoint, note: string, keys: readonly NoteVerifier[]): Promise<WitnessAnswer> {
    const latest = this.#options.kept.latest(claimed.origin);
    const known = latest === null ? null : parseCheckpoint(splitNote(latest).text);
    if (latest !== null && known?.size === claimed.size && !known.root.equals(claimed.root) && isSigned(note, keys)) {
      await this.#accuse(claimed, latest, note, TWO_ROOTS);
    }
    return text(403, 'that log has not signed it with each kind of its keys\n');
  }

  async #compare(
    claimed: Checkpoint,
    { old, proof, note }: { old: number; proof: readonly Buffer[]; note: string },
  ): Promise<WitnessAnswer> {
    const { kept } = this.#options;
    const latest = kept.latest(claimed.origin);
    const known = latest === null ? null : parseCheckpoint(splitNote(latest).text);
    // Whatever it says it follows: for one size there is one root.
    if (known !== null && latest !== null && known.size === claimed.size && !known.root.equals(claimed.root)) {
      await this.#accuse(claimed, latest, note, TWO_ROOTS);
      return text(409, `${known.size}\n`);
    }
    if (old !== (known?.size ?? 0)) {
      return { status: 409, contentType: 'text/x.tlog.size', body: `${known?.size ?? 0}\n` };
    }
    if (known === null || latest === null) {
      if (proof.length > 0) return text(422, 'nothing was cosigned that a proof could begin with\n');
    } else if (!verifyConsistency(proof, known, claimed)) {
      await this.#accuse(
        claimed,
        latest,
        note,
        'it is not shown to follow from what was cosigned: rewritten, or a false proof',
      );
      return text(422, 'the proof does not lead from what was cosigned to the checkpoint\n');
    }
    return this.#cosign(claimed, note);
  }

  async #cosign({ origin }: Checkpoint, note: string): Promise<WitnessAnswer> {
    const { signers, kept, clock } = this.#options;
    const { text: signed } = splitNote(note);
    const time = Math.floor(clock() / MS);
    const lines = signers.map((signer) => cosign(signed, signer, time)).join('');
    // Before it is given: what this witness has signed it must never forget.
    await kept.keep(origin, `${note}${lines}`);
    return text(200, lines);
  }

  async #accuse({ origin, size }: Checkpoint, cosigned: string, submitted: string, what: string): Promise<void> {
    const file = await this.#options.kept.keepContradiction(origin, cosigned, submitted);
    this.#options.log({ event: 'alarm', origin, size, message: what, evidence: file });
  }

  #inTurn(origin: string, work: () => Promise<WitnessAnswer>): Promise<WitnessAnswer> {
    const turn = (this.#turns.get(origin) ?? Promise.resolve()).then(work);
    this.#turns.set(
      origin,
      turn.catch(() => {}),
    );
    return turn;
  }
}

/** Whether any of these keys has signed it, and none falsely. */
function isSigned(note: string, keys: readonly NoteVerifier[]): boolean {
  try {
    return openNote(note, keys).signatures.length > 0;
  } catch {
    return false;
  }
}
