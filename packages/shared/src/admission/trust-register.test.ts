import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { Pool } from 'undici';
import { ClientError, InternalError } from '../errors.js';
import { askSigned } from '../law/signed-exchange.js';
import { exampleAgreement } from '../subjects/agreement-example.js';
import { parseTrustAgreement } from '../subjects/trust-agreement.js';
import { createTrustStore } from '../subjects/trust-store.js';
import { VerifiedTokens } from '../subjects/verified-tokens.js';
import { AGREEMENTS_KNOWN_MS } from './agreement-follower.js';
import { AGREEMENTS, type ToldAgreement } from './agreement-wire.js';
import { type AgreementServer, serveAgreements } from './testkit/agreement-server.js';
import { TrustRegister } from './trust-register.js';

const KEY = new Uint8Array(32).fill(9);
const NOW = Date.parse('2026-09-21T12:00:00Z');
const IN_TIME_MS = 60_000;
const pairs = {
  first: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  second: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
};
type KeyName = keyof typeof pairs;
const jwksOf = (name: KeyName) => ({
  keys: [{ ...createPublicKey(pairs[name].privateKey).export({ format: 'jwk' }), kid: 'k1', use: 'sig' }],
});

const FILED = 'https://filed.usa.example';
const BOTH = 'https://both.usa.example';
const REGISTERED = 'https://registered.usa.example';
const KEEPER = 'https://idp.chancery.example';

const agreement = (issuer: string, changes: object = {}): object => ({
  ...exampleAgreement(),
  ...{ issuer, jwks: jwksOf('first') },
  ...changes,
});
const OF_THE_REGISTER = { represents: 'CHANCERY', agencies: { 'CHANCERY.register': 'ORGANISATION' } };
let drawn = 0;
/** Each is another agreement, unless it says which it is. */
function told(issuer: string, changes: Partial<ToldAgreement> = {}, said: object = {}): ToldAgreement {
  drawn += 1;
  const first = { id: `tra_${drawn}`, v: 1, issuer, isOn: true, endsOn: null };
  return { ...first, agreement: agreement(issuer, said), ...changes };
}

function tokenOf(issuer: string, of: KeyName = 'first', claims: object = {}): string {
  const at = NOW / 1_000;
  const chancery = {
    ...{ represents: 'USA', agency: 'USA.diplomatic-security', nationalities: ['USA'], compartments: [] },
    clearances: [{ policy: 'USA', rank: 3, until: '2099-01-01' }],
    purposes: ['PROTECT_LIFE'],
    ...claims,
  };
  const payload = { iss: issuer, sub: 'somebody', aud: 'chancery', iat: at, exp: at + 3_600, jti: 'j1', chancery };
  return `Bearer ${jwt.sign(payload, pairs[of].privateKey, { algorithm: 'ES256', keyid: 'k1' })}`;
}

/** Resolves once it is so; a test that it never is fails by its time. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5);
}

describe('whom a gateway believes', () => {
  let server: AgreementServer;
  let register: TrustRegister;
  let tokens: VerifiedTokens;
  let heard = 0;
  let now = NOW;
  const logged: string[] = [];
  const revoked = { issuers: new Set<string>(), tokens: new Set<string>() };
  const published = new Map<string, KeyName>([
    ['https://a.example/jwks', 'first'],
    ['https://b.example/jwks', 'second'],
  ]);
  beforeAll(async () => {
    server = await serveAgreements(KEY);
    const filed = [FILED, BOTH].map((issuer) => parseTrustAgreement(agreement(issuer)));
    const keeper = parseTrustAgreement(agreement(KEEPER, OF_THE_REGISTER));
    register = await TrustRegister.open({
      ...{ url: server.url, key: KEY, clock: () => now },
      files: createTrustStore([...filed, keeper], { revoked }),
      log: (line) => {
        const { message } = line as { message?: string };
        logged.push(String(message));
        if (message?.startsWith('the register holds')) heard += 1;
      },
      read: async (url) => JSON.stringify(jwksOf(published.get(url) ?? 'first')),
    });
    tokens = new VerifiedTokens(register);
  });
  beforeEach(() => {
    now = NOW;
    revoked.issuers.clear();
  });
  afterAll(async () => {
    await register[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  async function tell(...agreements: ToldAgreement[]): Promise<void> {
    const before = heard;
    server.replace(agreements);
    await until(() => heard > before);
  }
  /** The highest rank of what a token is believed to say, or the code with which it is refused. */
  function outcomeOf(token: string): unknown {
    try {
      const { subject } = tokens.verify(token, now);
      return subject.clearances.map(({ policy, rank }) => `${policy}:${rank}`).join();
    } catch (error) {
      if (error instanceof ClientError || error instanceof InternalError) return error.code;
      throw error;
    }
  }

  it('are those by file as long as the register names nobody', () => {
    expect([FILED, BOTH, REGISTERED].map((issuer) => outcomeOf(tokenOf(issuer)))).toEqual([
      'USA:3',
      'USA:3',
      'ISSUER_UNKNOWN',
    ]);
  });

  it('are those whom the register lets in, from when it tells of them until it tells of their end, whatever token they hold', async () => {
    await tell(told(REGISTERED));
    expect(outcomeOf(tokenOf(REGISTERED))).toBe('USA:3');
    await tell(told(REGISTERED, { v: 2 }, { ceiling: { USA: 1 } }));
    expect(outcomeOf(tokenOf(REGISTERED))).toBe('USA:1');
    await tell(told(REGISTERED, { v: 3, isOn: false }));
    expect(outcomeOf(tokenOf(REGISTERED))).toBe('ISSUER_UNKNOWN');
    expect(outcomeOf(tokenOf(FILED))).toBe('USA:3');
  });

  it.each<[string, ToldAgreement, string, number[]]>([
    ['narrower', told(BOTH, {}, { ceiling: { USA: 1 } }), 'USA:1', [1]],
    ['switched off', told(BOTH, { isOn: false }), 'ISSUER_UNKNOWN', []],
    ['at its end', told(BOTH, {}, { validTo: '2026-09-01' }), 'ISSUER_UNKNOWN', [3]],
    ['superseded by what has not begun', told(BOTH, { endsOn: '2026-09-21' }), 'ISSUER_UNKNOWN', []],
    ['not begun', told(BOTH, {}, { validFrom: '2027-01-01' }), 'ISSUER_UNKNOWN', []],
    ['not to be read', told(BOTH, { agreement: { v: 2 } }), 'ISSUER_UNKNOWN', []],
    ['of another issuer', told(BOTH, { agreement: agreement(FILED) }), 'ISSUER_UNKNOWN', []],
  ])(
    'are by the register alone where a file names the same issuer, and the file widens nothing: %s',
    async (...row) => {
      const [, each, outcome, ranks] = row;
      await tell(each);
      expect(outcomeOf(tokenOf(BOTH))).toBe(outcome);
      expect(
        register
          .agreements()
          .filter(({ issuer }) => issuer === BOTH)
          .map(({ ceiling }) => ceiling.get('USA')),
      ).toEqual(ranks);
      await tell();
      expect(outcomeOf(tokenOf(BOTH))).toBe('USA:3');
    },
  );

  it('are none of those that the files switch off, whatever the register says', async () => {
    await tell(told(REGISTERED));
    revoked.issuers.add(REGISTERED);
    expect(outcomeOf(tokenOf(REGISTERED))).toBe('ISSUER_UNKNOWN');
    expect(register.agreements().map(({ issuer }) => issuer)).not.toContain(REGISTERED);
  });

  it('are of the register itself by file alone: it neither lets its own persons in nor shuts them out', async () => {
    const own = { represents: 'CHANCERY', agency: 'CHANCERY.register', nationalities: [], purposes: [] };
    await tell(told(KEEPER, { isOn: false }), told(REGISTERED, {}, OF_THE_REGISTER));
    expect(outcomeOf(tokenOf(KEEPER, 'first', own))).toBe('USA:3');
    expect(outcomeOf(tokenOf(REGISTERED, 'first', own))).toBe('ISSUER_UNKNOWN');
  });

  it('are verified by the keys of the place that the agreement in force names, also on the day on which another begins', async () => {
    const untilToday = told(REGISTERED, { endsOn: '2026-09-22' }, { jwks: null, jwksUri: 'https://a.example/jwks' });
    const fromToday = told(
      REGISTERED,
      { id: 'tra_next' },
      { jwks: null, jwksUri: 'https://b.example/jwks', validFrom: '2026-09-22' },
    );
    await tell(untilToday, fromToday);
    await expect(tokens.verifyLooking(tokenOf(REGISTERED, 'first'), now)).resolves.toMatchObject({
      issuer: REGISTERED,
    });
    await expect(tokens.verifyLooking(tokenOf(REGISTERED, 'second'), now)).rejects.toMatchObject({
      code: 'TOKEN_SIGNATURE_INVALID',
    });

    now = Date.parse('2026-09-22T00:00:00Z');
    // Signed by the keys of the one that has begun, it is only too old.
    await expect(tokens.verifyLooking(tokenOf(REGISTERED, 'second'), now)).rejects.toMatchObject({
      code: 'TOKEN_EXPIRED',
    });
    await expect(tokens.verifyLooking(tokenOf(REGISTERED, 'first'), now)).rejects.toMatchObject({
      code: 'TOKEN_SIGNATURE_INVALID',
    });
  });

  it('list origins by the agreement that counts', async () => {
    await tell(told(BOTH, {}, { origins: ['https://ui.usa.example'] }));
    expect(register.listsOrigin('https://ui.usa.example')).toBe(true);
    await tell(told(BOTH, { v: 2, isOn: false }, { origins: ['https://ui.usa.example'] }));
    expect(register.listsOrigin('https://ui.usa.example')).toBe(false);
  });

  it(
    'are refused by a code of its own where the register was not heard of for five seconds, but for whom files alone let in',
    async () => {
      await tell(told(REGISTERED), told(BOTH));
      server.pretend(AGREEMENTS_KNOWN_MS * 2);
      await until(() => outcomeOf(tokenOf(REGISTERED)) !== 'USA:3');
      const of = (issuer: string): unknown => outcomeOf(tokenOf(issuer));
      expect([REGISTERED, BOTH, 'https://nobody.example'].map(of)).toEqual(Array(3).fill('AGREEMENTS_UNKNOWN'));
      expect(of(FILED)).toBe('USA:3');
      expect(register.agreements().map(({ issuer }) => issuer)).toEqual([FILED, KEEPER]);

      server.pretend(null);
      await until(() => outcomeOf(tokenOf(REGISTERED)) === 'USA:3');
      expect(of('https://nobody.example')).toBe('ISSUER_UNKNOWN');
    },
    IN_TIME_MS,
  );

  it('are told to nobody who lacks the key, and taken from nobody who lacks it', async () => {
    await using pool = { pool: new Pool(server.url), [Symbol.asyncDispose]: () => pool.pool.destroy() };
    const { signal } = new AbortController();
    const ask = (key: Uint8Array) => askSigned(pool.pool, AGREEMENTS, { key, signal }, { held: null, waitMs: 0 });
    expect(await ask(KEY)).toMatchObject({ kind: 'WHOLE' });
    await expect(ask(new Uint8Array(32).fill(1))).rejects.toMatchObject({ message: expect.stringContaining('401') });
  });
});
