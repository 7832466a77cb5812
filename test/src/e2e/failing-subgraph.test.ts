import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { codesOf, valueAt } from './answer.js';

const QUERY = `{ missionByWikidataId(wikidataId: "Q875787") {
  city incidents { totalCount } warnings(first: 5) { edges { node { tearline } } } } }`;

describe('a subgraph that fails', () => {
  let mesh: Mesh | null = null;
  let silent: Server | null = null;
  afterEach(async () => {
    await mesh?.close();
    silent?.close();
  });

  /** An address where somebody takes every connection and never says a word. */
  async function silentAddress(): Promise<string> {
    const server = createServer();
    silent = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no address');
    return `http://127.0.0.1:${address.port}/`;
  }

  it(
    'leaves its own fields null under one constant error, and the rest is served and recorded',
    async () => {
      // Port 1 is nobody's.
      mesh = await startMesh({ addresses: { intel: 'http://127.0.0.1:1/' } });
      const answer = await mesh.as('deu.police', 'THREAT_PREVENTION').query(QUERY);

      expect(answer.status).toBe(200);
      expect(valueAt(answer, 'missionByWikidataId.city')).toBe('Berlin');
      expect(valueAt(answer, 'missionByWikidataId.warnings')).toBeNull();
      expect(answer.body.errors).toEqual([
        {
          message: 'this part of the answer is not available now',
          path: ['missionByWikidataId', 'warnings'],
          extensions: { code: 'SUBGRAPH_UNREACHABLE' },
        },
      ]);
      expect(answer.text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|intel/);
      expect((await mesh.ledger.entryOf(answer)).kind).toBe('READ');

      const ready = await fetch(`${mesh.url}/ready`);
      expect(ready.status).toBe(200);
      expect(await ready.json()).toMatchObject({
        status: 'degraded',
        subgraphs: { intel: 'unavailable', missions: 'ok' },
      });
    },
    MESH_STARTS_WITHIN_MS,
  );

  it(
    'cannot hold a request longer than its deadline, and costs nobody the parts that came',
    async () => {
      mesh = await startMesh({ addresses: { intel: await silentAddress() }, deadlineMs: 1_500 });
      const answer = await mesh.as('deu.police', 'THREAT_PREVENTION').query(QUERY);

      expect(answer.status).toBe(200);
      expect(valueAt(answer, 'missionByWikidataId.city')).toBe('Berlin');
      expect(valueAt(answer, 'missionByWikidataId.warnings')).toBeNull();
      expect(codesOf(answer)).toEqual(['SUBGRAPH_UNREACHABLE']);
      expect((await mesh.ledger.entryOf(answer)).kind).toBe('READ');
    },
    MESH_STARTS_WITHIN_MS,
  );

  it(
    'that never answers holds few requests for a part of their deadline, and then nobody',
    async () => {
      mesh = await startMesh({ addresses: { intel: await silentAddress() } });
      const police = mesh.as('deu.police', 'THREAT_PREVENTION');
      const begun = performance.now();
      const held = await Promise.all([1, 2, 3, 4, 5].map(() => police.query(QUERY)));
      const waited = performance.now() - begun;
      const again = performance.now();
      const answer = await police.query(QUERY);

      expect(waited).toBeGreaterThan(4_500);
      expect(waited).toBeLessThan(9_000);
      expect(performance.now() - again).toBeLessThan(1_000);
      for (const each of [...held, answer]) {
        expect(valueAt(each, 'missionByWikidataId.city')).toBe('Berlin');
        expect(codesOf(each)).toEqual(['SUBGRAPH_UNREACHABLE']);
      }
    },
    MESH_STARTS_WITHIN_MS,
  );

  it(
    'is not asked at all for whom all of it is closed, so that its failure does not show',
    async () => {
      mesh = await startMesh({ addresses: { intel: 'http://127.0.0.1:1/' } });
      const answer = await mesh.as('usa.inspectorate').query(QUERY);

      expect(answer.status).toBe(200);
      expect(answer.body.errors).toBeUndefined();
      expect(valueAt(answer, 'missionByWikidataId.incidents')).not.toBeNull();
    },
    MESH_STARTS_WITHIN_MS,
  );
});
