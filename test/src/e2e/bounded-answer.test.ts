import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { codesOf } from './answer.js';

let mesh: Mesh;
beforeAll(async () => {
  mesh = await startMesh();
}, MESH_STARTS_WITHIN_MS);
afterAll(async () => {
  await mesh?.close();
});

const aliases = (count: number, field: string): string =>
  Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ');

describe('a small document with a large answer', () => {
  it.each([
    [
      'by pages inside one another',
      'usa.intelligence',
      `{ ${aliases(3, 'warnings(first: 100) { ...W }')} }
       fragment W on WarningConnection { edges { node { missions { warnings(first: 100) { edges { node { missions {
         warnings(first: 100) { edges { node { ${aliases(590, 'body')} } } } } } } } } } } }`,
    ],
    [
      'by aliases of one field',
      'ury.observer',
      `{ ${aliases(30, 'incidents(first: 100) { edges { node { ...I } } }')} } fragment I on Incident { ${aliases(60, 'summary')} }`,
    ],
    [
      'by introspection',
      'ury.observer',
      `{ ${aliases(100, '__schema { types { name fields { name description } } }')} }`,
    ],
  ])('%s is refused, told with its limit, and recorded', async (_, persona, document) => {
    const answer = await mesh.as(persona).query(document);

    expect(codesOf(answer)).toEqual(['LIMIT_EXCEEDED']);
    expect(answer.body.errors?.[0]?.message).toMatch(/more than [\d]+ /);
    expect(answer.body.data).toBeUndefined();
    expect(await mesh.ledger.entryOf(answer)).toMatchObject({ kind: 'REFUSED', access: [] });
  });

  it('is not taken for an ordinary page', async () => {
    const answer = await mesh
      .as('deu.police', 'THREAT_PREVENTION')
      .query(
        '{ missions(first: 100) { edges { node { city kind incidents(first: 20) { edges { node { summary } } } } } } }',
      );
    expect(codesOf(answer)).toEqual([]);
    expect(answer.status).toBe(200);
  });
});
