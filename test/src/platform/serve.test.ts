import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dropDatabase } from '@chancery/shared/postgres/test-database';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { runNode, type Supervised } from './supervised.js';

const CHECKOUT = resolve(import.meta.dirname, '../../..');
const START = join(CHECKOUT, 'scripts/start/main.mjs');
const START_MS = 120_000;
/** What is promised of a token or an issuer that is switched off. */
const SWITCHED_WITHIN_MS = 2_000;
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const AGREEMENT = {
  v: 1,
  id: 'TA-AUT-MFA',
  issuer: 'https://idp.aut.example',
  audience: 'chancery',
  algorithms: ['ES256'],
  jwks: { keys: [{ ...createPublicKey(privateKey).export({ format: 'jwk' }), kid: 'k1' }] },
  jwksUri: null,
  represents: 'AUT',
  agencies: { 'AUT.foreign-ministry': 'FOREIGN_MINISTRY' },
  ceiling: { AUT: 2 },
  compartments: [],
  purposes: ['PROTOCOL_NOTIFICATION'],
  tokenAgeMaxSeconds: 3600,
  clockSkewSeconds: 30,
  validFrom: '2026-01-01',
  validTo: '2099-01-01',
};

const tokenOf = (): string => {
  const chancery = {
    represents: 'AUT',
    agency: 'AUT.foreign-ministry',
    nationalities: ['AUT'],
    compartments: [],
    clearances: [],
    purposes: ['PROTOCOL_NOTIFICATION'],
  };
  const iat = Math.floor(Date.now() / 1_000);
  const claims = { iss: AGREEMENT.issuer, sub: 'officer', aud: 'chancery', iat, exp: iat + 600, jti: 'one', chancery };
  return jwt.sign(claims, privateKey, { algorithm: 'ES256', keyid: 'k1' });
};

describe('a start for agencies of one’s own', () => {
  let data: string;
  let run: Supervised | null = null;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'chancery-serve-'));
  });
  afterEach(async () => {
    run?.process.kill('SIGTERM');
    await run?.ended;
    run = null;
    rmSync(data, { recursive: true, force: true });
  });
  afterAll(async () => {
    for (const name of ['missions', 'incidents', 'intel', 'compliance', 'ledger']) {
      await dropDatabase(process.env.CHANCERY_TEST_POSTGRES ?? '', `chancery_${name}`);
    }
  });

  const serve = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Supervised =>
    runNode([START, ...args], {
      CHANCERY_DATA: data,
      DATABASE_URL: process.env.CHANCERY_TEST_POSTGRES ?? '',
      PORT: '0',
      ...env,
    });

  it('says first that there is no trust agreement, before anything is set up', async () => {
    const refused = serve([]);
    expect((await refused.ended).code).toBe(1);
    expect(refused.lines.join('\n')).toContain(`no trust agreement in \`${join(data, 'trust')}\``);
    expect(refused.lines.join('\n')).not.toContain('setup');
  });

  it('refuses an argument that it does not know, and a demonstration beyond loopback', async () => {
    const misspelt = serve(['--dmo']);
    expect((await misspelt.ended).code).toBe(3);
    expect(misspelt.lines[0]).toBe('unknown argument `--dmo`');

    const open = serve(['--demo'], { HOST: '0.0.0.0' });
    expect((await open.ended).code).toBe(1);
    expect(open.lines.join('\n')).toContain('a demonstration listens on loopback alone');
  });

  it(
    'answers a token of an agreement in its folder, holds nothing made up, and gives tokens to nobody',
    async () => {
      mkdirSync(join(data, 'trust'), { recursive: true });
      writeFileSync(join(data, 'trust', 'aut.json'), JSON.stringify(AGREEMENT));
      run = serve([], { HOST: '127.0.0.1' });
      const [, url = ''] = await run.line(/^ready (http:\S+)/);
      expect(run.lines.join('\n')).not.toContain('npm run -s token');

      const query = `{ viewer { agency purpose } missions(first: 1) { totalCount }
        incidents(filter: { synthetic: { eq: true } }) { totalCount } warnings { totalCount } }`;
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf()}` },
        body: JSON.stringify({ query }),
      });
      const { data: found, extensions } = (await answer.json()) as { data: unknown; extensions: { audit: object } };
      expect(found).toEqual({
        viewer: { agency: 'AUT.foreign-ministry', purpose: 'PROTOCOL_NOTIFICATION' },
        missions: { totalCount: 9737 },
        incidents: { totalCount: 0 },
        warnings: { totalCount: 0 },
      });
      expect(extensions.audit).toHaveProperty('receipt');

      const tokens = await fetch(`${url}/dev/token`, { method: 'POST', body: '{"as":"deu.police"}' });
      expect(tokens.status).toBe(404);
      expect((await fetch(`${url}/`)).status).toBe(404);

      await followsItsTrustFolder(run, url);
    },
    START_MS,
  );

  /** Switching off, switching on, taking away and a signal, on the gateway that runs. */
  async function followsItsTrustFolder({ process: supervisor }: Supervised, url: string): Promise<void> {
    const file = (name: string): string => join(data, 'trust', name);
    const codeNow = async (): Promise<string> => {
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf()}` },
        body: '{"query":"{ viewer { agency } }"}',
      });
      const body = (await answer.json()) as { errors?: readonly { extensions: { code: string } }[] };
      return body.errors?.[0]?.extensions.code ?? 'answered';
    };
    const soon = async (code: string): Promise<void> => {
      const begun = performance.now();
      for (let now = ''; now !== code && performance.now() - begun < SWITCHED_WITHIN_MS; ) now = await codeNow();
      expect(await codeNow()).toBe(code);
    };

    writeFileSync(file('revoked.json'), '{"v":1,"issuers":[],"tokens":["one"]}');
    await soon('TOKEN_REVOKED');
    rmSync(file('revoked.json'));
    await soon('answered');
    supervisor.kill('SIGHUP');
    expect(await codeNow()).toBe('answered');
    writeFileSync(file('aut.json'), '{');
    await soon('ISSUER_UNKNOWN');
    writeFileSync(file('aut.json'), JSON.stringify(AGREEMENT));
    await soon('answered');
    rmSync(file('aut.json'));
    await soon('ISSUER_UNKNOWN');
    expect(supervisor.exitCode).toBeNull();
  }
});
