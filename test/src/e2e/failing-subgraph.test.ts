import { afterEach, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { SilentSubgraph } from '../testkit/silent-subgraph.js';
import { codesOf, valueAt } from './answer.js';

const QUERY = `{ missionByWikidataId(wikidataId: "Q875787") {
  city incidents { totalCount } warnings(first: 5) { edges { node { tearline } } } } }`;

describe('a subgraph that fails', () => {
  let mesh: Mesh | null = null;
  let silent: SilentSubgraph | null = null;
  afterEach(async () => {
    silent?.close();
    await mesh?.close();
  });

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

      // The other face tells it as what it is, and not as a token that its caller never sent.
      const search = await fetch(`${mesh.url}/access/v1/search/resource`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${mesh.tokenOf('deu.police', 'THREAT_PREVENTION')}`,
        },
        body: JSON.stringify({
          subject: { type: 'subject', id: mesh.profileOf('deu.police', 'THREAT_PREVENTION', Date.now()).subject.id },
          action: { name: 'read' },
          resource: { type: 'Warning' },
        }),
      });
      expect([search.status, await search.json()]).toMatchObject([503, { code: 'SUBGRAPH_UNREACHABLE' }]);

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
      silent = await SilentSubgraph.start();
      mesh = await startMesh({ addresses: { intel: silent.url }, deadlineMs: 1_500 });
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
      silent = await SilentSubgraph.start();
      mesh = await startMesh({ addresses: { intel: silent.url } });
      const police = mesh.as('deu.police', 'THREAT_PREVENTION');
      const begun = performance.now();
      const held = await Promise.all([1, 2, 3, 4, 5].map(() => police.query(QUERY)));
      const waited = performance.now() - begun;
      const again = performance.now();
      const answer = await police.query(QUERY);

      // Beside each other, whatever the machine: who comes when it is known to be silent waits for a part of what they did.
      expect(performance.now() - again).toBeLessThan(waited / 2);
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
