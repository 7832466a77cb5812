import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { type OutgoingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type Answer, codesOf } from './answer.js';

/** `fetch` joins the values of one header; this sends each in a line of its own. */
function sendDoubled(url: string, headers: OutgoingHttpHeaders): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const accept = 'application/graphql-response+json';
    const outgoing = request(
      `${url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json', accept, ...headers } },
      async (response) => {
        const text = (await response.toArray()).join('');
        resolve({ status: response.statusCode ?? 0, text, body: JSON.parse(text) });
      },
    );
    outgoing.once('error', reject);
    outgoing.end(JSON.stringify({ query: QUERY }));
  });
}

const QUERY = '{ missionByWikidataId(wikidataId: "Q875787") { city } }';

describe('tokens that must not be believed', () => {
  let mesh: Mesh;
  let claims: Record<string, unknown>;
  beforeAll(async () => {
    mesh = await startMesh();
    claims = jwt.decode(mesh.tokenOf('deu.police', 'THREAT_PREVENTION')) as Record<string, unknown>;
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  const send = (token: string | null) => mesh.withToken(token).query(QUERY);
  const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const unsigned = (header: object, payload: object): string =>
    [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

  it.each<[string, string, () => string | null]>([
    ['none at all', 'TOKEN_MISSING', () => null],
    ['no JWS', 'TOKEN_MALFORMED', () => 'abc'],
    [
      'a forged one',
      'TOKEN_SIGNATURE_INVALID',
      () => jwt.sign(claims, foreign, { algorithm: 'ES256', keyid: 'development' }),
    ],
    [
      'an expired one',
      'TOKEN_EXPIRED',
      () => mesh.tokenOf('deu.police', 'THREAT_PREVENTION', { now: Date.now() - 7_200_000 }),
    ],
    [
      'one of an unknown issuer',
      'ISSUER_UNKNOWN',
      () => jwt.sign({ ...claims, iss: 'https://idp.elsewhere.example' }, foreign, { algorithm: 'ES256' }),
    ],
    ['one without a signature', 'TOKEN_ALGORITHM_REFUSED', () => `${unsigned({ alg: 'none', typ: 'JWT' }, claims)}.`],
    [
      'one signed by HMAC with the public key',
      'TOKEN_ALGORITHM_REFUSED',
      () => {
        const signed = unsigned({ alg: 'HS256', typ: 'JWT', kid: 'development' }, claims);
        const pem = createPublicKey({ key: mesh.issuerPublicKey() as never, format: 'jwk' }).export({
          type: 'spki',
          format: 'pem',
        });
        return `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
      },
    ],
  ])('refuses %s with %s and no data', async (_name, code, make) => {
    const before = mesh.requestsToAll();
    const answer = await send(make());
    expect(answer.status).toBe(401);
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.body.data).toBeUndefined();
    expect(answer.text).not.toContain('Berlin');
    expect(mesh.requestsToAll()).toBe(before);
  });

  it('refuses a token for another audience', async () => {
    const answer = await send(mesh.signAsIssuer({ ...claims, aud: 'elsewhere' }));
    expect(answer.status).toBe(401);
    expect(codesOf(answer)).toEqual(['TOKEN_AUDIENCE_MISMATCH']);
  });

  it('refuses two of one header that says who asks, or for what, and alarms nobody', async () => {
    const token = mesh.tokenOf('deu.police', 'THREAT_PREVENTION');
    const other = mesh.tokenOf('deu.fire-service', 'PROTECT_LIFE');
    const doubled = (name: string, values: readonly string[]): Promise<Answer> =>
      sendDoubled(mesh.url, {
        ...(name === 'authorization' ? {} : { authorization: `Bearer ${token}` }),
        [name]: values,
      });

    const authorization = await doubled('authorization', [`Bearer ${token}`, `Bearer ${other}`]);
    expect([authorization.status, codesOf(authorization)]).toEqual([401, ['TOKEN_MALFORMED']]);
    for (const name of ['chancery-purpose', 'chancery-case', 'chancery-reason']) {
      const answer = await doubled(name, ['THREAT_PREVENTION', 'THREAT_PREVENTION']);
      expect([answer.status, codesOf(answer)]).toEqual([400, ['INPUT_INVALID']]);
      expect(await mesh.ledger.entryOf(answer)).toMatchObject({ kind: 'REFUSED', actor: { agency: 'DEU.police' } });
    }
  });

  it('asks for a purpose when the token has several, and refuses one that is not assigned', async () => {
    const several = mesh.tokenOf('deu.police');
    expect(codesOf(await mesh.withToken(several).query(QUERY))).toEqual(['PURPOSE_REQUIRED']);
    const answer = await mesh.withToken(several, { 'chancery-purpose': 'PROTECT_LIFE' }).query(QUERY);
    expect(answer.status).toBe(403);
    expect(codesOf(answer)).toEqual(['PURPOSE_NOT_ASSIGNED']);
  });
});
