import { request } from 'undici';
import type { Signed } from './log-notary.js';

/** Gives the proof that the log at a size is the beginning of the log at another. */
export type ProveConsistency = (first: number, second: number) => Promise<readonly Buffer[]>;

export interface Answer {
  readonly status: number;
  readonly text: string;
}

const ANSWER_MAX_MS = 5_000;
const CONFLICT = 409;
const SIZE = /^(0|[1-9][0-9]{0,15})\n$/;

/** Shows checkpoints of one log to one witness or mirror (C2SP tlog-witness, add-checkpoint), and knows how far that has come. */
export class CheckpointSender {
  readonly #url: string;
  readonly #prove: ProveConsistency;
  #seen = 0;

  constructor(url: string, prove: ProveConsistency) {
    this.#url = url;
    this.#prove = prove;
  }

  async send(signed: Signed): Promise<Answer> {
    let answer = await this.#submit(signed);
    if (answer.status === CONFLICT && SIZE.test(answer.text)) {
      // It has come to another size than was thought: it says to which.
      this.#seen = Number(answer.text);
      answer = await this.#submit(signed);
    }
    if (answer.status === 200) this.#seen = signed.size;
    return answer;
  }

  async #submit({ size, note }: Signed): Promise<Answer> {
    const first = this.#seen;
    const proof = first > size ? [] : await this.#prove(first, size);
    const lines = [`old ${first}`, ...proof.map((hash) => hash.toString('base64'))];
    const { statusCode, body } = await request(new URL('add-checkpoint', this.#url), {
      method: 'POST',
      body: `${lines.join('\n')}\n\n${note}`,
      signal: AbortSignal.timeout(ANSWER_MAX_MS),
      // A connection of its own each time: a kept one would hold up a witness that is stopping.
      reset: true,
    });
    return { status: statusCode, text: await body.text() };
  }
}
