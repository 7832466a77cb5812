import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { rulesWithheldAt, valueAt } from './answer.js';

describe('one subject, two roles in one answer', () => {
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  it('is sending State for its own embassy and a third State for the next', async () => {
    const answer = await mesh.as('usa.diplomatic-security', 'THREAT_PREVENTION').query(`{
      own: missionByWikidataId(wikidataId: "Q875787") { sendingState premises { floorPlan interiorPlan } }
      other: missionByWikidataId(wikidataId: "Q80685174") { sendingState premises { floorPlan interiorPlan } }
    }`);
    expect(valueAt(answer, 'own.premises.interiorPlan')).toContain('EX-INTERIOR');
    expect(valueAt(answer, 'own.premises.floorPlan')).toContain('EX-FLOORPLAN-Q875787');
    expect(valueAt(answer, 'other.premises.floorPlan')).toBeNull();
    expect(rulesWithheldAt(answer, 'other.premises.floorPlan')).toEqual(['CHY-DENY']);
    expect(answer.text).not.toContain('EX-FLOORPLAN-Q80685174');
  });

  it('opens to the protecting power what is in its custody, and to nobody else', async () => {
    const document =
      '{ missionByWikidataId(wikidataId: "Q3774656") { premises { address floorPlan archiveRegister custody { custodian since } } warnings { totalCount } } }';
    const mandated = await mesh.as('che.protecting-power', 'INTERESTS_PROTECTION').query(document);
    expect(valueAt(mandated, 'missionByWikidataId.premises.custody.custodian')).toBe('CHE');
    // VCDR 45(b): the premises, with property and archives, were entrusted to it.
    expect(valueAt(mandated, 'missionByWikidataId.premises.address')).not.toBeNull();
    expect(valueAt(mandated, 'missionByWikidataId.premises.floorPlan')).toContain('EX-FLOORPLAN-Q3774656');
    expect(valueAt(mandated, 'missionByWikidataId.premises.archiveRegister')).not.toBeNull();
    const stranger = await mesh.as('gbr.foreign-ministry', 'THREAT_PREVENTION').query(document);
    expect(valueAt(stranger, 'missionByWikidataId.premises.custody')).toBeNull();
    expect(valueAt(stranger, 'missionByWikidataId.premises.floorPlan')).toBeNull();
    expect(stranger.text).not.toContain('EX-FLOORPLAN');
    expect(rulesWithheldAt(stranger, 'missionByWikidataId.premises.custody')).toEqual(['CHY-DENY']);
    expect(rulesWithheldAt(stranger, 'missionByWikidataId.premises.archiveRegister')).toEqual(['VCDR-24']);
  });
});
