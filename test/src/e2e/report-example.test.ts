import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { valueAt } from './answer.js';

const FILE = new URL('../../../docs/examples/commands/report-incident.graphql', import.meta.url);
const POST = '{ missionByWikidataId(wikidataId: "Q875787") { id } }';

describe('docs/examples/commands/report-incident.graphql', () => {
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  it('sent as it says gives the record as an exercise, and sent again the same record', async () => {
    const document = readFileSync(FILE, 'utf8');
    const asker = mesh.as('usa.diplomatic-security', 'INCIDENT_RESPONSE');
    const mission = valueAt(await asker.query(POST), 'missionByWikidataId.id');
    const answer = await asker.query(document, { mission });

    expect(answer.body.errors).toBeUndefined();
    expect(valueAt(answer, 'reportIncident.incident')).toMatchObject({
      occurredOn: '2026-01-15',
      sendingState: 'USA',
      receivingState: 'DEU',
      mission: { name: expect.any(String) },
    });
    expect(answer.body.extensions?.banner).toMatchObject({ exercise: true });
    const again = await asker.query(document, { mission });
    expect(valueAt(again, 'reportIncident.incident.id')).toBe(valueAt(answer, 'reportIncident.incident.id'));
  });

  it('sent by somebody of whom no post asks it is refused, with the rule', async () => {
    const answer = await mesh.as('ury.observer').query(readFileSync(FILE, 'utf8'), { mission: 'mis_x' });

    expect(answer.status).toBe(403);
    expect(answer.body.errors).toMatchObject([{ extensions: { citations: [{ rule: 'CHY-RPT' }] } }]);
  });
});
