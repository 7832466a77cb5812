import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { parseSha256 } from '../brands.js';
import { ClientError } from '../errors.js';
import { prepareContext, profileOf, signContext } from './signed-context.js';
import type { Profile } from './subject.js';
import { verifyContext } from './verify-context.js';

const NOW = 1_790_000_001_123;
const KEY = new Uint8Array(32).fill(7);
const BODY = new TextEncoder().encode('{"query":"{ missions { totalCount } }"}');
const DIGEST = parseSha256(`sha256:${'a'.repeat(64)}`);

const profile: Profile = {
  purpose: 'PROTECT_LIFE',
  caseId: 'inc_0123456789abcdefghjkmnpqrs',
  subject: {
    id: 'a:7f3c000000000000',
    represents: 'DEU',
    agency: 'DEU.fire-service',
    kind: 'EMERGENCY_SERVICE',
    nationalities: ['DEU'],
    clearances: [
      { policy: 'DEU', rank: 1, briefedAt: null, ndaAt: null, until: '2027-01-01' },
      { policy: 'NATO', rank: 3, briefedAt: '2026-01-01', ndaAt: null, until: null },
    ],
    compartments: ['SI'],
    groups: ['EU', 'NATO'],
  },
};
const request = {
  profile,
  now: NOW,
  deadline: NOW + 10_000,
  trace: '4bf92f35',
  policy: DIGEST,
  snapshot: { number: 4711, digest: DIGEST },
  action: 'read',
} as const;
const prepared = prepareContext(request);
const call = { audience: 'missions', body: BODY, jti: '01K5V4', key: KEY, schema: DIGEST, at: NOW } as const;
const header = signContext(prepared, call);

const receiver = { audience: 'missions', key: KEY, schema: DIGEST, now: NOW };

function codeOf(given: string | undefined, body: Uint8Array = BODY, options = receiver): string {
  try {
    verifyContext(given, body, options);
  } catch (error) {
    if (error instanceof ClientError) return error.code;
    throw error;
  }
  return 'accepted';
}

/** Claims of the good context, changed, and signed with the right key. */
function resign(changes: object, options: jwt.SignOptions = {}): string {
  const claims = jwt.decode(header);
  const changed = { ...(typeof claims === 'object' ? claims : {}), ...changes };
  return jwt.sign(JSON.stringify(changed), Buffer.from(KEY), { algorithm: 'HS256', ...options });
}

describe('a signed context', () => {
  it('carries the profile and the versions that the gateway decides by', () => {
    const context = verifyContext(header, BODY, receiver);

    expect(profileOf(context)).toEqual(profile);
    expect(context).toMatchObject({
      aud: 'missions',
      iat: 1_790_000_001,
      exp: 1_790_000_006,
      jti: '01K5V4',
      trace: '4bf92f35',
      now: NOW,
      deadline: NOW + 10_000,
      policy: DIGEST,
      schema: DIGEST,
      snapshot: [4711, DIGEST],
      action: 'read',
      case: profile.caseId,
    });
    expect(header.length).toBeLessThan(4096);
  });

  it('serves one body: with another, or one byte more, it is nothing', () => {
    expect(codeOf(header)).toBe('accepted');
    expect(codeOf(header, new TextEncoder().encode('{"query":"{ missions { totalCount } } "}'))).toBe(
      'CONTEXT_INVALID',
    );
    expect(codeOf(header, new Uint8Array())).toBe('CONTEXT_INVALID');
  });

  it('serves one subgraph', () => {
    expect(codeOf(header, BODY, { ...receiver, audience: 'intel' })).toBe('CONTEXT_INVALID');
    expect(codeOf(header, BODY, { ...receiver, key: new Uint8Array(32).fill(8) })).toBe('CONTEXT_INVALID');
    expect(codeOf(resign({ aud: ['missions', 'intel'] }))).toBe('CONTEXT_INVALID');
  });

  it('serves for five seconds, and not more than one before its time', () => {
    const at = (now: number): string => codeOf(header, BODY, { ...receiver, now });
    expect(at(1_790_000_005_999)).toBe('accepted');
    expect(at(1_790_000_006_000)).toBe('CONTEXT_INVALID');
    expect(at(1_790_000_000_000)).toBe('accepted');
    expect(at(1_789_999_999_999)).toBe('CONTEXT_INVALID');
    expect(codeOf(resign({ exp: 1_790_000_007 }))).toBe('CONTEXT_INVALID');
  });

  it('is dated when the call is made, while the decision time stays that of the request', () => {
    const later = signContext(prepared, { ...call, at: NOW + 9000 });
    expect(codeOf(later)).toBe('CONTEXT_INVALID');
    expect(verifyContext(later, BODY, { ...receiver, now: NOW + 9000 }).now).toBe(NOW);
  });

  it('is decided by a time that is bound to when it was signed: neither later, nor older than a request may be', () => {
    const decidedAt = (now: number): string => codeOf(resign({ now, deadline: now + 10_000 }));
    expect([decidedAt(NOW - 9000), decidedAt(NOW), decidedAt(NOW + 800)]).toEqual(Array(3).fill('accepted'));
    for (const now of [0, NOW - 10_000, NOW + 3000, 4e12]) expect(decidedAt(now)).toBe('CONTEXT_INVALID');
    // A deadline that is far away makes no decision younger.
    expect(codeOf(resign({ now: NOW - 20_000 }))).toBe('CONTEXT_INVALID');
    expect(codeOf(resign({ now: 0, deadline: 4e12 }))).toBe('CONTEXT_INVALID');
  });

  it('is worth nothing from its deadline on', () => {
    const until = resign({ deadline: NOW + 2000 });
    expect(codeOf(until, BODY, { ...receiver, now: NOW + 1999 })).toBe('accepted');
    expect(codeOf(until, BODY, { ...receiver, now: NOW + 2000 })).toBe('CONTEXT_INVALID');
    expect(codeOf(resign({ deadline: 0 }))).toBe('CONTEXT_INVALID');
    expect(() => prepareContext({ ...request, deadline: NOW + 60_000 })).toThrow('a request may take');
  });

  it('serves the schema that it names', () => {
    expect(codeOf(resign({ schema: `sha256:${'b'.repeat(64)}` }))).toBe('CONTEXT_INVALID');
    expect(codeOf(resign({ schema: `${DIGEST} ` }))).toBe('CONTEXT_INVALID');
  });

  it.each([undefined, '', 'x', 'a.b.c', `${'a'.repeat(5000)}`, `${header}x`, ` ${header}`, `Bearer ${header}`])(
    'refuses %p',
    (given) => {
      expect(codeOf(given)).toBe('CONTEXT_INVALID');
    },
  );

  it('refuses every algorithm but HS256', () => {
    const [, payload = ''] = header.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}`;
    expect(codeOf(`${unsigned}.`)).toBe('CONTEXT_INVALID');
    expect(codeOf(`${unsigned}.AAAA`)).toBe('CONTEXT_INVALID');
    const input = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${payload}`;
    expect(codeOf(`${input}.${createHmac('sha256', KEY).update(input).digest('base64url')}`)).toBe('CONTEXT_INVALID');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const claims = Buffer.from(payload, 'base64url').toString();
    expect(codeOf(jwt.sign(claims, privateKey, { algorithm: 'RS256' }))).toBe('CONTEXT_INVALID');
    expect(codeOf(resign({}, { algorithm: 'HS512' }))).toBe('CONTEXT_INVALID');
    expect(codeOf(resign({}))).toBe('accepted');
  });

  it.each([
    'iss',
    'aud',
    'iat',
    'exp',
    'jti',
    'body',
    'now',
    'deadline',
    'policy',
    'schema',
    'snapshot',
    'action',
    'purpose',
    'case',
    'subject',
  ])('refuses a context without %s', (claim) => {
    expect(codeOf(resign({ [claim]: undefined }))).toBe('CONTEXT_INVALID');
  });

  it('refuses an unknown claim, another issuer and a word outside the vocabularies', () => {
    expect(codeOf(resign({ role: 'SENDING_STATE' }))).toBe('CONTEXT_INVALID');
    expect(codeOf(resign({ iss: 'somebody' }))).toBe('CONTEXT_INVALID');
    expect(codeOf(resign({ purpose: 'CURIOSITY' }))).toBe('CONTEXT_INVALID');
    expect(codeOf(resign({ subject: { ...profile.subject, clearances: {}, kind: 'SPY' } }))).toBe('CONTEXT_INVALID');
  });

  it('is not made longer than 4 KiB, nor with a key of another length', () => {
    const compartments = Array.from({ length: 400 }, (_, i) => `C-${i}`);
    const wide = prepareContext({ ...request, profile: { ...profile, subject: { ...profile.subject, compartments } } });
    expect(() => signContext(wide, call)).toThrow('longer than');
    const short = new Uint8Array(16);
    expect(() => signContext(prepared, { ...call, key: short })).toThrow('32 bytes');
    expect(() => verifyContext(header, BODY, { ...receiver, key: short })).toThrow('32 bytes');
  });
});
