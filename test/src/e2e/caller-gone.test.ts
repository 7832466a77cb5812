import { parseEntry } from '@chancery/ledger/parse-entry';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { SilentSubgraph } from '../testkit/silent-subgraph.js';

describe('a caller that goes away before it is answered', () => {
  let mesh: Mesh | null = null;
  let silent: SilentSubgraph | null = null;
  afterEach(async () => {
    silent?.close();
    await mesh?.close();
  });

  it(
    'is recorded as gone, with nothing disclosed and no coordinate read',
    async () => {
      // What missions give is there when the caller leaves; intel is still being waited for.
      silent = await SilentSubgraph.start();
      mesh = await startMesh({ addresses: { intel: silent.url } });
      const caller = new AbortController();
      const answer = fetch(`${mesh.url}/graphql`, {
        method: 'POST',
        signal: caller.signal,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${mesh.tokenOf('deu.police', 'THREAT_PREVENTION')}`,
        },
        body: JSON.stringify({
          query: `query Abandoned { missionByWikidataId(wikidataId: "Q875787") {
            city warnings(first: 5) { edges { node { tearline } } } } }`,
        }),
      });
      await silent.called(1);
      caller.abort();
      await expect(answer).rejects.toThrow('aborted');

      const leaves = await mesh.ledger.leavesOf('Abandoned');
      expect(leaves).toHaveLength(1);
      expect(parseEntry(leaves[0] ?? '')).toMatchObject({
        kind: 'REFUSED',
        actor: { agency: 'DEU.police' },
        access: [],
      });
      expect(leaves[0]).toContain('CALLER_GONE');
      expect(leaves[0]).not.toContain('Mission.city');
    },
    MESH_STARTS_WITHIN_MS,
  );
});
