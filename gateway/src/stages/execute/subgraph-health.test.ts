import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readyRoute } from '../receive/health.js';
import { SubgraphHealth } from './subgraph-health.js';

const opened: (Server | SubgraphHealth)[] = [];
afterEach(() => {
  for (const resource of opened.splice(0)) {
    resource.close();
    if (!(resource instanceof SubgraphHealth)) resource.closeAllConnections();
  }
});

/** A subgraph whose health answers with a status, or never. */
async function startSubgraph(status: () => number | null, dangling: () => string = () => '0') {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const now = status();
    if (now !== null) response.writeHead(now, { 'chancery-dangling-links': dangling() }).end();
  });
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

async function until(condition: () => boolean): Promise<number> {
  const begun = performance.now();
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
  return performance.now() - begun;
}

describe('the health of the subgraphs', () => {
  it('shows within a second that one does not answer, refuses or is back, and holds up nobody who asks', async () => {
    let status: number | null = 200;
    const missions = await startSubgraph(() => status);
    const health = new SubgraphHealth({ missions, intel: { url: 'http://127.0.0.1:1/' } });
    opened.push(health);
    expect(health.now()).toEqual({ missions: 'unavailable', intel: 'unavailable' });

    await until(() => health.now().missions === 'ok');
    expect(missions.asked[0]).toBe('/health');
    expect(health.now().intel).toBe('unavailable');
    for (const next of [null, 200, 503]) {
      status = next;
      const expected = next === 200 ? 'ok' : 'unavailable';
      // A second, and as much again for a busy machine.
      expect(await until(() => health.now().missions === expected)).toBeLessThan(2_000);
    }
  });
});

describe('the links of the subgraphs', () => {
  it('dangle when one of them says so, and until it says otherwise; what is away has not lost its links', async () => {
    let [status, dangling]: [number | null, string] = [200, '0'];
    const incidents = await startSubgraph(
      () => status,
      () => dangling,
    );
    const missions = await startSubgraph(() => 200);
    const health = new SubgraphHealth({ missions, incidents });
    opened.push(health);
    expect(health.links()).toBe('unknown');

    await until(() => health.links() === 'ok');
    dangling = '84';
    await until(() => health.links() === 'dangling');
    status = null;
    await until(() => health.now().incidents === 'unavailable');
    expect(health.links()).toBe('dangling');
    [status, dangling] = [200, '0'];
    await until(() => health.links() === 'ok');
  });
});

describe('readiness', () => {
  const WELL = {
    isLedgerAnswering: () => true,
    hasRoom: () => true,
    isSnapshotStale: () => false,
    snapshotLagMs: () => 12.4,
    agreementsLagMs: () => 7.6,
    isDraining: () => false,
    links: () => 'ok' as const,
    checkpoints: () => 'ok' as const,
    subgraphs: () => ({ missions: 'ok' as const, intel: 'ok' as const }),
  };
  const ask = async (parts: Partial<Parameters<typeof readyRoute>[0]>) => {
    const answer = await readyRoute({ ...WELL, ...parts })({} as never, new Uint8Array());
    return { ...answer, told: JSON.parse(answer.body) };
  };

  it('names each part', async () => {
    expect((await ask({})).told).toEqual({
      status: 'ready',
      parts: {
        gateway: 'ok',
        ledger: 'ok',
        disk: 'ok',
        snapshot: 'ok',
        links: 'ok',
        agreements: 'ok',
        checkpoints: 'ok',
      },
      subgraphs: { missions: 'ok', intel: 'ok' },
      snapshotLagMs: 12,
      agreementsLagMs: 8,
    });
  });

  it('is degraded, and still to be asked, while a subgraph is away', async () => {
    const answer = await ask({ subgraphs: () => ({ missions: 'ok', intel: 'unavailable' }) });
    expect([answer.status, answer.told.status, answer.told.subgraphs.intel]).toEqual([200, 'degraded', 'unavailable']);
  });

  it('is degraded, and answers go on, while entries are signed by nobody; of a notary that is not there it says nothing', async () => {
    const answer = await ask({ checkpoints: () => 'unavailable' });
    expect([answer.status, answer.told.status, answer.told.parts.checkpoints]).toEqual([
      200,
      'degraded',
      'unavailable',
    ]);
    expect((await ask({ checkpoints: () => 'unknown' })).told.status).toBe('ready');
  });

  it('is degraded, and issuers by file are answered, while the register of agreements was not heard of for five seconds', async () => {
    const late = await ask({ agreementsLagMs: () => 5_001 });
    expect([late.status, late.told.status, late.told.parts.agreements]).toEqual([200, 'degraded', 'unknown']);
    expect((await ask({ agreementsLagMs: () => 5_000 })).told.status).toBe('ready');
    expect((await ask({ agreementsLagMs: () => null })).told).toMatchObject({
      status: 'ready',
      parts: { agreements: 'ok' },
      agreementsLagMs: null,
    });
  });

  it.each([
    ['the ledger does not answer', { isLedgerAnswering: () => false }, { ledger: 'unavailable' }],
    ['the disk is full', { hasRoom: () => false }, { disk: 'full', ledger: 'ok' }],
    ['the snapshot is stale', { isSnapshotStale: () => true }, { snapshot: 'stale' }],
    ['links dangle', { links: () => 'dangling' as const }, { links: 'dangling' }],
    ['it is being stopped', { isDraining: () => true }, { gateway: 'draining' }],
  ])('is down while %s', async (_, parts, told) => {
    const answer = await ask(parts);
    expect([answer.status, answer.told.status]).toEqual([503, 'down']);
    expect(answer.told.parts).toMatchObject(told);
  });
});
