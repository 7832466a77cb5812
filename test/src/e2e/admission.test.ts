import { afterEach, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { SilentSubgraph } from '../testkit/silent-subgraph.js';
import { codesOf } from './answer.js';

const SLOW = `{ missionByWikidataId(wikidataId: "Q875787") { warnings(first: 5) { edges { node { tearline } } } } }`;
const QUICK = '{ missionByWikidataId(wikidataId: "Q875787") { city } }';

describe('requests beyond what one subject may have at once', () => {
  let mesh: Mesh | null = null;
  let silent: SilentSubgraph | null = null;
  afterEach(async () => {
    silent?.close();
    await mesh?.close();
  });

  it(
    'are refused before any work and told when to come back, others are served, and so is the subject afterwards',
    async () => {
      silent = await SilentSubgraph.start();
      mesh = await startMesh({ addresses: { intel: silent.url } });
      const police = mesh.as('deu.police', 'THREAT_PREVENTION');

      const slow = Array.from({ length: 16 }, () => police.query(SLOW));
      await silent.called(16);
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

      silent.drop();
      await Promise.all(slow);
      expect(codesOf(await police.query(QUICK))).toEqual([]);
    },
    MESH_STARTS_WITHIN_MS,
  );
});
