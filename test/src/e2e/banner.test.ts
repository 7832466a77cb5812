import { readFileSync } from 'node:fs';
import { parseMark } from '@chancery/shared/labels/marks/parse-mark';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';

const EXAMPLES = ['whole-picture', 'fire', 'tearline', 'incident-list'].map((name) =>
  readFileSync(new URL(`../../../docs/examples/${name}.graphql`, import.meta.url), 'utf8'),
);
const ASKERS = PERSONAS.map(({ id, purposes }) => [id, purposes[0]] as const);

describe('the banner of an answer', () => {
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  async function bannerOf(persona: string, purpose: string | undefined, document: string) {
    const { body } = await mesh.as(persona, purpose).query(document);
    expect(body.errors).toBeUndefined();
    return body.extensions?.banner;
  }

  it.each(ASKERS)('is, for %s, a mark that the parser reads, with the exercise before it', async (id, purpose) => {
    for (const document of EXAMPLES) {
      const banner = await bannerOf(id, purpose, document);
      expect(parseMark(banner?.text ?? '').isExercise).toBe(banner?.exercise);
    }
  });

  it.each(ASKERS)(
    'says of a count to %s what it says of the rows counted, and of a page what of the next',
    async (id, purpose) => {
      const ask = (parts: string) => bannerOf(id, purpose, `{ warnings${parts} }`);
      expect(await ask('{ totalCount }')).toEqual(await ask('(first: 100) { edges { node { id } } }'));
      expect(await ask('(first: 1) { pageInfo { hasNextPage } }')).toEqual(
        await ask('(first: 2) { edges { cursor } }'),
      );
    },
  );

  it('is of an exercise for a count of synthetic rows, and says SECRET of secret ones', async () => {
    const banner = await bannerOf('usa.intelligence', 'THREAT_PREVENTION', '{ warnings { totalCount } }');
    expect(banner).toMatchObject({ exercise: true, text: expect.stringMatching(/^EXERCISE\/\/SECRET\/\/.*NOFORN$/) });
    const none = '{ warnings(filter: { reference: { eq: "W-9999" } }) { totalCount pageInfo { hasNextPage } } }';
    expect(await bannerOf('usa.intelligence', 'THREAT_PREVENTION', none)).toEqual({
      text: 'UNCLASSIFIED',
      exercise: false,
    });
  });
});
