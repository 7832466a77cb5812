import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  composeTestSupergraph,
  startTestSubgraph,
  type TestSubgraph,
  testSubgraphSchema,
  truthfully,
} from '@chancery/gateway/testkit/test-mesh';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const SERVE = fileURLToPath(new URL('../../federation/serve.mjs', import.meta.url));
const SDL = 'type Query { port: String }';
const STARTS_WITHIN_MS = 300_000;

const start = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [SERVE, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH } });

async function exitOf(child: ChildProcess): Promise<{ readonly code: unknown; readonly told: string }> {
  let told = '';
  child.stderr?.on('data', (chunk) => {
    told += chunk;
  });
  const [code] = await once(child, 'exit');
  return { code, told };
}

describe('node test/federation/serve.mjs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-serve-'));
  const file = join(folder, 'supergraph.graphql');
  let subgraph: TestSubgraph;
  let child: ChildProcess;
  let url: string;

  beforeAll(async () => {
    subgraph = await startTestSubgraph(truthfully(testSubgraphSchema(SDL), { port: 'Kiel' }));
    writeFileSync(
      file,
      composeTestSupergraph({ ports: SDL }, () => subgraph.url),
    );
    child = start('--supergraph', file, '--port', '0');
    const [line] = await once(createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> }), 'line');
    url = JSON.parse(line).ready.url;
  }, STARTS_WITHIN_MS);

  afterAll(async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
    await subgraph[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  it('answers without a token, from the addresses that the supergraph names', async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: '{ port }' }),
    });

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { port: 'Kiel' } });
  });

  it('says that it is well', async () => {
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect((await fetch(`http://localhost:${new URL(url).port}/health`)).status).toBe(200);
  });

  it('is reached from this machine alone', async () => {
    const { port } = new URL(url);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) await expect(fetch(`http://${address}:${port}/health`)).rejects.toThrow();
  });

  it('refuses to start without a supergraph, or on one that names no address', async () => {
    expect(await exitOf(start('--port', '0'))).toMatchObject({
      code: 2,
      told: expect.stringContaining('--supergraph FILE'),
    });
    const nowhere = join(folder, 'nowhere.graphql');
    writeFileSync(
      nowhere,
      composeTestSupergraph({ ports: SDL }, () => ''),
    );
    const { code, told } = await exitOf(start('--supergraph', nowhere, '--port', '0'));
    expect(code).not.toBe(0);
    expect(told).toContain('subgraph `ports` has no address');
  });
});
