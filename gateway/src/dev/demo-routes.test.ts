import { mkdtempSync } from 'node:fs';
import { IncomingMessage, request as send } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { createTrustStore } from '@chancery/shared/subjects/trust-store';
import { verifyToken } from '@chancery/shared/subjects/verify-token';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { type HttpServer, startHttpServer } from '../stages/receive/http-server.js';
import { demoRoutes } from './demo-routes.js';
import { createTokenEndpoint } from './token-endpoint.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');
const issuer = openDevelopmentIssuer(mkdtempSync(join(tmpdir(), 'issuer-')));
const trust = createTrustStore(issuer.agreements);
let server: HttpServer;

beforeAll(async () => {
  server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes: demoRoutes(issuer, () => NOW, buildSchema('type Query { post: String }')),
    endpoints: new Map(),
    listsOrigin: () => false,
    failed: (error) => {
      throw error;
    },
  });
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

function call(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = send(`${server.url}${path}`, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const askFor = (input: unknown, headers: Record<string, string> = JSON_TYPE): Promise<Answer> =>
  call('POST', '/dev/token', headers, typeof input === 'string' ? input : JSON.stringify(input));

const codeOf = ({ body }: Answer): unknown => JSON.parse(body).errors[0].extensions.code;

describe('GET /', () => {
  it('serves the page under its content security policy', async () => {
    const { status, headers, body } = await call('GET', '/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).toContain('<title>Chancery</title>');
  });
});

describe('POST /dev/token', () => {
  it('gives a token that the trust agreements accept, with the persona’s purposes and no other', async () => {
    const { status, body } = await askFor({ as: 'deu.police' });
    const answer = JSON.parse(body);
    const verified = verifyToken(`Bearer ${answer.token}`, trust, NOW);

    expect(status).toBe(200);
    expect(verified.subject).toMatchObject({ represents: 'DEU', agency: 'DEU.police', kind: 'POLICE' });
    expect([...verified.purposes].sort()).toEqual([...answer.purposes].sort());
    expect(answer.persona.id).toBe('deu.police');
    expect(body).not.toContain('"d":');
  });

  it('gives a token for one purpose when asked', async () => {
    const { body } = await askFor({ as: 'deu.police', purpose: 'STATUS_CHECK' });
    const { token, purposes } = JSON.parse(body);
    expect(purposes).toEqual(['STATUS_CHECK']);
    expect(verifyToken(`Bearer ${token}`, trust, NOW).purposes).toEqual(['STATUS_CHECK']);
  });

  it('names the personas there are to whom asks for another', async () => {
    const answer = await askFor({ as: 'fra.police' });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'INPUT_INVALID']);
    expect(answer.body).toContain('deu.fire-service');
    expect(answer.body).not.toContain('token":');
  });

  it.each([
    ['a purpose of another', { as: 'deu.police', purpose: 'OVERSIGHT' }, 403, 'PURPOSE_NOT_ASSIGNED'],
    ['no persona', {}, 400, 'INPUT_INVALID'],
    ['more than a persona and a purpose', { as: 'deu.police', clearances: [] }, 400, 'INPUT_INVALID'],
    ['a persona of another type', { as: ['deu.police'] }, 400, 'INPUT_INVALID'],
    ['a name that objects inherit', { as: '__proto__' }, 400, 'INPUT_INVALID'],
    ['no JSON', '{', 400, 'REQUEST_MALFORMED'],
  ])('refuses %s', async (_, input, status, code) => {
    const answer = await askFor(input);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  it.each([
    ['a form of another site', { 'content-type': 'text/plain' }],
    ['a script of another site', { ...JSON_TYPE, origin: 'https://attacker.example' }],
    ['a sandboxed frame', { ...JSON_TYPE, origin: 'null' }],
    ['a site whose name resolves to this machine', { ...JSON_TYPE, host: 'attacker.example:4000' }],
    ['a name that only begins like this machine', { ...JSON_TYPE, host: '127.0.0.1.attacker.example' }],
  ])('refuses %s', async (_, headers) => {
    const answer = await askFor({ as: 'deu.police' }, headers);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'CSRF_REFUSED']);
    expect(answer.body).not.toContain('token');
  });

  it('is not there for a caller from elsewhere', async () => {
    const fromElsewhere = new IncomingMessage(new Socket());
    fromElsewhere.headers = { ...JSON_TYPE, host: '127.0.0.1' };
    const body = new TextEncoder().encode('{"as":"deu.police"}');
    const answer = await createTokenEndpoint(issuer, () => NOW)(fromElsewhere, body);

    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('token');
  });

  it('takes the page’s own origin', async () => {
    const { host } = new URL(server.url);
    const { status } = await askFor({ as: 'deu.police' }, { ...JSON_TYPE, origin: `http://${host}` });
    expect(status).toBe(200);
  });
});
