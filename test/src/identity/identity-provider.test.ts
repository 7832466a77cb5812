import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@chancery/shared/clock';
import { exampleAgreement } from '@chancery/shared/subjects/agreement-example';
import { openTrustFolder, type TrustFolder } from '@chancery/shared/subjects/trust-folder';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../e2e/answer.js';
import { createAsker } from '../testkit/asker.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type IdentityProvider, readTrustingLocalhost, startIdentityProvider } from './identity-provider.js';

const CLAIMS = {
  represents: 'USA',
  agency: 'USA.diplomatic-security',
  nationalities: ['USA'],
  compartments: ['SI'],
  clearances: [{ policy: 'USA', rank: 4, briefedAt: '2026-01-10', ndaAt: '2025-11-03', until: null }],
  purposes: ['PROTECT_LIFE'],
};
const VIEWER = '{ viewer { purposes clearances { policy rank } clipped { claim reason } } }';

describe('the tokens of an identity provider of another make', () => {
  let provider: IdentityProvider;
  let folder: string;
  let trust: TrustFolder;
  let mesh: Mesh;
  let read: string[] = [];
  let isReachable = true;
  beforeAll(async () => {
    provider = await startIdentityProvider(CLAIMS, 'first');
    folder = mkdtempSync(join(tmpdir(), 'chancery-trust-'));
    const agreement = { ...exampleAgreement(), issuer: provider.issuer, jwks: null, discovery: true };
    writeFileSync(join(folder, 'agency.json'), JSON.stringify(agreement));
    trust = openTrustFolder(folder, {
      clock: systemClock,
      log: () => undefined,
      read: (url) => {
        read.push(url);
        return isReachable ? readTrustingLocalhost(url) : Promise.reject(new Error('nobody there'));
      },
    });
    mesh = await startMesh({ trust });
  }, MESH_STARTS_WITHIN_MS);
  afterAll(async () => {
    await mesh.close();
    await trust[Symbol.asyncDispose]();
    await provider[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });
  const ask = (token: string): Promise<Answer> => createAsker(mesh.url, token).query(VIEWER);

  it('are believed by the keys that it publishes, as far as the agreement goes', async () => {
    const { status, body } = await ask(await provider.token());

    expect(status).toBe(200);
    expect(body.data?.viewer).toEqual({
      purposes: ['PROTECT_LIFE'],
      clearances: [{ policy: 'USA', rank: 3 }],
      clipped: [{ claim: 'clearances.USA:4', reason: 'ABOVE_CEILING' }],
    });
    expect(new Set(read)).toEqual(
      new Set([`${provider.issuer}/.well-known/openid-configuration`, `${provider.issuer}/jwks`]),
    );
  });

  it('are believed by a new key at the first token that it signs; those of a key that is withdrawn no more', async () => {
    const old = await provider.token();
    await provider.rotate('second');
    const fresh = await provider.token();

    expect((await ask(fresh)).status).toBe(200);
    const { status, body } = await ask(old);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, 'TOKEN_SIGNATURE_INVALID']);
  });

  it('are believed on by the keys that are held while it cannot be reached; a new key is not', async () => {
    isReachable = false;
    const known = await provider.token();
    expect((await ask(known)).status).toBe(200);

    await provider.rotate('third');
    const { status, body } = await ask(await provider.token());
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, 'TOKEN_SIGNATURE_INVALID']);
    isReachable = true;
  });

  it('are not asked of it again for each name of a key that somebody makes up', async () => {
    read = [];
    const [, payload] = (await provider.token()).split('.');
    const header = (kid: string) => Buffer.from(JSON.stringify({ alg: 'ES256', kid })).toString('base64url');

    const asked = Array.from({ length: 20 }, (_, at) => ask(`${header(`made-up-${at}`)}.${payload}.AAAA`));

    for (const { status } of await Promise.all(asked)) expect(status).toBe(401);
    expect(read.length).toBeLessThanOrEqual(2);
  });
});
