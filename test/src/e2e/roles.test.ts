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
    // Its State filed it for the host's rescuers and itself.
    expect(rulesWithheldAt(answer, 'other.premises.floorPlan')).toEqual(['LABEL']);
    expect(answer.text).not.toContain('EX-FLOORPLAN-Q80685174');
  });

  it('opens to the protecting power what is in its custody, of another post of that State nothing, and to strangers none', async () => {
    const document = `{
      kept: missionByWikidataId(wikidataId: "Q3774656") {
        premises { address floorPlan interiorPlan archiveRegister custody { custodian since } }
      }
      other: missionByWikidataId(wikidataId: "Q875787") { premises { floorPlan interiorPlan archiveRegister } }
    }`;
    const mandated = await mesh.as('che.protecting-power', 'INTERESTS_PROTECTION').query(document);
    expect(valueAt(mandated, 'kept.premises.custody.custodian')).toBe('CHE');
    // VCDR 45(b): the premises, with property and archives, were entrusted to it.
    expect(valueAt(mandated, 'kept.premises.address')).not.toBeNull();
    for (const field of ['floorPlan', 'interiorPlan', 'archiveRegister']) {
      expect(valueAt(mandated, `kept.premises.${field}`)).toContain('Q3774656');
      expect(valueAt(mandated, `other.premises.${field}`)).toBeNull();
    }
    const stranger = await mesh.as('gbr.foreign-ministry', 'THREAT_PREVENTION').query(document);
    expect(valueAt(stranger, 'kept.premises.custody')).toBeNull();
    expect(valueAt(stranger, 'kept.premises.floorPlan')).toBeNull();
    expect(stranger.text).not.toContain('EX-FLOORPLAN');
    expect(rulesWithheldAt(stranger, 'kept.premises.custody')).toEqual(['CHY-DENY']);
    expect(rulesWithheldAt(stranger, 'kept.premises.archiveRegister')).toEqual(['LABEL', 'VCDR-24']);
  });
});
