import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { agreementSchema } from './agreement-shape.js';
import { listedDigestOf } from './listed-operations.js';
import { parseTrustAgreement } from './trust-agreement.js';
import { createTrustStore } from './trust-store.js';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k1' };
const rsaJwk = (modulusLength: number): object => ({
  ...generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'jwk' }),
  kid: 'r1',
});

const agreement = {
  v: 1,
  id: 'TA-USA-DS',
  issuer: 'https://idp.usa.example',
  audience: 'chancery',
  algorithms: ['ES256'],
  jwks: { keys: [jwk] },
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

const folder = mkdtempSync(join(tmpdir(), 'trust-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('parseTrustAgreement', () => {
  it('reads an agreement', () => {
    const parsed = parseTrustAgreement(agreement);
    expect(parsed.agencies.get('USA.diplomatic-security')).toBe('DIPLOMATIC_SECURITY');
    expect(parsed.ceiling.get('NATO')).toBe(3);
    expect(parsed.ceiling.get('DEU')).toBeUndefined();
    expect(parsed.keys?.get('k1')?.type).toBe('public');
  });

  it.each<[string, object, RegExp]>([
    ['an unknown field', { admin: true }, /admin/],
    ['another version', { v: 2 }, /`v`/],
    ['an algorithm by shared secret', { algorithms: ['HS256'] }, /algorithms/],
    ['no signature at all', { algorithms: ['none'] }, /algorithms/],
    ['no algorithm', { algorithms: [] }, /algorithms/],
    ['both ways to get keys', { jwksUri: 'https://idp.usa.example/jwks' }, /exactly one/],
    ['no way to get keys', { jwks: null }, /exactly one/],
    ['an issuer that is not https', { issuer: 'http://idp.usa.example' }, /issuer/],
    ['an issuer with a space', { issuer: 'https://idp.usa.example x' }, /issuer/],
    ['a rank above 4', { ceiling: { USA: 5 } }, /ceiling\.USA/],
    ['an unknown purpose', { purposes: ['CURIOSITY'] }, /purposes/],
    ['an unknown kind of agency', { agencies: { 'USA.x': 'SPY' } }, /agencies/],
    ["another State's agency", { agencies: { 'DEU.police': 'POLICE' } }, /agencies/],
    ['an open end', { validTo: null }, /validTo/],
    ['an end before its start', { validTo: '2025-01-01' }, /validTo/],
    ['no limit of age', { tokenAgeMaxSeconds: 1e9 }, /tokenAgeMaxSeconds/],
    ['a missing ceiling, which is not no limit', { ceiling: undefined }, /ceiling/],
  ])('refuses %s, and names the field', (_what, changes, message) => {
    expect(() => parseTrustAgreement({ ...agreement, ...changes })).toThrow(message);
  });

  it.each<[string, object[], RegExp]>([
    ['a private key', [{ ...privateKey.export({ format: 'jwk' }), kid: 'k1' }], /keys\.0`: holds a private/],
    ['a shared secret', [{ kty: 'oct', k: 'c2VjcmV0', kid: 'k1' }], /private or symmetric/],
    ['a key without id', [{ ...jwk, kid: undefined }], /`kid`/],
    ['one id for two keys', [jwk, jwk], /keys\.1`: the same `kid`/],
    ['a key for encryption', [{ ...jwk, use: 'enc' }], /not for signatures/],
    ['a key that is no key', [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', kid: 'k1' }], /not an RSA or elliptic/],
    ['a key of another curve', [curveJwk('P-384')], /serves none of ES256/],
    ['a key of another kind', [rsaJwk(2048)], /serves none of ES256/],
    ['a key for an algorithm that is not pinned', [{ ...jwk, alg: 'ES384' }], /not pinned/],
  ])('refuses %s', (_what, keys, message) => {
    expect(() => parseTrustAgreement({ ...agreement, jwks: { keys } })).toThrow(message);
  });

  it('refuses an RSA key of fewer than 2048 bits', () => {
    const rsa = (bits: number): unknown => ({ ...agreement, algorithms: ['RS256'], jwks: { keys: [rsaJwk(bits)] } });
    expect(() => parseTrustAgreement(rsa(1024))).toThrow(/serves none of RS256/);
    expect(() => parseTrustAgreement(rsa(2048))).not.toThrow();
  });
});

describe('a trust store', () => {
  it('refuses two agreements for one issuer, and a short pseudonym key', () => {
    const parsed = parseTrustAgreement(agreement);
    expect(() => createTrustStore([parsed, parsed])).toThrow('two trust agreements');
    expect(() => createTrustStore([parsed], { pseudonymKey: new Uint8Array(31) })).toThrow('shorter than 32');
  });
});

describe('the origins of web pages', () => {
  const listing = parseTrustAgreement({ ...agreement, origins: ['https://ui.usa.example'] });

  it('are known to the store as long as their issuer is believed', () => {
    expect(createTrustStore([listing]).listsOrigin('https://ui.usa.example')).toBe(true);
    expect(createTrustStore([listing]).listsOrigin('https://ui.deu.example')).toBe(false);
    expect(createTrustStore([parseTrustAgreement(agreement)]).listsOrigin('https://ui.usa.example')).toBe(false);
    const revoked = { issuers: new Set([listing.issuer]), tokens: new Set<string>() };
    expect(createTrustStore([listing], { revoked }).listsOrigin('https://ui.usa.example')).toBe(false);
  });
});

describe('check-trust', () => {
  const program = join(import.meta.dirname, '../../dist/subjects/check-trust.js');
  const run = (...args: readonly string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });

  it('says what an agreement allows, or what is wrong with it and where', () => {
    const good = join(folder, 'good.json');
    writeFileSync(good, JSON.stringify(agreement));
    expect(execFileSync(process.execPath, [program, good], { encoding: 'utf8' })).toContain(
      'ranks up to   USA 3, NATO 3',
    );

    const bad = join(folder, 'wrong.json');
    writeFileSync(bad, JSON.stringify({ ...agreement, ceiling: { USA: 9 } }));
    const { status, stdout, stderr } = run(bad);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('`ceiling.USA`: a rank from 0 to 4');
  });

  it('says which pages may ask and which operations are listed', () => {
    const text = '"Purpose: PROTECT_LIFE" { viewer { agency } }'.replace('{', 'query Q {');
    const file = join(folder, 'listed.json');
    const operations = { [listedDigestOf(text)]: text, ['0'.repeat(64)]: null };
    writeFileSync(file, JSON.stringify({ ...agreement, origins: ['https://ui.usa.example'], operations }));
    const { stdout } = run(file);
    expect(stdout).toContain('web origins   https://ui.usa.example');
    expect(stdout).toContain(`sha256:${listedDigestOf(text)}; PROTECT_LIFE`);
    expect(stdout).toContain(`sha256:${'0'.repeat(64)}; sent whole`);
    writeFileSync(file, JSON.stringify({ ...agreement, origins: ['*'], operations: { ['0'.repeat(64)]: text } }));
    expect(run(file).stderr).toContain('2 faults');
  });

  it('says everything that is wrong at once, a line for each', () => {
    const { id: _id, audience: _audience, ...rest } = agreement;
    const wrong = {
      ...rest,
      issuer: 7,
      jwks: { keys: [{ kid: 'k1' }, jwk] },
      jwksUri: 'https://idp.usa.example/jwks',
      agencies: { 'DEU.police': 'SPY' },
      validFrom: '2027-01-01',
      validTo: '2026-01-01',
      extra: 1,
    };
    const file = join(folder, 'all.json');
    writeFileSync(file, JSON.stringify(wrong));
    const { status, stderr } = run(file);
    expect(status).toBe(1);
    const lines = stderr.trimEnd().split('\n');
    expect(lines[0]).toBe(`${file}: 9 faults`);
    expect(lines.slice(1).sort()).toEqual([
      '  Unrecognized key: "extra"',
      expect.stringMatching(/^ {2}`agencies.DEU.police`: Invalid option/),
      '  `agencies`: agencies of the State or organisation represented',
      '  `audience`: is missing',
      '  `id`: is missing',
      '  `issuer`: Invalid input: expected string, received number',
      '  `jwks.keys.0`: is not an RSA or elliptic curve key',
      '  `jwks`: exactly one of `jwks`, `jwksUri` and `discovery`',
      '  `validTo`: a day after `validFrom`',
    ]);
  });

  it('says of a file that is no JSON that it is so, and of keys that the issuer publishes where', () => {
    const file = join(folder, 'text.json');
    writeFileSync(file, '{');
    expect(run(file).stderr).toContain(`\`${file}\`: `);
    writeFileSync(file, JSON.stringify({ ...agreement, jwks: null, jwksUri: 'https://idp.usa.example/jwks' }));
    expect(run(file).stdout).toContain('published at https://idp.usa.example/jwks');
    writeFileSync(file, JSON.stringify({ ...agreement, jwks: null, discovery: true }));
    expect(run(file).stdout).toContain('published at the place that the issuer’s metadata names');
  });

  it('prints an example that it accepts, and whose key nobody has', () => {
    const [first, second] = [run('--example'), run('--example')];
    const file = join(folder, 'example.json');
    writeFileSync(file, first.stdout);
    expect(run(file)).toMatchObject({ status: 0, stdout: expect.stringContaining('TA-USA-DS') });
    expect(JSON.parse(first.stdout).jwks.keys[0].x).not.toBe(JSON.parse(second.stdout).jwks.keys[0].x);
  });

  it('reads the list of what is switched off, and refuses one that is misspelt', () => {
    const file = join(folder, 'revoked.json');
    writeFileSync(file, '{"v":1,"issuers":["https://idp.usa.example"],"tokens":[]}');
    expect(run(file)).toMatchObject({ status: 0, stdout: expect.stringContaining('https://idp.usa.example') });
    writeFileSync(file, '{"v":1,"issuer":["https://idp.usa.example"],"tokens":[]}');
    expect(run(file)).toMatchObject({ status: 1, stderr: expect.stringContaining('`issuers`: is missing') });
  });

  it('explains itself when asked, and when asked wrongly', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('usage: npm run trust:check') });
    expect(run()).toMatchObject({ status: 3, stderr: expect.stringContaining('usage: npm run trust:check') });
    expect(run('--nope').status).toBe(3);
  });
});

describe('docs/trust-agreement.schema.json', () => {
  it('is what the shape of an agreement gives', () => {
    const kept = readFileSync(join(import.meta.dirname, '../../../../docs/trust-agreement.schema.json'), 'utf8');
    expect(JSON.parse(kept)).toEqual(agreementSchema());
  });
});

function curveJwk(namedCurve: string): object {
  return { ...generateKeyPairSync('ec', { namedCurve }).publicKey.export({ format: 'jwk' }), kid: 'k1' };
}
