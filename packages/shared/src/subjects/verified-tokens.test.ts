import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import jwt from 'jsonwebtoken';
import { ClientError } from '../errors.js';
import type { Log } from '../log.js';
import { exampleAgreement } from './agreement-example.js';
import { parseTrustAgreement, type TrustAgreement } from './trust-agreement.js';
import { openTrustFolder } from './trust-folder.js';
import { createTrustStore, type TrustStore } from './trust-store.js';
import { VerifiedTokens } from './verified-tokens.js';
import { type VerifiedToken, verifyToken } from './verify-token.js';

const NOW = 1_790_000_000_000;
const ISSUERS = ['https://idp.usa.example', 'https://idp.gbr.example'] as const;
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwks = { keys: [{ ...createPublicKey(privateKey).export({ format: 'jwk' }), kid: 'k1' }] };

const agreementText = (issuer: string, changes: object = {}): object => ({
  ...exampleAgreement(),
  ...{ issuer, jwks, represents: issuer === ISSUERS[1] ? 'GBR' : 'USA' },
  agencies: issuer === ISSUERS[1] ? { 'GBR.police': 'POLICE' } : { 'USA.diplomatic-security': 'DIPLOMATIC_SECURITY' },
  ...changes,
});

function tokenOf(issuer: string, jti: string, seconds = 3_600, at = NOW): string {
  const represents = issuer === ISSUERS[1] ? 'GBR' : 'USA';
  const claims = {
    ...{ iss: issuer, sub: 'somebody', aud: 'chancery', iat: at / 1_000, exp: at / 1_000 + seconds, jti },
    chancery: {
      represents,
      agency: represents === 'GBR' ? 'GBR.police' : 'USA.diplomatic-security',
      nationalities: [represents],
      compartments: ['SI'],
      clearances: [{ policy: 'USA', rank: 3, until: '2099-01-01' }],
      purposes: ['PROTECT_LIFE'],
    },
  };
  return `Bearer ${jwt.sign(claims, privateKey, { algorithm: 'ES256', keyid: 'k1' })}`;
}

const TOKENS = [
  tokenOf(ISSUERS[0], 'j1'),
  tokenOf(ISSUERS[0], 'j2', 60),
  tokenOf(ISSUERS[1], 'j3'),
  `${tokenOf(ISSUERS[1], 'j3').slice(0, -9)}AAAAAAAAA`,
  'Bearer nothing',
];

function outcomeOf(verify: () => VerifiedToken): unknown {
  try {
    return verify();
  } catch (error) {
    if (error instanceof ClientError) return error.code;
    throw error;
  }
}

describe('tokens that are verified once', () => {
  const pseudonymKey = new Uint8Array(32);
  /** Agreements of both issuers: as they were, with less, and of neither. */
  const states: readonly TrustAgreement[][] = [
    ISSUERS.map((issuer) => parseTrustAgreement(agreementText(issuer))),
    ISSUERS.map((issuer) => parseTrustAgreement(agreementText(issuer, { ceiling: { USA: 1 }, compartments: [] }))),
    [],
  ];
  const step = fc.record({
    token: fc.nat(TOKENS.length - 1),
    state: fc.nat(states.length - 1),
    revoked: fc.subarray(['j1', 'j2', 'j3']),
    off: fc.subarray([...ISSUERS]),
    seconds: fc.constantFrom(-100, 0, 0, 1, 30, 89, 90, 91, 3_629, 3_630, 4_000),
  });

  it('are what verifying each anew finds, whatever is agreed, switched off and asked in between', () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 30 }), fc.constantFrom(1, 20_000), (steps, tokensMax) => {
        let current: TrustStore = createTrustStore([], { pseudonymKey });
        const following: TrustStore = {
          byIssuer: (issuer) => current.byIssuer(issuer),
          isSwitchedOff: (issuer) => current.isSwitchedOff(issuer),
          isRevoked: (jti) => current.isRevoked(jti),
          agreements: () => current.agreements(),
          listsOrigin: (origin) => current.listsOrigin(origin),
          lookForKey: (issuer, keyId) => current.lookForKey(issuer, keyId),
          pseudonymKey,
        };
        const tokens = new VerifiedTokens(following, tokensMax);
        for (const { token, state, revoked, off, seconds } of steps) {
          const switchedOff = { issuers: new Set<string>(off), tokens: new Set(revoked) };
          current = createTrustStore(states[state] ?? [], { pseudonymKey, revoked: switchedOff });
          const now = NOW + seconds * 1_000;
          const made = outcomeOf(() => verifyToken(TOKENS[token], current, now));
          expect(outcomeOf(() => tokens.verify(TOKENS[token], now))).toEqual(made);
          found.add(typeof made === 'string' ? made : 'verified');
        }
      }),
      { numRuns: 60 },
    );
    expect([...found]).toEqual(
      expect.arrayContaining([
        'verified',
        'TOKEN_EXPIRED',
        'TOKEN_REVOKED',
        'ISSUER_UNKNOWN',
        'TOKEN_SIGNATURE_INVALID',
      ]),
    );
  });

  it('are one object as long as nothing changed, and another after the next change of memberships', () => {
    const before = Date.parse('2020-01-31T22:30:00Z');
    const agreement = parseTrustAgreement(agreementText(ISSUERS[1], { validFrom: '2019-01-01' }));
    const tokens = new VerifiedTokens(createTrustStore([agreement], { pseudonymKey }));
    const text = tokenOf(ISSUERS[1], 'j4', 3_600, before);
    const [first, again] = [tokens.verify(text, before), tokens.verify(text, before + 60_000)];
    expect(again).toBe(first);
    expect(first.subject.groups).toContain('EU');
    expect(tokens.verify(text, before + 1_800_000).subject.groups).not.toContain('EU');
  });
});

describe('an issuer or a token that is switched off while its tokens are remembered', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'verified-'));
    ISSUERS.forEach((issuer, n) => {
      writeFileSync(join(folder, `${n}.json`), JSON.stringify(agreementText(issuer)));
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused from the next reading of the folder on, which comes by itself, and the others are not', async () => {
    let hear: (() => void) | undefined;
    const heard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    const log: Log = (line) => {
      if (String(line.message).startsWith('issuers switched off')) hear?.();
    };
    await using trust = openTrustFolder(folder, { clock: () => NOW, log });
    const tokens = new VerifiedTokens(trust);
    const outcomes = () => [0, 1, 2].map((at) => outcomeOf(() => tokens.verify(TOKENS[at], NOW)));
    expect(outcomes().every((outcome) => typeof outcome === 'object')).toBe(true);

    writeFileSync(join(folder, 'revoked.json'), JSON.stringify({ v: 1, issuers: [ISSUERS[1]], tokens: ['j1'] }));
    await heard;
    const [first, second, third] = outcomes();
    expect([first, third]).toEqual(['TOKEN_REVOKED', 'ISSUER_UNKNOWN']);
    expect(second).toMatchObject({ jti: 'j2' });
  });
});
