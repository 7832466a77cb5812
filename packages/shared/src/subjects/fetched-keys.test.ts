import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exampleAgreement } from './agreement-example.js';
import { FETCHED_KEYS, FetchedKeys } from './fetched-keys.js';
import { readOverHttps } from './published-keys.js';
import { parseTrustAgreement, type TrustAgreement } from './trust-agreement.js';

const ISSUER = 'https://idp.a.example';
const PLACE = `${ISSUER}/keys`;
const agreed = (changes: object): TrustAgreement =>
  parseTrustAgreement({ ...exampleAgreement(), issuer: ISSUER, jwks: null, jwksUri: PLACE, ...changes });
const keyOf = (kid: string, more: object = {}): object => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', ...more };
};
const setOf = (...keys: object[]): string => JSON.stringify({ keys });
const kidsOf = ({ keys }: TrustAgreement): string[] | null => keys && [...keys.keys()];

describe('keys that an issuer publishes', () => {
  let now: number;
  let lines: string[];
  let asked: string[];
  let published: Record<string, string>;
  let keys: FetchedKeys;
  beforeEach(() => {
    [now, lines, asked, published] = [0, [], [], { [PLACE]: setOf(keyOf('k1')) }];
    keys = new FetchedKeys({
      clock: () => now,
      log: ({ message }) => lines.push(String(message)),
      read: async (url) => {
        asked.push(url);
        const text = published[url];
        if (text === undefined) throw new Error('status 404');
        return text;
      },
    });
  });
  afterEach(() => keys[Symbol.asyncDispose]());

  it('fill its agreement, which stays the same object until one of the two changes', async () => {
    const agreement = agreed({});
    keys.follow([agreement]);
    expect(await keys.lookFor(ISSUER, 'k1')).toBe(true);
    const filled = keys.filled(agreement);
    expect(kidsOf(filled)).toEqual(['k1']);

    await keys.fetchAll();
    expect(keys.filled(agreement)).toBe(filled);

    published[PLACE] = setOf(keyOf('k2'));
    await keys.fetchAll();
    expect(kidsOf(keys.filled(agreement))).toEqual(['k2']);
  });

  it('serve on when the agreement is narrowed, and not when it names another place or other algorithms', async () => {
    keys.follow([agreed({})]);
    await keys.fetchAll();
    const narrowed = agreed({ ceiling: { USA: 1 } });
    keys.follow([narrowed]);
    expect([kidsOf(keys.filled(narrowed)), keys.filled(narrowed).ceiling.get('USA')]).toEqual([['k1'], 1]);

    for (const changes of [{ jwksUri: `${ISSUER}/others` }, { algorithms: ['RS256'] }]) {
      const other = agreed(changes);
      keys.follow([other]);
      expect(keys.filled(other).keys).toBeNull();
    }
    keys.follow([]);
    expect(keys.filled(narrowed).keys).toBeNull();
  });

  it('serve a day when their issuer cannot be reached, and not a moment longer; the log says it once', async () => {
    const agreement = agreed({});
    keys.follow([agreement]);
    await keys.fetchAll();
    published = {};
    now = FETCHED_KEYS.serveMs - 1;
    await keys.fetchAll();
    await keys.fetchAll();
    expect(kidsOf(keys.filled(agreement))).toEqual(['k1']);
    now += 1;
    expect(keys.filled(agreement).keys).toBeNull();
    expect(lines).toEqual([`${ISSUER} signs with k1`, `the keys of ${ISSUER} cannot be fetched: status 404`]);
  });

  it('are looked for once in a while for a name that is not held, and never for one that is', async () => {
    keys.follow([agreed({})]);
    await keys.fetchAll();
    asked = [];
    expect(await keys.lookFor(ISSUER, 'k1')).toBe(false);
    expect(asked).toEqual([]);

    now += FETCHED_KEYS.askedAgainMs;
    const looked = await Promise.all(['x', 'y', 'z'].map((kid) => keys.lookFor(ISSUER, kid)));
    expect([looked, asked.length]).toEqual([[false, false, false], 1]);
    expect(await keys.lookFor('https://idp.b.example', 'x')).toBe(false);
  });

  it('are passed over when they are for something else, and none is held when none serves', async () => {
    const agreement = agreed({});
    keys.follow([agreement]);
    published[PLACE] = setOf(keyOf('sig'), keyOf('enc', { use: 'enc' }), { kty: 'oct', kid: 'secret', k: 'AAAA' });
    await keys.fetchAll();
    expect(kidsOf(keys.filled(agreement))).toEqual(['sig']);

    published[PLACE] = setOf(keyOf('enc', { use: 'enc' }));
    await keys.fetchAll();
    expect(kidsOf(keys.filled(agreement))).toEqual(['sig']);
    expect(lines.at(-1)).toContain('none serves: is not for signatures');
  });

  it('are taken from where the metadata of the issuer says, and from nowhere when it is that of another', async () => {
    const agreement = agreed({ jwksUri: null, discovery: true });
    const metadata = `${ISSUER}/.well-known/openid-configuration`;
    published[metadata] = JSON.stringify({ issuer: ISSUER, jwks_uri: PLACE });
    keys.follow([agreement]);
    await keys.fetchAll();
    expect(kidsOf(keys.filled(agreement))).toEqual(['k1']);

    for (const other of [
      { issuer: 'https://idp.b.example', jwks_uri: PLACE },
      { issuer: ISSUER, jwks_uri: 'http://idp.a.example/keys' },
    ]) {
      asked = [];
      published[metadata] = JSON.stringify(other);
      await keys.fetchAll();
      expect(asked).toEqual([metadata]);
    }
  });
});

describe('a document of an issuer', () => {
  let server: Server;
  let url: string;
  beforeEach(async () => {
    server = createServer((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
      else if (request.url === '/long') response.end('x'.repeat(300 * 1024));
      else if (request.url === '/gone') response.writeHead(404).end();
      else response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => void server.close());

  it('is read whole, and refused when it is elsewhere, too long or not there', async () => {
    expect(await readOverHttps(url)).toBe('{}');
    await expect(readOverHttps(`${url}/moved`)).rejects.toThrow();
    await expect(readOverHttps(`${url}/long`)).rejects.toThrow('longer than');
    await expect(readOverHttps(`${url}/gone`)).rejects.toThrow('status 404');
  });
});
