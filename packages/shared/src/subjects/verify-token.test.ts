import { createHmac, createPublicKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { ClientError } from '../errors.js';
import { parseTrustAgreement } from './trust-agreement.js';
import { createTrustStore, type TrustStore } from './trust-store.js';
import { type VerifiedToken, verifyToken } from './verify-token.js';

const NOW = 1_790_000_000_000;
const SECONDS = NOW / 1000;
const ISSUER = 'https://idp.usa.example';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwkOf = (key: KeyObject, kid: string): object => ({ ...createPublicKey(key).export({ format: 'jwk' }), kid });

const agreement = {
  v: 1,
  id: 'TA-USA-DS',
  issuer: ISSUER,
  audience: 'chancery',
  algorithms: ['ES256'],
  jwks: { keys: [jwkOf(ec.privateKey, 'k1')] },
  jwksUri: null,
  represents: 'USA',
  agencies: { 'USA.diplomatic-security': 'DIPLOMATIC_SECURITY' },
  ceiling: { USA: 3, NATO: 3 },
  compartments: ['SI'],
  purposes: ['INCIDENT_RESPONSE', 'PROTECT_LIFE'],
  tokenAgeMaxSeconds: 3600,
  clockSkewSeconds: 30,
  validFrom: '2026-01-01',
  validTo: '2028-01-01',
};
const organisation = {
  ...agreement,
  id: 'TA-UN',
  issuer: 'https://idp.un.example',
  represents: 'UN',
  agencies: { 'UN.security': 'ORGANISATION' },
  ceiling: {},
  compartments: [],
};
const rsaOnly = {
  ...agreement,
  id: 'TA-RSA',
  issuer: 'https://idp.rsa.example',
  algorithms: ['RS256', 'PS256'],
  jwks: { keys: [jwkOf(rsa.privateKey, 'r1')] },
};
const expired = { ...agreement, id: 'TA-OLD', issuer: 'https://idp.old.example', validTo: '2026-09-21' };
const trust = createTrustStore([agreement, organisation, rsaOnly, expired].map(parseTrustAgreement), {
  pseudonymKey: new Uint8Array(32),
});

const chancery = {
  represents: 'USA',
  agency: 'USA.diplomatic-security',
  nationalities: ['USA'],
  compartments: ['SI'],
  clearances: [{ policy: 'USA', rank: 3, briefedAt: '2026-01-10', ndaAt: '2025-11-03', until: '2027-01-10' }],
  purposes: ['INCIDENT_RESPONSE', 'PROTECT_LIFE'],
};
const claims = {
  iss: ISSUER,
  sub: '5b0c7e',
  aud: 'chancery',
  iat: SECONDS,
  nbf: SECONDS,
  exp: SECONDS + 3600,
  jti: '01K5V3',
  chancery,
};

function sign(payload: object, options: jwt.SignOptions = {}, key: KeyObject = ec.privateKey): string {
  return `Bearer ${jwt.sign(payload, key, { algorithm: 'ES256', keyid: 'k1', ...options })}`;
}

/** A token of any header and any signature. */
function forge(header: object, payload: object, signatureOf: (input: string) => string = () => 'AAAA'): string {
  const segment = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${segment(header)}.${segment(payload)}`;
  return `Bearer ${input}.${signatureOf(input)}`;
}

const verify = (authorization: string | undefined, now = NOW): VerifiedToken => verifyToken(authorization, trust, now);

function codeOf(authorization: string | undefined, now = NOW, store: TrustStore = trust): string {
  try {
    verifyToken(authorization, store, now);
  } catch (error) {
    if (error instanceof ClientError) return error.code;
    throw error;
  }
  return 'accepted';
}

const withChancery = (changes: object): object => ({ ...claims, chancery: { ...chancery, ...changes } });

describe('verifyToken', () => {
  it('gives the subject of a good token, under a pseudonym', () => {
    const token = verify(sign(claims));

    expect(token).toEqual({
      subject: {
        id: `a:${createHmac('sha256', new Uint8Array(32)).update(`${ISSUER} 5b0c7e`).digest('hex').slice(0, 16)}`,
        represents: 'USA',
        agency: 'USA.diplomatic-security',
        kind: 'DIPLOMATIC_SECURITY',
        nationalities: ['USA'],
        clearances: chancery.clearances,
        compartments: ['SI'],
        groups: ['ACGU', 'FVEY', 'NATO', 'TEYE'],
      },
      purposes: ['PROTECT_LIFE', 'INCIDENT_RESPONSE'],
      clipped: [],
      origins: new Set(),
      operations: null,
      issuer: ISSUER,
      jti: '01K5V3',
      expiresAt: NOW + 3_630_000,
    });
    expect(JSON.stringify(token)).not.toContain('5b0c7e');
  });

  it('gives another pseudonym under another key and to another subject', () => {
    const others = createTrustStore([parseTrustAgreement(agreement)]);
    const id = verify(sign(claims)).subject.id;
    expect(verifyToken(sign(claims), others, NOW).subject.id).not.toBe(id);
    expect(verify(sign({ ...claims, sub: 'other' })).subject.id).not.toBe(id);
  });

  it.each([undefined, ''])('says that the header is missing when it is %p', (header) => {
    expect(codeOf(header)).toBe('TOKEN_MISSING');
  });

  it.each([
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['no token', 'Bearer '],
    ['two tokens', `${sign(claims)} ${sign(claims).slice(7)}`],
    ['two segments', 'Bearer abc.def'],
    ['segments that are not JSON', 'Bearer abc.def.ghi'],
    ['a JSON that is no object', forge([], claims)],
    ['padding', sign(claims).replace('.', '=.')],
    ['an endless token', `Bearer ${'a'.repeat(9000)}.b.c`],
    ['an algorithm that is a list', forge({ alg: ['ES256'] }, claims)],
    ['a key id that is a number', forge({ alg: 'ES256', kid: 1 }, claims)],
    ['an extension that must be understood', forge({ alg: 'ES256', kid: 'k1', crit: ['exp'] }, claims)],
    ['an issuer in a list', forge({ alg: 'ES256' }, { ...claims, iss: [ISSUER] })],
    ['an issuer under a key with a space', forge({ alg: 'ES256' }, { 'iss ': ISSUER })],
  ])('refuses %s as malformed', (_what, header) => {
    expect(codeOf(header)).toBe('TOKEN_MALFORMED');
  });

  it('knows no issuer without an agreement', () => {
    expect(codeOf(sign({ ...claims, iss: 'https://idp.rus.example' }))).toBe('ISSUER_UNKNOWN');
    expect(codeOf(sign({ ...claims, iss: `${ISSUER}/` }))).toBe('ISSUER_UNKNOWN');
    expect(codeOf(sign({ ...claims, iss: '__proto__' }))).toBe('ISSUER_UNKNOWN');
  });

  it.each(['none', 'None', 'HS256', 'RS256', 'PS256', 'ES384', ''])(
    'refuses the algorithm %p when ES256 is pinned',
    (alg) => {
      expect(codeOf(forge({ alg, kid: 'k1' }, claims))).toBe('TOKEN_ALGORITHM_REFUSED');
      expect(codeOf(forge({ alg, kid: 'k1' }, claims, () => ''))).toBe('TOKEN_ALGORITHM_REFUSED');
    },
  );

  it('refuses a MAC made with the public key where RSA is pinned', () => {
    const payload = { ...claims, iss: rsaOnly.issuer };
    for (const secret of [
      rsa.publicKey.export({ type: 'spki', format: 'pem' }),
      rsa.publicKey.export({ type: 'pkcs1', format: 'der' }),
    ]) {
      const mac = (input: string): string => createHmac('sha256', secret).update(input).digest('base64url');
      expect(codeOf(forge({ alg: 'HS256', kid: 'r1' }, payload, mac))).toBe('TOKEN_ALGORITHM_REFUSED');
      expect(codeOf(forge({ alg: 'RS256', kid: 'r1' }, payload, mac))).toBe('TOKEN_SIGNATURE_INVALID');
    }
  });

  it('takes each algorithm that is pinned, and only that', () => {
    const payload = { ...claims, iss: rsaOnly.issuer };
    for (const algorithm of ['RS256', 'PS256'] as const) {
      expect(codeOf(sign(payload, { algorithm, keyid: 'r1' }, rsa.privateKey))).toBe('accepted');
    }
    expect(codeOf(sign(payload))).toBe('TOKEN_ALGORITHM_REFUSED');
  });

  it('refuses a signature that is not of the agreed key', () => {
    expect(codeOf(sign(claims, {}, stranger.privateKey))).toBe('TOKEN_SIGNATURE_INVALID');
    expect(codeOf(sign(claims, { keyid: 'k2' }))).toBe('TOKEN_SIGNATURE_INVALID');
    expect(codeOf(`${sign(claims).slice(0, -8)}AAAAAAAA`)).toBe('TOKEN_SIGNATURE_INVALID');
    expect(codeOf(forge({ alg: 'ES256', kid: 'k1' }, claims, () => ''))).toBe('TOKEN_SIGNATURE_INVALID');
    const [header = '', , signature = ''] = sign(claims).split('.');
    const other = Buffer.from(JSON.stringify(withChancery({ compartments: [] }))).toString('base64url');
    expect(codeOf(`${header}.${other}.${signature}`)).toBe('TOKEN_SIGNATURE_INVALID');
  });

  it('never takes a key that the token brings along', () => {
    const header = {
      alg: 'ES256',
      kid: 'k1',
      jwk: jwkOf(stranger.privateKey, 'k1'),
      jku: 'https://evil.example/jwks',
      x5u: 'https://evil.example/x5u',
    };
    const options: jwt.SignOptions = { header };
    expect(codeOf(sign(claims, options, stranger.privateKey))).toBe('TOKEN_SIGNATURE_INVALID');
    expect(codeOf(sign(claims, options))).toBe('accepted');
  });

  it('needs no key id where there is one key', () => {
    expect(codeOf(`Bearer ${jwt.sign(claims, ec.privateKey, { algorithm: 'ES256' })}`)).toBe('accepted');
  });

  it('serves from its start to its end, give or take the agreed skew, and never beyond the agreed age', () => {
    expect(codeOf(sign(claims), NOW - 30_000)).toBe('accepted');
    expect(codeOf(sign(claims), NOW - 30_001)).toBe('TOKEN_EXPIRED');
    expect(codeOf(sign(claims), NOW + 3_629_999)).toBe('accepted');
    expect(codeOf(sign(claims), NOW + 3_630_000)).toBe('TOKEN_EXPIRED');
    const long = sign({ ...claims, exp: SECONDS + 86_400 });
    expect(codeOf(long, NOW + 3_630_000)).toBe('TOKEN_EXPIRED');
    expect(verify(long).expiresAt).toBe(NOW + 3_630_000);
    expect(codeOf(sign({ ...claims, nbf: SECONDS + 100 }))).toBe('TOKEN_EXPIRED');
  });

  it('is for this audience alone', () => {
    for (const aud of ['other', '', 'Chancery', [], ['other'], [['chancery']], { chancery: 1 }, 7, null]) {
      expect(codeOf(forgeSigned({ ...claims, aud }))).toBe('TOKEN_AUDIENCE_MISMATCH');
    }
    expect(codeOf(forgeSigned({ ...claims, aud: undefined }))).toBe('TOKEN_MALFORMED');
    // RFC 7519 section 4.1.3: the general case is a list.
    for (const aud of [['chancery'], ['other', 'chancery']]) expect(codeOf(sign({ ...claims, aud }))).toBe('accepted');
  });

  it('takes times with a fraction, as RFC 7519 writes them', () => {
    const fractions = sign({ ...claims, iat: SECONDS + 0.25, nbf: SECONDS + 0.25, exp: SECONDS + 60.5 });
    expect(verify(fractions).expiresAt).toBe(NOW + 90_500);
    expect(codeOf(fractions, NOW - 29_750)).toBe('accepted');
    expect(codeOf(fractions, NOW - 29_751)).toBe('TOKEN_EXPIRED');
    expect(codeOf(fractions, NOW + 90_499)).toBe('accepted');
    expect(codeOf(fractions, NOW + 90_500)).toBe('TOKEN_EXPIRED');
    expect(codeOf(forgeSigned({ ...claims, exp: `${SECONDS}` }))).toBe('TOKEN_MALFORMED');
  });

  it.each([
    ['past its end', { exp: SECONDS + 1, iat: SECONDS - 10 }, NOW + 40_000, 'token has expired'],
    [
      'older than agreed',
      { exp: SECONDS + 86_400 },
      NOW + 3_700_000,
      'token is older than 3600 s that the agreement allows',
    ],
    ['from the future', { iat: SECONDS + 100 }, NOW, 'token is not valid yet'],
  ])('says of a token that it is %s', (_, changes, now, message) => {
    expect(() => verify(sign({ ...claims, ...changes }), now)).toThrow(message);
  });

  it('refuses a token that was switched off, and an issuer, whatever is signed', () => {
    const agreements = [parseTrustAgreement(agreement)];
    const revoking = (issuers: readonly string[], tokens: readonly string[]) =>
      createTrustStore(agreements, { revoked: { issuers: new Set(issuers), tokens: new Set(tokens) } });
    const code = (store: TrustStore): string => codeOf(sign(claims), NOW, store);

    expect(code(revoking([], ['01K5V3']))).toBe('TOKEN_REVOKED');
    expect(code(revoking([ISSUER], []))).toBe('ISSUER_UNKNOWN');
    expect(code(revoking(['https://idp.other.example'], ['01K5V4']))).toBe('accepted');
    // Nobody learns what is switched off by a token of his own making.
    expect(codeOf(sign(claims, {}, stranger.privateKey), NOW, revoking([], ['01K5V3']))).toBe(
      'TOKEN_SIGNATURE_INVALID',
    );
  });

  it('is not moved by claims or headers that nest without end', () => {
    const deep = JSON.parse(`${'['.repeat(2_500)}${']'.repeat(2_500)}`);
    const deepText = `${'['.repeat(2_500)}${']'.repeat(2_500)}`;
    const signed = (payload: string) =>
      `Bearer ${jwt.sign(payload, ec.privateKey, { algorithm: 'ES256', keyid: 'k1' })}`;
    const withClaim = (name: string): string => signed(JSON.stringify(claims).replace(/}$/, `,"${name}":${deepText}}`));
    expect(codeOf(withClaim('unknown'))).toBe('accepted');
    expect(codeOf(withClaim('aud'))).toBe('TOKEN_AUDIENCE_MISMATCH');
    expect(codeOf(withClaim('chancery'))).toBe('TOKEN_MALFORMED');
    expect(codeOf(forge({ alg: 'ES256', kid: deep }, claims))).toBe('TOKEN_MALFORMED');
  });

  it('knows no issuer whose agreement is not in force', () => {
    const payload = { ...claims, iss: expired.issuer, iat: SECONDS - 86_400, nbf: 0, exp: SECONDS };
    const before = Date.parse('2026-09-21T00:00:00Z');
    const early = { ...payload, iat: before / 1000 - 100, exp: before / 1000 + 100 };
    expect(codeOf(sign(early), before - 1)).toBe('accepted');
    expect(verify(sign(early), before - 1).expiresAt).toBe(before);
    expect(codeOf(sign(early), before)).toBe('ISSUER_UNKNOWN');
  });

  it.each([
    ['another State', { represents: 'DEU' }],
    ['no State', { represents: undefined }],
    ['another agency', { agency: 'USA.intelligence' }],
    ['no agency', { agency: undefined }],
    ['an agency of the prototype', { agency: 'USA.constructor' }],
    ['a second nationality, which clipping would hide', { nationalities: ['USA', 'RUS'] }],
    ['two clearances under one policy', { clearances: [chancery.clearances[0], chancery.clearances[0]] }],
    ['a rank above 4', { clearances: [{ policy: 'USA', rank: 5, until: null }] }],
    ['a day that is none', { clearances: [{ policy: 'USA', rank: 3, until: '2027-02-30' }] }],
    ['compartments that are a text', { compartments: 'SI' }],
    ['a compartment that is a label', { compartments: ['SI;rel=*'] }],
  ])('refuses a token that claims %s', (_what, changes) => {
    expect(codeOf(sign(withChancery(changes)))).toBe('TOKEN_MALFORMED');
  });

  it.each(['sub', 'jti', 'exp', 'iat', 'chancery'])('refuses a token without %s', (claim) => {
    expect(codeOf(forgeSigned({ ...claims, [claim]: undefined }))).toBe('TOKEN_MALFORMED');
  });

  it.each(['sub', 'jti'])('refuses half a letter in %s, which no hash tells from another half', (claim) => {
    for (const half of ['\ud800', 'a\udfffb', '\udc00\ud800']) {
      expect(codeOf(sign({ ...claims, [claim]: half }))).toBe('TOKEN_MALFORMED');
    }
    expect(codeOf(sign({ ...claims, [claim]: 'é 😀' }))).toBe('accepted');
  });

  it('refuses claims that are no UTF-8, of which two persons would be one', () => {
    const encoded = (sub: string, encoding: BufferEncoding): string => {
      const parts = [JSON.stringify({ alg: 'ES256', kid: 'k1' }), JSON.stringify({ ...claims, sub })];
      const input = parts.map((part) => Buffer.from(part, encoding).toString('base64url')).join('.');
      const key = { key: ec.privateKey, dsaEncoding: 'ieee-p1363' as const };
      return `Bearer ${input}.${createSign('sha256').update(input).sign(key, 'base64url')}`;
    };
    expect(codeOf(encoded('José', 'latin1'))).toBe('TOKEN_MALFORMED');
    expect(codeOf(encoded('José', 'utf8'))).toBe('accepted');
  });

  it('clips rank, compartments and purposes to the agreement, and lists what it took', () => {
    const token = verify(
      sign(
        withChancery({
          clearances: [
            { policy: 'USA', rank: 4, briefedAt: null, ndaAt: null, until: '2027-01-10' },
            { policy: 'DEU', rank: 1, briefedAt: null, ndaAt: null, until: '2027-01-10' },
            { policy: 'NATO', rank: 2 },
          ],
          compartments: ['TK', 'SI'],
          purposes: ['PROTECT_LIFE', 'PROSECUTION', 'CURIOSITY'],
        }),
      ),
    );

    expect(token.subject.clearances).toEqual([
      { policy: 'USA', rank: 3, briefedAt: null, ndaAt: null, until: '2027-01-10' },
    ]);
    expect(token.subject.compartments).toEqual(['SI']);
    expect(token.purposes).toEqual(['PROTECT_LIFE']);
    // NATO does not say when it ends, which is not the same as never.
    expect(token.clipped).toEqual([
      { claim: 'compartments.TK', reason: 'NOT_AGREED' },
      { claim: 'purposes.CURIOSITY', reason: 'NOT_AGREED' },
      { claim: 'purposes.PROSECUTION', reason: 'NOT_AGREED' },
      { claim: 'clearances.USA:4', reason: 'ABOVE_CEILING' },
      { claim: 'clearances.DEU', reason: 'NOT_AGREED' },
      { claim: 'clearances.NATO', reason: 'END_NOT_SAID' },
    ]);
  });

  it('takes a missing attribute for none, never for all, and ignores what it does not know', () => {
    const bare = { represents: 'USA', agency: 'USA.diplomatic-security', kind: 'OVERSIGHT', superuser: true };
    const { subject, purposes } = verify(sign({ ...claims, chancery: bare, role: 'admin' }));

    expect(subject).toMatchObject({ nationalities: [], compartments: [], clearances: [], kind: 'DIPLOMATIC_SECURITY' });
    expect(purposes).toEqual([]);
    expect(JSON.stringify(subject)).not.toMatch(/admin|superuser|OVERSIGHT/);
  });

  it("lets an organisation's staff be nationals of any State", () => {
    const payload = {
      ...claims,
      iss: organisation.issuer,
      chancery: { represents: 'UN', agency: 'UN.security', nationalities: ['CHE', 'URY'] },
    };
    expect(verify(sign(payload)).subject).toMatchObject({
      nationalities: ['CHE', 'URY'],
      kind: 'ORGANISATION',
      groups: [],
    });
  });
});

/** Signed by the agreed key, with claims that the library itself would not sign. */
function forgeSigned(payload: object): string {
  return `Bearer ${jwt.sign(JSON.stringify(payload), ec.privateKey, { algorithm: 'ES256', keyid: 'k1' })}`;
}
