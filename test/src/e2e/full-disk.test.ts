import { DiskRoom } from '@chancery/shared/disk-room';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';

const MIN = 64 * 1024 * 1024;
const CITY = '{ missionByWikidataId(wikidataId: "Q875787") { city } }';

describe('a disk that is nearly full', () => {
  let free = 2 * MIN;
  let room: DiskRoom;
  let mesh: Mesh;
  beforeAll(async () => {
    room = await DiskRoom.open({ folders: ['/data'], bytesMin: MIN, read: async () => free, log: () => undefined });
    mesh = await startMesh({ hasRoom: () => room.isThere() });
  }, MESH_STARTS_WITHIN_MS);
  afterAll(async () => {
    room.close();
    await mesh.close();
  });

  const ready = async () => {
    const answer = await fetch(`${mesh.url}/ready`);
    const { status, parts } = (await answer.json()) as { status: string; parts: Record<string, string> };
    return [answer.status, status, parts.disk, parts.ledger];
  };
  /** Asked past the asker of other tests, for its headers. */
  const ask = (): Promise<Response> =>
    fetch(`${mesh.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${mesh.tokenOf('ury.observer')}` },
      body: JSON.stringify({ query: CITY }),
    });

  it('ends writing and answering while there still is room, and both begin again by themselves', async () => {
    expect((await ask()).status).toBe(200);
    free = MIN - 1;
    await room.look();
    const [asked, stored] = [mesh.requestsToAll(), (await mesh.ledger.receipts()).length];
    const refused = await ask();
    const text = await refused.text();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(JSON.parse(text).errors[0].extensions.code).toBe('AUDIT_UNAVAILABLE');
    expect(text).not.toContain('Berlin');
    // Nothing was begun and nothing was written.
    expect([mesh.requestsToAll(), (await mesh.ledger.receipts()).length]).toEqual([asked, stored]);
    expect(await ready()).toEqual([503, 'down', 'full', 'ok']);

    free = MIN;
    await room.look();
    expect(await (await ask()).text()).toContain('Berlin');
    expect(await ready()).toEqual([200, 'ready', 'ok', 'ok']);
    expect((await mesh.ledger.receipts()).length).toBe(stored + 1);
  });
});
