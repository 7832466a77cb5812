import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FeedAnswer, FeedEvent } from '@chancery/shared/feed/feed-wire';
import { afterEach, describe, expect, it } from '@jest/globals';
import { HandlingRegistry } from '../stages/execute/handling-registry.js';
import { FeedFollower } from './feed-follower.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';

const eventOf = (seq: number): FeedEvent => ({
  seq,
  type: 'Note',
  record: `r${seq}`,
  fields: ['title'],
  was: null,
  is: 1,
});
const answerOf = (upTo: number, events: readonly number[] = [], changes: Partial<FeedAnswer> = {}): string =>
  JSON.stringify({ head: upTo, upTo, events: events.map(eventOf), handlings: { 1: OPEN }, ...changes });

/** A service that says, in turn, what a test wants; after that it says nothing. */
class ScriptedFeed {
  readonly asked: (number | null)[] = [];
  readonly heard: number[] = [];
  readonly logged: string[] = [];
  wentBack = 0;
  readonly #server: Server;
  readonly #held: ServerResponse[] = [];
  follower: FeedFollower | null = null;

  constructor(readonly script: readonly (string | { readonly status: number; readonly body: string })[]) {
    this.#server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => this.#answer(JSON.parse(body), response));
    });
  }

  async follow(until: () => boolean): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    const handlings = new HandlingRegistry((message) => this.logged.push(message));
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (until()) resolve();
      };
      this.follower = new FeedFollower({
        subgraph: 'notes',
        endpoint: { url: `http://127.0.0.1:${port}/`, key: Buffer.alloc(32) },
        clock: Date.now,
        log: (line) => {
          this.logged.push(JSON.stringify(line));
          look();
        },
        learn: (subgraph, texts) => handlings.learn(subgraph, texts),
        heard: (events) => {
          this.heard.push(...events.map(({ seq }) => seq));
          look();
        },
        wentBack: () => {
          this.wentBack += 1;
          look();
        },
      });
    });
    return this;
  }

  async close(): Promise<void> {
    for (const response of this.#held) response.destroy();
    await this.follower?.close();
    this.#server.close();
  }

  #answer({ after }: { readonly after: number | null }, response: ServerResponse): void {
    const said = this.script[this.asked.length];
    this.asked.push(after);
    if (said === undefined) this.#held.push(response);
    else if (typeof said === 'string') response.end(said);
    else response.writeHead(said.status).end(said.body);
  }
}

describe('a feed that is followed', () => {
  let feed: ScriptedFeed;
  afterEach(() => feed.close());

  it('is asked for what follows the last that was heard, and never told twice', async () => {
    feed = new ScriptedFeed([answerOf(4), answerOf(6, [5, 6]), answerOf(9, [8])]);
    await feed.follow(() => feed.heard.includes(8));

    expect(feed.asked.slice(0, 3)).toEqual([null, 4, 6]);
    expect(feed.heard).toEqual([5, 6, 8]);
    expect(feed.follower?.position).toBe(9);
  });

  it.each([
    ['an error', { status: 500, body: '{}' }],
    ['no JSON', 'events'],
    ['JSON of another shape', '{"events":[]}'],
    ['an event without an id', answerOf(5, [], { events: [{ ...eventOf(5), record: '' }] })],
    [
      'more events than may be',
      answerOf(
        600,
        Array.from({ length: 501 }, (_, index) => index + 1),
      ),
    ],
    ['a value beside the event', answerOf(5, [], { events: [{ ...eventOf(5), title: 'secret' } as FeedEvent] })],
    ['another text for a handling that is known', answerOf(5, [5], { handlings: { 1: `${OPEN};t=public` } })],
    ['an answer without end', `${answerOf(5, [5])}${' '.repeat(9 * 1024 * 1024)}`],
  ])('that answers with %s is asked again from where it stood', async (_, answer) => {
    feed = new ScriptedFeed([answerOf(4), answer, answerOf(5, [5])]);
    await feed.follow(() => feed.heard.length > 0);

    expect(feed.asked.slice(0, 3)).toEqual([null, 4, 4]);
    expect(feed.heard).toEqual([5]);
    expect(feed.logged.join()).toContain('feed not heard');
  });

  it('that was put back to an older state says so to whoever counts on its numbers, and goes on from there', async () => {
    feed = new ScriptedFeed([answerOf(40), answerOf(7), answerOf(8, [8])]);
    await feed.follow(() => feed.heard.length > 0);

    expect(feed.wentBack).toBe(1);
    expect(feed.asked.slice(0, 3)).toEqual([null, 40, 7]);
    expect(feed.logged.join()).toContain('went back from 40 to 7');
  });

  it('that neither waits nor tells anything is not asked without end', async () => {
    feed = new ScriptedFeed([answerOf(4), ...Array.from({ length: 1_000 }, () => answerOf(4)), answerOf(5, [5])]);
    const began = performance.now();
    await feed.follow(() => feed.asked.length > 5);

    expect(feed.asked.length / (performance.now() - began)).toBeLessThan(0.2);
  });
});
