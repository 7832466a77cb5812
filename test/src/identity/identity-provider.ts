import { type ChildProcess, fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { get, request } from 'node:https';
import { text } from 'node:stream/consumers';
import { LOCALHOST } from './localhost-certificate.js';

const SERVE = new URL('../../identity-provider/serve.mjs', import.meta.url);

/** An identity provider of another make, as a process. */
export interface IdentityProvider extends AsyncDisposable {
  readonly issuer: string;
  /** An access token from its token endpoint, by client credentials. */
  token(): Promise<string>;
  /** Signs with a key of this name from now on, and publishes no other. */
  rotate(kid: string): Promise<void>;
}

/** Starts one whose tokens claim this. */
export async function startIdentityProvider(claims: object, kid: string): Promise<IdentityProvider> {
  const child = fork(SERVE, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const told = async (message: object): Promise<{ issuer: string }> => {
    child.send(message);
    const [answer] = await once(child, 'message');
    return answer;
  };
  const { issuer } = await told({ tls: LOCALHOST, claims, keys: [keyNamed(kid)] });
  return {
    issuer,
    token: () => askForToken(issuer),
    rotate: async (next) => void (await told({ keys: [keyNamed(next)] })),
    [Symbol.asyncDispose]: () => stopped(child),
  };
}

/** Reads over TLS, trusting the certificate of this test. */
export async function readTrustingLocalhost(url: string): Promise<string> {
  const asked = get(url, { ca: LOCALHOST.cert });
  const [response] = await once(asked, 'response');
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
  return text(response);
}

async function askForToken(issuer: string): Promise<string> {
  const asked = request(`${issuer}/token`, {
    method: 'POST',
    ca: LOCALHOST.cert,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const secret = { client_id: 'officer', client_secret: 'of this test alone' };
  asked.end(new URLSearchParams({ grant_type: 'client_credentials', ...secret }).toString());
  const [response] = await once(asked, 'response');
  const body = await text(response);
  if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${body}`);
  return JSON.parse(body).access_token;
}

function keyNamed(kid: string): object {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'ES256' };
}

async function stopped(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.disconnect();
  await exited;
}
