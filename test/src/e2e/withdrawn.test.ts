import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setupMissions } from '@chancery/missions/setup-missions';
import { withConnection } from '@chancery/shared/postgres/connect';
import { relayOutbox } from '@chancery/shared/subgraph/outbox/relay-outbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';

/** The embassy of Ecuador in London, and the incident there that everybody may read. */
const POST = 'Q1803773';
const CASE = '2019-04-11-london-ecu';
const DATA = resolve(import.meta.dirname, '../../../data');

const SEEN = `query ($id: ID!) {
  missions { totalCount }
  british: missions(first: 100, filter: { sendingState: { eq: "ECU" }, receivingState: { eq: "GBR" } }) {
    totalCount edges { node { id wikidataId } } }
  mission(id: $id) { wikidataId incidents { totalCount } }
  missionByWikidataId(wikidataId: "${POST}") { id }
  incidents(filter: { reference: { eq: "${CASE}" } }) { edges { node { reference mission { id wikidataId } } } }
  there: incidents(filter: { mission: { eq: $id } }) { totalCount }
}`;

describe('a post that the register no longer has', () => {
  let mesh: Mesh;
  let folder: string;
  beforeAll(async () => {
    mesh = await startMesh();
    folder = mkdtempSync(join(tmpdir(), 'withdrawn-'));
  }, MESH_STARTS_WITHIN_MS);
  afterAll(async () => {
    await mesh.close();
    rmSync(folder, { recursive: true });
  });

  /** Imports the register without some posts, and tells the others. */
  async function importWithout(posts: readonly string[]): Promise<void> {
    const lines = readFileSync(join(DATA, 'missions.csv'), 'utf8').split('\n');
    const kept = lines.filter((line) => !posts.some((post) => line.startsWith(`${post},`)));
    writeFileSync(join(folder, 'missions.csv'), kept.join('\n'));
    writeFileSync(join(folder, 'synthetic-posts.json'), readFileSync(join(DATA, 'synthetic-posts.json')));
    const report = (): void => undefined;
    const sourceOwnerUrl = mesh.ownerUrlOf('missions');
    await setupMissions({ ownerUrl: sourceOwnerUrl, dataFolder: folder, exercise: true, report });
    for (const name of ['incidents', 'intel'] as const) {
      const targetOwnerUrl = mesh.ownerUrlOf(name);
      await relayOutbox({ sourceOwnerUrl, targetOwnerUrl, type: 'Mission', table: 'mission_ref', report });
    }
  }

  const stored = (): Promise<{ id: string; is_withdrawn: boolean }[]> =>
    withConnection(mesh.ownerUrlOf('missions'), async (owner) => {
      const found = await owner.query<{ id: string; is_withdrawn: boolean }>(
        'select id, withdrawn_at is not null as is_withdrawn from mission where wikidata_id = $1',
        [POST],
      );
      return found.rows;
    });

  it(
    'is not listed, not counted, not found by id nor by a link from another service, and is there again when it is back',
    async () => {
      const [{ id = '' } = {}] = await stored();
      const asker = mesh.as('ury.observer');
      const before = await asker.query(SEEN, { id });
      expect(before.body.errors).toBeUndefined();
      expect(before.text).toContain(POST);

      await importWithout([POST]);
      const after = await asker.query(SEEN, { id });
      expect(after.body.errors).toBeUndefined();
      expect(after.body.data).toEqual({
        missions: { totalCount: 9736 },
        british: { totalCount: 0, edges: [] },
        mission: null,
        missionByWikidataId: null,
        incidents: { edges: [{ node: { reference: CASE, mission: null } }] },
        there: { totalCount: 0 },
      });
      expect(after.text).not.toContain(id);
      expect(after.text).not.toContain(POST);
      // Nothing tells it from an id that never was one.
      const never = await asker.query(SEEN, { id: `mis_${'0'.repeat(26)}` });
      const { audit: _, ...told } = after.body.extensions ?? {};
      const { audit: __, ...toldOfNone } = never.body.extensions ?? {};
      expect([never.body.data, toldOfNone]).toEqual([after.body.data, told]);
      expect(await stored()).toEqual([{ id, is_withdrawn: true }]);

      await importWithout([]);
      expect((await asker.query(SEEN, { id })).body.data).toEqual(before.body.data);
      expect(await stored()).toEqual([{ id, is_withdrawn: false }]);
    },
    MESH_STARTS_WITHIN_MS,
  );
});
