import type { NoteVerifier } from '@chancery/ledger/notes/note-key';
import { requireEachKind } from '@chancery/ledger/notes/signed-checkpoint';
import { openNote } from '@chancery/ledger/notes/signed-note';
import { CheckpointSender, type ProveConsistency } from './checkpoint-sender.js';
import type { Signed } from './log-notary.js';

/** A witness or mirror of an agency: where it takes checkpoints, and the keys that it cosigns with. */
export interface WitnessAddress {
  readonly url: string;
  readonly verifiers: readonly NoteVerifier[];
}

/** Throws unless these lines have a true signature by each kind of key that is known of the cosigner. */
export function requireCosigned(note: string, lines: string, { verifiers }: WitnessAddress): void {
  requireEachKind(verifiers, openNote(`${note}${lines}`, verifiers).signatures);
}

/** What a cosigner is called. */
export const nameOf = ({ verifiers: [first] }: WitnessAddress): string => first?.name ?? 'nobody';

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
      throw new Error(`witness \`${nameOf(this.#address)}\` answered ${status}: ${text.trim()}`);
    }
    // Whatever else it sends is passed over; that its own signature is false is not.
    requireCosigned(signed.note, text, this.#address);
    return text;
  }
}
