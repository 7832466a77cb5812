import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Sha256, sha256Of } from '../../brands.js';
import { withConnection } from '../../postgres/connect.js';
import { sealSnapshot } from '../../snapshot/seal-snapshot.js';
import { onSleep } from '../testkit/note.resolver.js';
import { profileFor, RELEASE, type RunningNotes, runNotes } from '../testkit/running-notes.js';
import { HEALTH_MAX_MS } from './database-health.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';
const ID = `not_${'0'.repeat(26)}`;
const CANARY = 'CANARY-7f3c';
const QUERY = JSON.stringify({ query: '{ notes { edges { node { id title } } } }' });
const INTROSPECTION = JSON.stringify({ query: '{ __schema { types { name } } }' });
const viewer = profileFor('URY');

describe('a subgraph', () => {
  let notes: RunningNotes;
  beforeAll(async () => {
    notes = await runNotes([{ id: ID, handling: OPEN, title: CANARY }]);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  async function refusal(body: string, context?: string) {
    const before = notes.service.requests();
    const answer = await notes.client.send(body, context);
    expect(answer.text).not.toContain(CANARY);
    expect(answer.data).toBeUndefined();
    expect(notes.service.requests()).toBe(before);
    return [answer.status, answer.errors[0]?.extensions.code];
  }

  it('answers a call that the gateway signed, and counts it', async () => {
    const answer = await notes.client.send(QUERY, notes.client.sign(viewer, QUERY));
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ notes: { edges: [{ node: { id: ID, title: CANARY } }] } });
    expect(notes.service.requests()).toBe(1);
  });

  it('answers nothing without a context, introspection included', async () => {
    expect(await refusal(QUERY)).toEqual([401, 'CONTEXT_INVALID']);
    expect(await refusal(INTROSPECTION)).toEqual([401, 'CONTEXT_INVALID']);
    const health = await fetch(`${notes.service.url}health`);
    expect([health.status, await health.text()]).toEqual([200, '{"status":"ok"}']);
    const page = await fetch(notes.service.url, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(405);
    expect(await page.text()).not.toContain('<');
  });

  it('refuses a forged context, that of another subgraph, and one for another body', async () => {
    const forged = notes.client.sign(viewer, QUERY, { key: randomBytes(32) });
    const foreign = notes.client.sign(viewer, QUERY, { audience: 'intel' });
    const other = notes.client.sign(viewer, INTROSPECTION);
    for (const context of [forged, foreign, other, `${forged}x`, 'x', 'a.b.c']) {
      expect(await refusal(QUERY, context)).toEqual([401, 'CONTEXT_INVALID']);
    }
  });

  it('answers a context once: the same call again is refused, and so is another under its number', async () => {
    const context = notes.client.sign(viewer, QUERY, { jti: 'once' });
    expect((await notes.client.send(QUERY, context)).status).toBe(200);
    expect(await refusal(QUERY, context)).toEqual([401, 'CONTEXT_INVALID']);
    expect(await refusal(QUERY, notes.client.sign(viewer, QUERY, { jti: 'once' }))).toEqual([401, 'CONTEXT_INVALID']);
    // Two at once are one too many.
    const raced = notes.client.sign(viewer, QUERY);
    const answers = await Promise.all([1, 2, 3].map(() => notes.client.send(QUERY, raced)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it('does not spend a context on a call that it refuses', async () => {
    const context = notes.client.sign(viewer, QUERY);
    expect(await refusal(INTROSPECTION, context)).toEqual([401, 'CONTEXT_INVALID']);
    expect((await notes.client.send(QUERY, context)).status).toBe(200);
  });

  it('refuses a context for another schema, of another time, past its deadline, or for writing', async () => {
    const { now } = notes.time;
    const refused = [401, 'CONTEXT_INVALID'];
    for (const changes of [
      { schema: sha256Of('other') },
      { now: 0, deadline: 10_000 },
      { now: now + 60_000, deadline: now + 70_000 },
      { deadline: now },
    ]) {
      expect(await refusal(QUERY, notes.client.sign(viewer, QUERY, changes))).toEqual(refused);
    }
    const writing = await notes.client.send(QUERY, notes.client.sign(viewer, QUERY, { action: 'write' }));
    expect([writing.status, writing.errors[0]?.extensions.code, writing.data]).toEqual([...refused, undefined]);
    expect(writing.text).not.toContain(CANARY);
  });

  it('begins no statement after the deadline, and has no line in the log for each that was still to come', async () => {
    const before = notes.logged.length;
    const body = JSON.stringify({ query: '{ first: sleeps second: sleeps third: notes { totalCount } }' });
    const deadline = notes.time.now + 5000;
    const begun: string[] = [];
    const stopped = onSleep(() => {
      begun.push('sleep');
      notes.time.now = deadline;
    });
    const { data, errors } = await notes.client.send(body, notes.client.sign(viewer, body, { deadline }));
    stopped();

    expect(begun).toHaveLength(1);
    expect(data).toEqual({ first: 'slept', second: null, third: { totalCount: null } });
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['second'], 'DEADLINE_EXCEEDED'],
      [['third', 'totalCount'], 'DEADLINE_EXCEEDED'],
    ]);
    expect(notes.logged.slice(before)).toEqual([]);
  });

  it('begins no statement for a caller that has hung up', async () => {
    const own = await runNotes([]);
    const body = JSON.stringify({ query: `{ ${Array.from({ length: 40 }, (_, n) => `s${n}: sleeps`).join(' ')} }` });
    const hangUp = new AbortController();
    let begun = 0;
    const stopped = onSleep(() => {
      begun += 1;
      hangUp.abort();
    });
    const headers = { 'content-type': 'application/json', 'chancery-context': own.client.sign(viewer, body) };
    const sent = fetch(own.service.url, { method: 'POST', body, headers, signal: hangUp.signal });
    await expect(sent).rejects.toThrow('aborted');
    // Closing waits for what has begun.
    await own[Symbol.asyncDispose]();
    stopped();

    expect(begun).toBeGreaterThan(0);
    expect(begun).toBeLessThan(20);
  });

  it('refuses a context after its time, and accepts it until then', async () => {
    const context = notes.client.sign(viewer, QUERY);
    notes.time.now += 4_999;
    expect((await notes.client.send(QUERY, context)).status).toBe(200);
    notes.time.now += 1;
    expect(await refusal(QUERY, context)).toEqual([401, 'CONTEXT_INVALID']);
  });

  it('refuses a decision by a snapshot or a policy that it does not have', async () => {
    const { number, digest } = notes.snapshots.view(notes.time.now).snapshot;
    const contextWith = (policy: Sha256, snapshot: { number: number; digest: Sha256 }) =>
      notes.client.sign(viewer, QUERY, { policy, snapshot });
    const known = await notes.client.send(QUERY, contextWith(RELEASE, { number, digest }));
    expect(known.status).toBe(200);
    const refused = [401, 'CONTEXT_INVALID'];
    expect(await refusal(QUERY, contextWith(sha256Of('other'), { number, digest }))).toEqual(refused);
    expect(await refusal(QUERY, contextWith(RELEASE, { number: number + 1, digest }))).toEqual(refused);
    expect(await refusal(QUERY, contextWith(RELEASE, { number, digest: sha256Of(digest) }))).toEqual(refused);
  });

  it('knows a snapshot as soon as the source has it', async () => {
    notes.snapshots.replace(sealSnapshot({ number: 2, facts: [], acts: [] }));
    const answer = await notes.client.send(QUERY, notes.client.sign(viewer, QUERY));
    expect(answer.status).toBe(200);
  });

  it('says what is wrong in constant words, without a name of ours or a suggestion', async () => {
    const wrong = await notes.client.query(viewer, '{ notez { edges { cursor } } }');
    expect(wrong.errors.map(({ extensions }) => extensions.code)).toEqual(['DOCUMENT_INVALID']);
    expect(wrong.text).not.toMatch(/notes|Did you mean/);

    const failed = await notes.client.query(viewer, '{ fails }');
    expect(failed.errors).toEqual([{ message: 'internal error', path: ['fails'], extensions: { code: 'INTERNAL' } }]);
    expect(failed.text).not.toContain('secret_of_ours');
    expect(notes.logged.join()).toContain('secret_of_ours');
  });

  it('refuses a body that is no request or too long', async () => {
    for (const body of ['', '{', '[]', '"x"', '{"query":7}']) {
      const answer = await notes.client.send(body, notes.client.sign(viewer, body));
      expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, 'REQUEST_MALFORMED']);
    }
    const long = JSON.stringify({ query: '{ note(id: "x") { id } }', variables: { x: 'x'.repeat(1024 * 1024) } });
    expect(await refusal(long, notes.client.sign(viewer, long))).toEqual([413, 'LIMIT_EXCEEDED']);
  });

  it('keeps answering after a call that failed in the database', async () => {
    for (let call = 0; call < 12; call += 1) await notes.client.query(viewer, '{ fails }');
    const answer = await notes.client.query(viewer, '{ notes { totalCount } }');
    expect(answer.data).toEqual({ notes: { totalCount: 1 } });
  });

  it('is not well while somebody holds a lock on one of its tables, and is again when it is let go', async () => {
    const health = async () => (await fetch(`${notes.service.url}health`)).status;
    expect(await health()).toBe(200);
    for (const table of ['note', 'note_tag']) {
      await withConnection(notes.database.ownerUrl, async (owner) => {
        await owner.query(`begin; lock table ${table} in access exclusive mode`);
        const begun = performance.now();
        expect(await health()).toBe(503);
        // Its own limit, and as much again for a busy machine.
        expect(performance.now() - begun).toBeLessThan(HEALTH_MAX_MS);
        await owner.query('rollback');
      });
      expect(await health()).toBe(200);
    }
  });
});
