import type { NoteVerifier } from '@chancery/ledger/notes/note-key';
import { openNote, splitNote } from '@chancery/ledger/notes/signed-note';
import { request } from 'undici';
import type { Signed } from './log-notary.js';

/** A witness of an agency: where it takes checkpoints, and the key that it cosigns with. */
export interface WitnessAddress {
  readonly url: string;
  readonly verifier: NoteVerifier;
}

/** Gives the proof that the log at a size is the beginning of the log at another. */
export type ProveConsistency = (first: number, second: number) => Promise<readonly Buffer[]>;

const ANSWER_MAX_MS = 5_000;
const CONFLICT = 409;
const SIZE = /^(0|[1-9][0-9]{0,15})\n$/;

/** Asks one witness for cosignatures of one log (C2SP tlog-witness), and knows how far that witness has come. */
export class WitnessClient {
  readonly #address: WitnessAddress;
  readonly #prove: ProveConsistency;
  #cosigned = 0;

  constructor(address: WitnessAddress, prove: ProveConsistency) {
    this.#address = address;
    this.#prove = prove;
  }

  /** The witness's lines below that checkpoint; throws with what it said in their place. */
  async cosign(signed: Signed): Promise<string> {
    let answer = await this.#submit(signed);
    if (answer.status === CONFLICT && SIZE.test(answer.text)) {
      // It has come to another size than was thought: it says to which.
      this.#cosigned = Number(answer.text);
      answer = await this.#submit(signed);
    }
    if (answer.status !== 200) {
      throw new Error(`witness \`${this.#address.verifier.name}\` answered ${answer.status}: ${answer.text.trim()}`);
    }
    // Whatever else it sends is passed over; that its own signature is false is not.
    openNote(`${signed.note}${answer.text}`, [this.#address.verifier]);
    this.#cosigned = signed.size;
    return answer.text;
  }

  async #submit({ size, note }: Signed): Promise<{ readonly status: number; readonly text: string }> {
    const first = this.#cosigned;
    const proof = first > size ? [] : await this.#prove(first, size);
    const lines = [`old ${first}`, ...proof.map((hash) => hash.toString('base64'))];
    const { statusCode, body } = await request(new URL('add-checkpoint', this.#address.url), {
      method: 'POST',
      body: `${lines.join('\n')}\n\n${note}`,
      signal: AbortSignal.timeout(ANSWER_MAX_MS),
      // A connection of its own each time: a kept one would hold up a witness that is stopping.
      reset: true,
    });
    return { status: statusCode, text: await body.text() };
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
