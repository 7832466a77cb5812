import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';

interface FollowPage {
  eventsOf(body: AsyncIterable<Uint8Array>): AsyncIterable<unknown>;
  isSubscription(params: { operationName?: string }, document: unknown): boolean;
}

const page = {} as FollowPage;
const source = readFileSync(new URL('../../../src/dev/page/follow.js', import.meta.url), 'utf8');
new Function('page', source)(page);

/** A stream that is cut at each of its bytes. */
async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  for (const byte of new TextEncoder().encode(text)) yield Uint8Array.of(byte);
}

describe('a subscription on the page', () => {
  it('is read event by event, wherever its bytes are cut, until it is complete', async () => {
    const text =
      ':\n\nevent: next\nid: t\ndata: {"data":{"a":"é:"}}\n\n:\n\nevent: next\ndata: {"data":2}\n\nevent: complete\ndata:\n\nevent: next\ndata: 3\n\n';
    const events: unknown[] = [];
    for await (const event of page.eventsOf(bytesOf(text))) events.push(event);

    expect(events).toEqual([{ data: { a: 'é:' } }, { data: 2 }]);
  });

  it('is told from a query beside it', () => {
    const document = parse('query A { a } subscription B { b }');
    expect(page.isSubscription({ operationName: 'A' }, document)).toBe(false);
    expect(page.isSubscription({ operationName: 'B' }, document)).toBe(true);
    expect(page.isSubscription({}, parse('subscription { b }'))).toBe(true);
    expect(page.isSubscription({}, undefined)).toBe(false);
  });
});
