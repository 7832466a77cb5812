import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withConnection } from '../../postgres/connect.js';
import { FeedClient } from '../testkit/feed-client.js';
import { profileFor, type RunningNotes, runNotes } from '../testkit/running-notes.js';
import { EventLog } from './event-log.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';
const CLOSED = 'l=-;rel=USA;nat=*;pur=*;own=CHANCERY.register';
const [A, B] = ['a', 'b'].map((letter) => `not_${letter.repeat(26)}`) as [string, string];

describe('the feed of a service', () => {
  let notes: RunningNotes;
  let feed: FeedClient;
  beforeAll(async () => {
    notes = await runNotes([
      { id: A, handling: OPEN, title: 'first' },
      { id: B, handling: CLOSED, title: 'hidden' },
    ]);
    feed = new FeedClient(notes.service.url, { audience: 'notes', key: notes.key, clock: () => notes.time.now });
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  const asOwner = (text: string) => withConnection(notes.database.ownerUrl, (client) => client.query(text));
  const stand = async (): Promise<number> => (await feed.ask(null)).answer?.head ?? -1;

  it('tells type, id, fields and handlings of a record that changed, and none of its values', async () => {
    const head = await stand();
    await asOwner(`update note set title = 'secret of ours', weight = 9 where id = '${B}'`);

    const { answer, text } = await feed.ask(head);

    const [event] = answer?.events ?? [];
    expect(event).toMatchObject({ seq: head + 1, type: 'Note', record: B });
    expect([...(event?.fields ?? [])].sort()).toEqual(['isHeavy', 'title', 'weight']);
    expect(answer?.handlings[String(event?.is)]).toBe(CLOSED);
    expect(answer).toMatchObject({ head: head + 1, upTo: head + 1 });
    expect(text).not.toContain('secret');
  });

  it('answers whoever waits as soon as there is an event, and each that waits', async () => {
    const head = await stand();
    const waiting = [feed.ask(head, 9_000), feed.ask(head, 9_000)];
    await asOwner(`update note set title = 'second' where id = '${A}'`);

    const began = performance.now();
    for (const { answer } of await Promise.all(waiting)) {
      expect(answer?.events.map(({ record }) => record)).toEqual([A]);
    }
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('tells of a record that was made after the service started, under a handling it had not known', async () => {
    const head = await stand();
    const handling = 'l=-;rel=AUT;nat=*;pur=*;own=CHANCERY.register';
    const made = `not_${'c'.repeat(26)}`;
    await notes.store([{ id: made, handling }]);

    const { answer } = await feed.ask(head, 5_000);

    expect(answer?.events).toMatchObject([{ record: made, was: null }]);
    expect(Object.values(answer?.handlings ?? {})).toEqual([handling]);
  });

  it('is told only to who signs for it, once, and for this body', async () => {
    const body = JSON.stringify({ after: 0, waitMs: 0 });
    const header = feed.sign(body);
    const context = notes.client.sign(profileFor('USA'), body);
    const stranger = new FeedClient(notes.service.url, {
      audience: 'notes',
      key: Buffer.alloc(32),
      clock: () => notes.time.now,
    });

    expect((await feed.send(body, null)).status).toBe(401);
    expect((await feed.send(body, context)).status).toBe(401);
    expect((await stranger.ask(0)).status).toBe(401);
    expect((await feed.send(JSON.stringify({ after: 1, waitMs: 0 }), header)).status).toBe(401);
    expect((await feed.send(body, header)).status).toBe(200);
    expect((await feed.send(body, header)).status).toBe(401);
  });

  it('hears of events again after its connections were cut, and until then finds them by looking', async () => {
    const head = await stand();
    await withConnection(notes.database.adminUrl, (admin) =>
      admin.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [
        `${notes.database.database}_loader`,
      ]),
    );
    await asOwner(`update note set title = 'after the cut' where id = '${A}'`);

    const { answer } = await feed.ask(head, 9_000);
    expect(answer?.events.map(({ record }) => record)).toEqual([A]);
  });

  it('keeps what somebody may come back to, and the last event however old it is', async () => {
    const log = new EventLog({ loaderUrl: notes.database.loaderUrl, log: () => undefined });
    await asOwner(`update event set at = now() - interval '2 days'`);
    await asOwner(`update note set title = 'of today' where id = '${A}'`);
    await log.trim();
    const kept = await log.read(0, 100);
    expect(kept).toMatchObject({ events: [{ record: A, seq: kept.head }] });

    await asOwner(`update event set at = now() - interval '2 days'`);
    await log.trim();
    expect((await log.read(null, 0)).head).toBe(kept.head);
    await log.close();
  });

  it('refuses what is no question', async () => {
    for (const body of ['{}', '[]', '{"after":-1,"waitMs":0}', '{"after":0,"waitMs":99999999}', 'x']) {
      expect((await feed.send(body, feed.sign(body))).status).toBe(400);
    }
  });
});

describe('an event of a subscription', () => {
  let notes: RunningNotes;
  beforeAll(async () => {
    notes = await runNotes([
      { id: A, handling: OPEN, title: 'first' },
      { id: B, handling: CLOSED, title: 'hidden' },
    ]);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  async function read(represents: string, event: string | null, filter: object | null = null) {
    const body = JSON.stringify({
      query: 'subscription ($filter: NoteFilter) { noteChanged(filter: $filter) { id title } }',
      variables: { filter },
      ...(event === null ? {} : { extensions: { event } }),
    });
    return notes.client.send(body, notes.client.sign(profileFor(represents), body));
  }

  it('is the record as the viewer sees it, and nothing for who does not see it', async () => {
    expect((await read('USA', B)).data).toEqual({ noteChanged: { id: B, title: 'hidden' } });
    expect((await read('DEU', B)).data).toEqual({ noteChanged: null });
    expect((await read('DEU', A)).data).toEqual({ noteChanged: { id: A, title: 'first' } });
  });

  it('passes a filter that reads values behind the masks of its viewer', async () => {
    const named = (title: string) => ({ title: { eq: title } });

    expect((await read('USA', B, named('hidden'))).data).toEqual({ noteChanged: { id: B, title: 'hidden' } });
    expect((await read('USA', B, named('other'))).data).toEqual({ noteChanged: null });
    expect((await read('DEU', B, named('hidden'))).data).toEqual({ noteChanged: null });
  });

  it('is refused for a call that names none, and absent for an id that is none', async () => {
    expect((await read('USA', null)).errors[0]?.extensions.code).toBe('REQUEST_MALFORMED');
    for (const event of ['', 'x', `not_${'u'.repeat(26)}`, `' or true --`]) {
      expect((await read('USA', event)).data).toEqual({ noteChanged: null });
    }
  });
});
