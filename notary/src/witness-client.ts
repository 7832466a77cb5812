import type { NoteVerifier } from '@chancery/ledger/notes/note-key';
import { openNote, splitNote } from '@chancery/ledger/notes/signed-note';
import { CheckpointSender, type ProveConsistency } from './checkpoint-sender.js';
import type { Signed } from './log-notary.js';

/** A witness or mirror of an agency: where it takes checkpoints, and the key that it cosigns with. */
export interface WitnessAddress {
  readonly url: string;
  readonly verifier: NoteVerifier;
}

/** Asks one witness for cosignatures of one log (C2SP tlog-witness). */
export class WitnessClient {
  readonly #address: WitnessAddress;
  readonly #sender: CheckpointSender;

  constructor(address: WitnessAddress, prove: ProveConsistency) {
    this.#address = address;
    this.#sender = new CheckpointSender(address.url, prove);
  }

  /** The witness's lines below that checkpoint; throws with what it said in their place. */
  async cosign(signed: Signed): Promise<string> {
    const { status, text } = await this.#sender.send(signed);
    if (status !== 200) {
      throw new Error(`witness \`${this.#address.verifier.name}\` answered ${status}: ${text.trim()}`);
    }
    // Whatever else it sends is passed over; that its own signature is false is not.
    openNote(`${signed.note}${text}`, [this.#address.verifier]);
    return text;
  }
}

/** A note with further signature lines below it; a line that is there already is not put twice. */
export function withLines(note: string, lines: string): string {
  const known = new Set(splitNote(note).lines.map(({ name, id }) => `${name} ${id}`));
  const added = splitNote(`${splitNote(note).text}\n${lines}`).lines.filter(
    ({ name, id }) => !known.has(`${name} ${id}`),
  );
  return `${note}${added.map(({ line }) => `${line}\n`).join('')}`;
}
