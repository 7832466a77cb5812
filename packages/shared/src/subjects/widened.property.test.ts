import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import jwt from 'jsonwebtoken';
import { ClientError } from '../errors.js';
import { exampleAgreement } from './agreement-example.js';
import { listedDigestOf } from './listed-operations.js';
import { parseTrustAgreement } from './trust-agreement.js';
import { createTrustStore } from './trust-store.js';
import { type VerifiedToken, verifyToken } from './verify-token.js';
import { widenedIn } from './widened.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');
const pairs = [1, 2].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
const jwkOf = (at: number) => ({
  ...createPublicKey(pairs[at]?.privateKey ?? '').export({ format: 'jwk' }),
  kid: `k${at}`,
});
const BOUND = '"Purpose: PROTECT_LIFE" query A { viewer { agency } }';
const FREE = 'query B { viewer { agency } }';
const some = <T>(...all: T[]) => fc.subarray(all);

const operations = fc.option(
  some<[string, string | null]>(
    [listedDigestOf(BOUND), BOUND],
    [listedDigestOf(FREE), FREE],
    [listedDigestOf(FREE), null],
  ).map((listed) => Object.fromEntries(listed)),
  { nil: undefined },
);
const parts = fc.record({
  jwks: fc.subarray([0, 1], { minLength: 1 }).map((of) => ({ keys: of.map(jwkOf) })),
  agencies: some(['USA.police', 'POLICE'], ['USA.police', 'COURT'], ['USA.ds', 'DIPLOMATIC_SECURITY']).map((all) =>
    Object.fromEntries(all),
  ),
  ceiling: some(['USA', 1], ['USA', 3], ['NATO', 2]).map((all) => Object.fromEntries(all)),
  compartments: some('SI', 'TK'),
  purposes: some('PROTECT_LIFE', 'STATUS_CHECK', 'ARREST'),
  origins: some('https://a.example', 'https://b.example'),
  operations,
  tokenAgeMaxSeconds: fc.constantFrom<number>(60, 3_600),
  clockSkewSeconds: fc.constantFrom<number>(0, 30),
  validFrom: fc.constantFrom('2026-01-01', '2026-09-22'),
  validTo: fc.constantFrom('2026-09-23', '2028-01-01'),
});
type Parts = typeof parts extends fc.Arbitrary<infer P> ? P : never;
const agreementOf = (said: Parts) => parseTrustAgreement({ ...exampleAgreement(), ...said });

const tokens = fc.record({
  by: fc.constantFrom(0, 1),
  agency: fc.constantFrom('USA.police', 'USA.ds'),
  age: fc.constantFrom(-20, 0, 50, 80, 4_000),
  rank: fc.constantFrom(0, 1, 2, 3, 4),
});

function verified(
  said: Parts,
  { by, agency, age, rank }: { by: number; agency: string; age: number; rank: number },
): VerifiedToken | null {
  const at = NOW / 1_000 - age;
  const clearances = ['USA', 'NATO'].map((policy) => ({ policy, rank, until: '2099-01-01' }));
  const chancery = {
    ...{ represents: 'USA', agency, nationalities: ['USA'], compartments: ['SI', 'TK'] },
    ...{ clearances, purposes: ['PROTECT_LIFE', 'STATUS_CHECK', 'ARREST'] },
  };
  const payload = {
    iss: 'https://idp.usa.example',
    sub: 'x',
    aud: 'chancery',
    iat: at,
    exp: at + 7_200,
    jti: 'j',
    chancery,
  };
  const token = jwt.sign(payload, pairs[by]?.privateKey ?? '', { algorithm: 'ES256', keyid: `k${by}` });
  try {
    return verifyToken(`Bearer ${token}`, createTrustStore([agreementOf(said)]), NOW);
  } catch (error) {
    if (error instanceof ClientError) return null;
    throw error;
  }
}

/** What is left of an agreement once all is taken away that another has not. */
function lessOf(before: Parts, drawn: Parts): Parts {
  const both = (all: readonly string[], others: readonly string[]): string[] =>
    all.filter((each) => others.includes(each));
  const kept = (all: object, others: object): object =>
    Object.fromEntries(Object.entries(all).filter(([key, value]) => Reflect.get(others, key) === value));
  return {
    ...before,
    agencies: kept(before.agencies, drawn.agencies) as Parts['agencies'],
    ceiling: kept(before.ceiling, drawn.ceiling) as Parts['ceiling'],
    compartments: both(before.compartments, drawn.compartments),
    purposes: both(before.purposes, drawn.purposes),
    origins: both(before.origins, drawn.origins),
    operations: before.operations ?? drawn.operations,
    tokenAgeMaxSeconds: Math.min(before.tokenAgeMaxSeconds, drawn.tokenAgeMaxSeconds),
    clockSkewSeconds: Math.min(before.clockSkewSeconds, drawn.clockSkewSeconds),
  };
}

/** Whether everything that a token is believed to say by one agreement it is believed to say by another. */
function isWithin(narrow: VerifiedToken, wide: VerifiedToken): boolean {
  const ranks = new Map(wide.subject.clearances.map(({ policy, rank }) => [policy, rank]));
  const every = <T>(of: Iterable<T>, all: Iterable<T>): boolean => {
    const held = new Set(all);
    return [...of].every((each) => held.has(each));
  };
  return (
    narrow.subject.kind === wide.subject.kind &&
    narrow.subject.clearances.every(({ policy, rank }) => rank <= (ranks.get(policy) ?? -1)) &&
    every(narrow.subject.compartments, wide.subject.compartments) &&
    every(narrow.purposes, wide.purposes) &&
    every(narrow.origins, wide.origins) &&
    narrow.expiresAt <= wide.expiresAt &&
    (wide.operations === null ||
      (narrow.operations !== null && every(narrow.operations.keys(), wide.operations.keys())))
  );
}

describe('an agreement that goes beyond another nowhere', () => {
  it('lets no token say what the other does not let it say', () => {
    let narrower = 0;
    fc.assert(
      fc.property(
        parts,
        parts,
        fc.array(tokens, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (before, drawn, all, isPart) => {
          // Two at random seldom fit into each other: half of them are made of one by taking away.
          const after = isPart ? lessOf(before, drawn) : drawn;
          if (widenedIn(agreementOf(before), agreementOf(after)).length > 0) return;
          narrower += 1;
          for (const token of all) {
            const narrow = verified(after, token);
            if (narrow === null) continue;
            const wide = verified(before, token);
            expect(wide !== null && isWithin(narrow, wide)).toBe(true);
          }
        },
      ),
      { numRuns: 400, seed: 20260921 },
    );
    expect(narrower).toBeGreaterThan(40);
  });

  it.each<[string, object]>([
    ['purposes', { purposes: ['INCIDENT_RESPONSE', 'PROTECT_LIFE', 'ARREST'] }],
    ['compartments', { compartments: ['SI', 'TK'] }],
    ['ceiling', { ceiling: { USA: 4 } }],
    ['ceiling', { ceiling: { USA: 3, EU: 0 } }],
    ['agencies', { agencies: { 'USA.diplomatic-security': 'POLICE' } }],
    ['agencies', { agencies: { 'USA.diplomatic-security': 'DIPLOMATIC_SECURITY', 'USA.police': 'POLICE' } }],
    ['algorithms', { algorithms: ['ES256', 'RS256'] }],
    ['origins', { origins: ['https://ui.usa.example'] }],
    ['tokenAgeMaxSeconds', { tokenAgeMaxSeconds: 3_601 }],
    ['clockSkewSeconds', { clockSkewSeconds: 31 }],
    ['validFrom', { validFrom: '2025-12-31' }],
    ['validTo', { validTo: '2028-01-02' }],
    ['jwksUri', { jwks: null, jwksUri: 'https://idp.usa.example/jwks' }],
    ['jwks', { jwks: { keys: [jwkOf(0), jwkOf(1)] } }],
    ['issuer', { issuer: 'https://idp.gbr.example' }],
    ['audience', { audience: 'another' }],
    ['represents', { represents: 'GBR', agencies: {} }],
    ['id', { id: 'TA-ANOTHER' }],
  ])('is told from one that does by the field: %s', (path, changes) => {
    const before = { ...exampleAgreement(), jwks: { keys: [jwkOf(0)] } };
    const after = { ...before, ...changes };
    expect(widenedIn(parseTrustAgreement(before), parseTrustAgreement(after)).map((fault) => fault.path)).toContain(
      path,
    );
    expect(widenedIn(parseTrustAgreement(before), parseTrustAgreement(before))).toEqual([]);
  });

  it('keeps the documents that are listed, and what binds them to a purpose', () => {
    const before = { ...exampleAgreement(), operations: { [listedDigestOf(BOUND)]: BOUND } };
    const without = (operations: object | undefined) =>
      widenedIn(parseTrustAgreement(before), parseTrustAgreement({ ...before, operations }));
    expect(without({})).toEqual([]);
    for (const wider of [
      undefined,
      { [listedDigestOf(BOUND)]: null },
      { ...before.operations, [listedDigestOf(FREE)]: FREE },
    ]) {
      expect(without(wider).map(({ path }) => path)).toEqual(['operations']);
    }
  });
});
