import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealSnapshot } from '../snapshot/seal-snapshot.js';
import { prepareContext, signContext } from '../subjects/signed-context.js';
import { profileFor, type RunningNotes, runNotes } from './testkit/running-notes.js';

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
    const forged = notes.client.sign(viewer, QUERY, 'notes', randomBytes(32));
    const foreign = notes.client.sign(viewer, QUERY, 'intel');
    const other = notes.client.sign(viewer, INTROSPECTION);
    for (const context of [forged, foreign, other, `${forged}x`, 'x', 'a.b.c']) {
      expect(await refusal(QUERY, context)).toEqual([401, 'CONTEXT_INVALID']);
    }
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
    const contextWith = (policy: string, snapshot: { number: number; digest: string }) => {
      const shared = { profile: viewer, now: notes.time.now, trace: 't', schema: 's', action: 'read' as const };
      const call = { audience: 'notes', body: Buffer.from(QUERY), jti: 'x', key: notes.key };
      return signContext(prepareContext({ ...shared, policy, snapshot }), call);
    };
    const known = await notes.client.send(QUERY, contextWith('sha256:release', { number, digest }));
    expect(known.status).toBe(200);
    const refused = [401, 'CONTEXT_INVALID'];
    expect(await refusal(QUERY, contextWith('sha256:other', { number, digest }))).toEqual(refused);
    expect(await refusal(QUERY, contextWith('sha256:release', { number: number + 1, digest }))).toEqual(refused);
    expect(await refusal(QUERY, contextWith('sha256:release', { number, digest: `${digest}0` }))).toEqual(refused);
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
});
