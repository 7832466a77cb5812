import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { codesOf } from './answer.js';

const SLOW = `{ missionByWikidataId(wikidataId: "Q875787") { warnings(first: 5) { edges { node { tearline } } } } }`;
const QUICK = '{ missionByWikidataId(wikidataId: "Q875787") { city } }';

describe('requests beyond what one subject may have at once', () => {
  let mesh: Mesh | null = null;
  let silent: Server | null = null;
  const held: Socket[] = [];
  afterEach(async () => {
    for (const socket of held) socket.destroy();
    await mesh?.close();
    silent?.close();
  });

  it(
    'are refused before any work and told when to come back, others are served, and so is the subject afterwards',
    async () => {
      let called = 0;
      let allCalled = (): void => {};
      const calls = new Promise<void>((resolve) => {
        allCalled = resolve;
      });
      const server = createServer((socket) => {
        held.push(socket);
        called += 1;
        if (called === 16) allCalled();
      });
      silent = server;
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no address');
      mesh = await startMesh({ addresses: { intel: `http://127.0.0.1:${address.port}/` } });
      const police = mesh.as('deu.police', 'THREAT_PREVENTION');

      const slow = Array.from({ length: 16 }, () => police.query(SLOW));
      await calls;
      const before = mesh.requestsToAll();
      const refused = await fetch(`${mesh.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${mesh.tokenOf('deu.police', 'THREAT_PREVENTION')}`,
        },
        body: 'not even looked at',
      });
      const told = (await refused.json()) as { errors: unknown; data?: unknown };
      const again = await police.query(QUICK);

      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after')).toBe('1');
      expect(told).toMatchObject({ errors: [{ extensions: { code: 'RATE_EXCEEDED' } }] });
      expect('data' in told).toBe(false);
      expect(codesOf(again)).toEqual(['RATE_EXCEEDED']);
      expect(mesh.requestsToAll()).toBe(before);
      // Two refusals of one agency within a second are one entry.
      expect(again.body.extensions?.audit).toBeUndefined();
      expect((await mesh.as('ury.observer').query('{ viewer { agency } }')).status).toBe(200);

      for (const socket of held) socket.destroy();
      await Promise.all(slow);
      expect(codesOf(await police.query(QUICK))).toEqual([]);
    },
    MESH_STARTS_WITHIN_MS,
  );
});
