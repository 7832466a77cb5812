import { listedDigestOf } from '@chancery/shared/subjects/listed-operations';
import type { TrustAgreement } from '@chancery/shared/subjects/trust-agreement';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';
import { serverAudits } from 'graphql-http';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type RawRequest, sendRaw } from '../testkit/send-raw.js';
import { codesOf } from './answer.js';

const PAGE = 'https://ui.bund.example';
const FIRE = `"""
The way in and out for a crew.
Purpose: PROTECT_LIFE
Basis: VCCR 31(2)
"""
query Fire { missionByWikidataId(wikidataId: "Q470042") { premises { floorPlan } } }`;
const PLACE = 'query Place { missionByWikidataId(wikidataId: "Q875787") { city } }';
const RESPONSE_JSON = 'application/graphql-response+json';

/** The police has a page, the fire service a list; the others have neither. */
function agreed(agreement: TrustAgreement): TrustAgreement {
  if (agreement.agencies.has('DEU.police')) return { ...agreement, origins: new Set([PAGE]) };
  if (!agreement.agencies.has('DEU.fire-service')) return agreement;
  const listed = { text: FIRE, purpose: 'PROTECT_LIFE', basis: 'VCCR 31(2)' } as const;
  return { ...agreement, operations: new Map([[listedDigestOf(FIRE), listed]]) };
}

let mesh: Mesh;
const logged: string[] = [];
beforeAll(async () => {
  mesh = await startMesh({ agreed, log: (line) => logged.push(JSON.stringify(line)) });
}, MESH_STARTS_WITHIN_MS);
afterAll(() => mesh.close());

const bearer = (persona = 'deu.police', purpose = 'THREAT_PREVENTION') => `Bearer ${mesh.tokenOf(persona, purpose)}`;
const send = ({ headers, ...request }: RawRequest) =>
  sendRaw(mesh.url, {
    ...request,
    headers: { authorization: bearer(), 'content-type': 'application/json', accept: RESPONSE_JSON, ...headers },
  });
const post = (body: unknown, headers: RawRequest['headers'] = {}) => send({ body: JSON.stringify(body), headers });
const get = (values: Record<string, string>, headers: RawRequest['headers'] = {}) =>
  sendRaw(mesh.url, {
    method: 'GET',
    target: `/graphql?${new URLSearchParams(values)}`,
    headers: { authorization: bearer(), accept: RESPONSE_JSON, ...headers },
  });

describe('GraphQL over HTTP, over an ordinary token', () => {
  const audits = serverAudits({
    url: () => `${mesh.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), authorization: bearer() } }),
  });

  it('has 61 audits', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});

describe('a GET', () => {
  it('gives what a POST gives', async () => {
    const posted = await post({ query: PLACE });
    const got = await get({ query: PLACE });
    expect(got.status).toBe(200);
    expect(got.body.data).toEqual(posted.body.data);
    expect(await mesh.ledger.entryOf(got)).toMatchObject({ kind: 'READ', api: { operation: 'Place' } });
  });

  it('never changes anything', async () => {
    const answer = await get({ query: 'mutation Change { __typename }' });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('POST');
    expect(codesOf(answer)).toEqual(['METHOD_NOT_ALLOWED']);
    expect(await mesh.ledger.entryOf(answer)).toMatchObject({ kind: 'REFUSED', api: { operation: 'Change' } });
  });

  it('without a token is refused as what a link could be', async () => {
    const { headers: _headers, ...answer } = await sendRaw(mesh.url, {
      method: 'GET',
      target: `/graphql?query=${encodeURIComponent(PLACE)}`,
    });
    expect(answer.status).toBe(403);
    expect(codesOf(answer)).toEqual(['CSRF_REFUSED']);
    expect(answer.text).not.toContain('Berlin');
  });

  it('leaves neither its variables nor its document in the log, whatever becomes of it', async () => {
    const query = 'query Said($x: String!) { missionByWikidataId(wikidataId: $x) { city canary } }';
    await get({ query, variables: '{"x":"canary-in-a-url"}' });
    await get({ query: PLACE, variables: '{"canary":' });
    await sendRaw(mesh.url, { method: 'GET', target: '/graphql?query=canary&%' });
    expect(logged.join('\n')).not.toContain('canary');
  });
});

describe('what is not served', () => {
  it.each<[string, unknown, string, number]>([
    ['a batch', [{ query: PLACE }], 'BATCH_NOT_SUPPORTED', 400],
    ['@defer', { query: '{ ... @defer { viewer { agency } } }' }, 'INCREMENTAL_NOT_SUPPORTED', 400],
    ['@stream', { query: '{ missions { edges @stream { cursor } } }' }, 'INCREMENTAL_NOT_SUPPORTED', 400],
  ])('is refused by name: %s', async (_what, body, code, status) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(codesOf(answer)).toEqual([code]);
    expect(await mesh.ledger.entryOf(answer)).toMatchObject({ kind: 'REFUSED' });
  });

  it('is a digest in the place of a document, in the words by which clients fall back', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: listedDigestOf(PLACE) } };
    for (const accept of [RESPONSE_JSON, 'application/json']) {
      const answer = await post({ operationName: 'Place', extensions }, { accept });
      expect(answer.status).toBe(accept === RESPONSE_JSON ? 400 : 200);
      expect(answer.body.errors).toEqual([
        { message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } },
      ]);
    }
    expect((await post({ query: PLACE, extensions })).status).toBe(200);
  });
});

describe('operations that an agreement lists', () => {
  const asFire = (body: object) => post(body, { authorization: bearer('deu.fire-service', 'PROTECT_LIFE') });

  it('are answered by text and by digest, and their basis stands in the entry', async () => {
    const sha256Hash = listedDigestOf(FIRE);
    for (const body of [
      { query: FIRE },
      { documentId: `sha256:${sha256Hash}` },
      { extensions: { persistedQuery: { version: 1, sha256Hash } } },
    ]) {
      const answer = await asFire(body);
      expect(answer.status).toBe(200);
      expect(await mesh.ledger.entryOf(answer)).toMatchObject({
        kind: 'READ',
        basis: { purpose: 'PROTECT_LIFE', stated: 'VCCR 31(2)' },
      });
    }
  });

  it('are the only ones', async () => {
    const before = mesh.requestsToAll();
    for (const body of [
      { query: PLACE },
      { query: `${FIRE} ` },
      { query: '{ __schema { queryType { name } } }' },
      { documentId: `sha256:${listedDigestOf(PLACE)}` },
    ]) {
      const answer = await asFire(body);
      expect(answer.status).toBe(403);
      expect(codesOf(answer)).toEqual(['OPERATION_NOT_LISTED']);
      expect(await mesh.ledger.entryOf(answer)).toMatchObject({ kind: 'REFUSED' });
    }
    expect(mesh.requestsToAll()).toBe(before);
  });
});

describe('a web page', () => {
  it('reads an answer when the agreement of its token lists it', async () => {
    const answer = await post({ query: PLACE }, { origin: PAGE });
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe(PAGE);
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    const refused = await post({ query: '{' }, { origin: PAGE });
    expect(refused.headers['access-control-allow-origin']).toBe(PAGE);
  });

  it('of another agency is refused before anything is read, and recorded', async () => {
    const before = mesh.requestsToAll();
    const authorization = bearer('gbr.foreign-ministry');
    const answer = await post({ query: PLACE }, { origin: PAGE, authorization });
    expect(answer.status).toBe(403);
    expect(codesOf(answer)).toEqual(['CSRF_REFUSED']);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(await mesh.ledger.entryOf(answer)).toMatchObject({ kind: 'REFUSED', actor: { represents: 'GBR' } });
    expect(mesh.requestsToAll()).toBe(before);
  });

  it('with a token that is not believed is told nothing that it could read', async () => {
    const answer = await post({ query: PLACE }, { origin: PAGE, authorization: 'Bearer x' });
    expect(answer.status).toBe(401);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('may ask whether it may, without a token', async () => {
    const headers = { origin: PAGE, 'access-control-request-method': 'POST' };
    const answer = await sendRaw(mesh.url, { method: 'OPTIONS', headers });
    expect(answer.status).toBe(204);
    expect(answer.headers['access-control-allow-origin']).toBe(PAGE);
    const other = { ...headers, origin: 'https://ui.elsewhere.example' };
    expect((await sendRaw(mesh.url, { method: 'OPTIONS', headers: other })).headers).not.toHaveProperty(
      'access-control-allow-origin',
    );
  });
});

describe('GET /schema.graphql', () => {
  const fetchSchema = (headers: NonNullable<RawRequest['headers']>) =>
    sendRaw(mesh.url, { method: 'GET', target: '/schema.graphql', headers });

  it('gives the schema that the caller is served, and is recorded', async () => {
    const answer = await fetchSchema({ authorization: bearer() });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    const schema = buildSchema(answer.text);
    const introspected = await post({ query: getIntrospectionQuery({ oneOf: true, specifiedByUrl: true }) });
    const told = buildClientSchema(introspected.body.data as never);
    expect(printSchema(lexicographicSortSchema(schema))).toBe(printSchema(lexicographicSortSchema(told)));
    for (const internal of [
      '@category',
      '@handled',
      '@inaccessible',
      'join__',
      'handling: ',
      'handlings: ',
      'HandlingNumber',
    ]) {
      expect(answer.text).not.toContain(internal);
    }
    const receipt = String(answer.headers['chancery-receipt']);
    const entry = await mesh.ledger.entryOf({ ...answer, body: { extensions: { audit: { receipt } } } });
    expect(entry).toMatchObject({ kind: 'READ', api: { operation: 'SchemaFile' } });
  });

  it('gives nothing without a token, or to who may send listed operations alone', async () => {
    expect((await fetchSchema({})).status).toBe(403);
    expect((await fetchSchema({ authorization: 'Bearer x' })).status).toBe(401);
    const listed = await fetchSchema({ authorization: bearer('deu.fire-service', 'PROTECT_LIFE') });
    expect(listed.status).toBe(403);
    expect(listed.text).not.toContain('type ');
  });
});

describe('what stands in headers', () => {
  it('names the trace: in the entry, and in what the operator reads', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const answer = await post({ query: PLACE }, { traceparent: `00-${trace}-00f067aa0ba902b7-01` });
    expect((await mesh.ledger.entryOf(answer)).api.trace).toBe(trace);
    const other = await post({ query: PLACE }, { traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` });
    expect((await mesh.ledger.entryOf(other)).api.trace).toMatch(/^(?!0+$)[0-9a-f]{32}$/);
  });

  it('asks for facts and acts up to a number, and gets no answer without them', async () => {
    const header = 'chancery-snapshot-at-least';
    const now = mesh.snapshotNumber;
    expect((await post({ query: PLACE }, { [header]: `${now}` })).status).toBe(200);
    const refused = await post({ query: PLACE }, { [header]: `${now + 1}` });
    expect(refused.status).toBe(503);
    expect(codesOf(refused)).toEqual(['SNAPSHOT_NOT_REACHED']);
    expect(refused.headers['retry-after']).toBe('1');
    const waiting = post({ query: PLACE }, { [header]: `${now + 1}` });
    mesh.publishSnapshot();
    expect((await waiting).status).toBe(200);
    mesh.setStale(true);
    expect((await post({ query: PLACE }, { [header]: `${now}` })).status).toBe(503);
    mesh.setStale(false);
  });

  it('has an answer compressed, and its data is the same', async () => {
    const query = '{ missions(first: 60) { edges { node { id city kind sendingState } } } }';
    const texts = ['identity', 'gzip', 'br'].map(async (encoding) => {
      const response = await fetch(`${mesh.url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: { authorization: bearer(), 'accept-encoding': encoding },
      });
      expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
      const { data } = (await response.json()) as { data: unknown };
      return JSON.stringify(data);
    });
    expect(new Set(await Promise.all(texts)).size).toBe(1);
  });
});
