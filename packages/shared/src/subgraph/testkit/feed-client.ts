import { FEED_HEADER, FEED_PATH, type FeedAnswer, feedAnswerShape } from '../../feed/feed-wire.js';
import { type FeedParty, signQuestion } from '../../feed/signed-question.js';

/** What a feed answered. */
export interface FeedReply {
  readonly status: number;
  readonly answer: FeedAnswer | null;
  readonly text: string;
}

/** Asks a feed as the gateway does. */
export class FeedClient {
  #asked = 0;

  constructor(
    readonly url: string,
    readonly party: Omit<FeedParty, 'at'> & { readonly clock: () => number },
  ) {}

  /** The events after one; with null, where the feed stands. */
  async ask(after: number | null, waitMs = 0): Promise<FeedReply> {
    const body = JSON.stringify({ after, waitMs });
    return this.send(body, this.sign(body));
  }

  sign(body: string): string {
    this.#asked += 1;
    const { clock, ...party } = this.party;
    return signQuestion({ ...party, at: clock() }, Buffer.from(body), `question-${this.#asked}`);
  }

  async send(body: string, header: string | null): Promise<FeedReply> {
    const headers = { 'content-type': 'application/json', ...(header === null ? {} : { [FEED_HEADER]: header }) };
    const response = await fetch(new URL(FEED_PATH, this.url), { method: 'POST', headers, body });
    const text = await response.text();
    const parsed = response.ok ? feedAnswerShape.parse(JSON.parse(text)) : null;
    return { status: response.status, answer: parsed, text };
  }
}
