import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { rulesWithheldAt } from './answer.js';

const TEARLINE = readFileSync(new URL('../../../docs/examples/tearline.graphql', import.meta.url), 'utf8');

describe('a SECRET warning with a tearline', () => {
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  it('gives the receiving State’s police the tearline, and neither the body nor the source', async () => {
    const answer = await mesh.as('deu.police', 'THREAT_PREVENTION').query(TEARLINE);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('EX-TEARLINE-W-0001');
    expect(answer.text).not.toContain('EX-BODY-W-0001');
    expect(answer.text).not.toContain('EX-SOURCE-');
    const bodies = answer.body.extensions?.withheld?.find(({ coordinate }) => coordinate === 'Warning.body');
    // Neither its clearance nor the release reaches the body; the rank is what it is told.
    expect(bodies?.code).toBe('LABEL_NOT_DOMINATED');
  });

  it('names a hidden source nowhere: no withheld item, no error, no citation', async () => {
    const answer = await mesh.as('deu.police', 'THREAT_PREVENTION').query(TEARLINE);
    expect(JSON.stringify(answer.body.extensions)).not.toContain('sourceRef');
    expect(answer.body.errors).toBeUndefined();
  });

  it('gives the body to a partner whose clearance and release cover it', async () => {
    const answer = await mesh.as('gbr.foreign-ministry', 'THREAT_PREVENTION').query(TEARLINE);
    expect(answer.text).toContain('EX-BODY-W-0001');
    expect(answer.text).not.toContain('EX-SOURCE-');
    expect(answer.body.extensions?.banner).toMatchObject({ exercise: true });
    expect(answer.body.extensions?.banner?.text).toContain('SECRET');
  });

  it('gives the source to the intelligence agency that holds its compartment', async () => {
    const answer = await mesh.as('usa.intelligence', 'THREAT_PREVENTION').query(TEARLINE);
    expect(answer.text).toContain('EX-SOURCE-');
  });

  it('shows a third State without a purpose for it nothing of any warning', async () => {
    const answer = await mesh.as('ury.observer').query(TEARLINE);
    expect(rulesWithheldAt(answer, 'missionByWikidataId.warnings')).toEqual(['CHY-DENY']);
    for (const canary of ['EX-TEARLINE-', 'EX-BODY-', 'EX-SOURCE-', 'W-00']) expect(answer.text).not.toContain(canary);
  });
});
