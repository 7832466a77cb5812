import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';

describe('a caller that goes away before it is answered', () => {
  let mesh: Mesh | null = null;
  let silent: Server | null = null;
  const held: Socket[] = [];
  afterEach(async () => {
    for (const socket of held) socket.destroy();
    await mesh?.close();
    silent?.close();
  });

  it(
    'is recorded as gone, with nothing disclosed and no coordinate read',
    async () => {
      let asked = (): void => {};
      const isAsked = new Promise<void>((resolve) => {
        asked = resolve;
      });
      const server = createServer((socket) => {
        held.push(socket);
        // Its health is asked for as well, by GET.
        socket.on('data', (bytes) => {
          if (bytes.toString().startsWith('POST')) asked();
        });
      });
      silent = server;
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no address');
      // What missions give is there when the caller leaves; intel is still being waited for.
      mesh = await startMesh({ addresses: { intel: `http://127.0.0.1:${address.port}/` } });
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
      await isAsked;
      caller.abort();
      await expect(answer).rejects.toThrow('aborted');

      const leaves = await mesh.ledger.leavesOf('Abandoned');
      expect(leaves).toHaveLength(1);
      expect(JSON.parse(leaves[0] ?? '')).toMatchObject({
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
