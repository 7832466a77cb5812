import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../e2e/answer.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh, supergraph } from '../testkit/mesh.js';
import { createOracle } from './oracle.js';
import { AFTER, DocumentWriter } from './random-document.js';
import { Randomness } from './randomness.js';
import { rewriteDocument } from './rewritten-document.js';
import { TABLES } from './tables.js';
import { readVocabulary, type Vocabulary } from './vocabulary.js';

const RUNS = 40;
const PROPERTY_WITHIN_MS = 120_000;
const VIEWER = { as: 'gbr.foreign-ministry', purpose: 'THREAT_PREVENTION' };

/** Of which much is withheld from the viewer, whatever else a run asks. */
const MUCH_WITHHELD = `{
  warnings(first: 9, orderBy: [{ sentAt: DESC }]) { totalCount edges { node { reference body sourceRef tearline sentAt } } }
  missionByWikidataId(wikidataId: "Q875787") { city premises { address floorPlan interiorPlan archiveRegister } }
}`;

/** What was withheld and why, without where it stood. */
const reasonsOf = ({ body }: Answer): readonly string[] =>
  (body.extensions?.withheld ?? [])
    .map(
      ({ coordinate, code, citations, count }) => `${coordinate} ${code} ${citations.map(({ rule }) => rule)} ${count}`,
    )
    .toSorted();

describe('a question in other words', () => {
  let mesh: Mesh;
  let vocabulary: Vocabulary;
  beforeAll(async () => {
    mesh = await startMesh();
    const now = Date.now();
    const oracle = createOracle(mesh.profileOf(VIEWER.as, VIEWER.purpose, now), mesh.viewAt(now), now);
    vocabulary = await readVocabulary(mesh, oracle, TABLES);
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  it(
    'has the same answer, withheld for the same reasons and under the same banner: other aliases, order and fragments',
    async () => {
      const asker = mesh.as(VIEWER.as, VIEWER.purpose);
      let withheld = 0;
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: 2 ** 30 }), async (seed) => {
          const random = new Randomness(seed);
          const written = new DocumentWriter({
            schema: supergraph.consumerSchema,
            vocabulary,
            random,
            differing: random.some(TABLES, 6).map(({ type }) => type),
            isWide: true,
          }).write();
          const text = random.once(3) ? MUCH_WITHHELD : written.replace(AFTER, 'null');
          const first = await asker.query(text);
          if (first.status !== 200 || first.body.errors) return;
          const other = rewriteDocument(text, random);
          const second = await asker.query(other.text);

          expect(JSON.stringify(other.back(second.body.data))).toBe(JSON.stringify(first.body.data));
          expect(second.body.extensions?.banner).toEqual(first.body.extensions?.banner);
          expect(reasonsOf(second)).toEqual(reasonsOf(first));
          withheld += reasonsOf(first).length;
        }),
        { numRuns: RUNS },
      );

      expect(withheld).toBeGreaterThan(RUNS / 8);
    },
    PROPERTY_WITHIN_MS,
  );
});
