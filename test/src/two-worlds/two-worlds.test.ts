import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MESH_STARTS_WITHIN_MS, supergraph } from '../testkit/mesh.js';
import { type HiddenPost, hidePosts, withdrawPosts } from './hidden-posts.js';
import { subjectOf } from './random-document.js';
import { FEW, TABLES } from './tables.js';
import { coordinatesIn, linksOf, tourOf } from './tour.js';
import { type Compared, documentAbout, documentOf, type Persona, Worlds } from './worlds.js';

const RUNS = 6;
const PROPERTY_WITHIN_MS = RUNS * 20_000;
/** Some three hundred documents, twice. */
const TOUR_WITHIN_MS = 900_000;

const PARTNER: Persona = { as: 'gbr.foreign-ministry', purpose: 'THREAT_PREVENTION' };
const VIEWERS: readonly Persona[] = [
  PARTNER,
  { as: 'deu.police', purpose: 'THREAT_PREVENTION' },
  { as: 'usa.consular', purpose: 'CONSULAR_ASSISTANCE' },
  { as: 'un.security', purpose: 'THREAT_PREVENTION' },
  // May report, and so may ask by what it derives from.
  { as: 'deu.foreign-ministry', purpose: 'THREAT_PREVENTION' },
];

/** Small seeds are tried when a case shrinks; they choose as differently as large ones. */
const seeds = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 2 ** 30 }), { minLength: least, maxLength: most });
/** Comes first in every run, so that how much was tried hangs on no chance. */
const LARGE = {
  tables: FEW,
  changes: Array.from({ length: 40 }, (_, n) => n * 104_729 + 3),
  documents: Array.from({ length: 16 }, (_, n) => n * 7_919 + 11),
};
const tables = fc.uniqueArray(fc.constantFrom(...TABLES), { minLength: 1, maxLength: 6 });
/** Over all tables; an organisation sees the least of what States keep: a fifth. */
const LEAST_SHARE_SEEN = 0.15;
const cases = fc.record({ tables, changes: seeds(1, 30), documents: seeds(1, 10) });

describe('two worlds that the law makes one for a viewer', () => {
  let worlds: Worlds;
  let hidden: readonly HiddenPost[] = [];
  beforeAll(async () => {
    // The register is public; that it need not be is what posts of one State are for.
    worlds = await Worlds.start({}, async (mesh) => {
      hidden = await hidePosts(mesh);
    });
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => worlds.close());

  it.each(VIEWERS)(
    'are one for $as: status, headers, body and what subgraphs are asked',
    async (viewer) => {
      const seen = new Power();
      await fc.assert(
        fc.asyncProperty(cases, async (chosen) => {
          const documents = chosen.documents.map(documentOf);
          const compared = await worlds.compare(viewer, { ...chosen, documents });
          seen.add(compared);
          expect(compared.second).toEqual(compared.first);
        }),
        { numRuns: RUNS, examples: [[LARGE]] },
      );
      // A machine that sees nothing, changes nothing or asks nonsense proves nothing.
      expect(seen.shareOfRowsSeen).toBeGreaterThan(LEAST_SHARE_SEEN);
      expect(seen.changes).toBeGreaterThan(20);
      expect(seen.answered).toBeGreaterThan(5);
      expect(seen.calls).toBeGreaterThan(5);
    },
    PROPERTY_WITHIN_MS,
  );

  it(
    'are one for a partner wherever it looks: by every root and every link, and after every command',
    async () => {
      const { consumerSchema } = supergraph;
      const asked = new Set<string>();
      // Several in each table, chosen by their own remainders.
      const changes = Array.from(
        { length: TABLES.length * 3 },
        (_, n) => n * 7_919 * TABLES.length + (n % TABLES.length),
      );
      expect(hidden.length).toBeGreaterThan(10);
      const { first, second, difference } = await worlds.compare(
        PARTNER,
        { tables: TABLES, changes, documents: tourOf(consumerSchema) },
        // What the partner may not know to be a post is in the other world none.
        { beside: () => withdrawPosts(worlds.mesh, hidden) },
      );

      expect(second).toEqual(first);
      expect(difference.changes).toBeGreaterThan(TABLES.length);
      for (const { document, status, body } of first) {
        // What a command is asked by is drawn; what is asked of a query is right.
        if (!document.startsWith('mutation')) expect([document, body, status]).toEqual([document, body, 200]);
        for (const coordinate of coordinatesIn(consumerSchema, document)) asked.add(coordinate);
      }
      expect(linksOf(consumerSchema).filter((coordinate) => !asked.has(coordinate))).toEqual([]);
    },
    TOUR_WITHIN_MS,
  );

  it(
    'are two for the sending State, which may see what differs',
    async () => {
      const watchedBy = { as: 'usa.diplomatic-security', purpose: 'THREAT_PREVENTION' };
      const changes = Array.from({ length: 90 }, (_, n) => n * 7 + 1);
      // Of what differs: of a schema with so many types few documents ask for it by chance.
      const documents = FEW.flatMap(({ type }) => [
        () => `{ ${rootOf(type)}(first: 500) { totalCount edges { node { id } } } }`,
        ...Array.from({ length: 45 }, (_, n) => documentAbout(n * 13 + 5, new RegExp(`\\b${type.toLowerCase()}s?\\b`))),
      ]);

      const { first, second } = await worlds.compare(PARTNER, { tables: FEW, changes, documents }, { watchedBy });

      const different = first.filter(({ body }, index) => body !== second[index]?.body);
      expect(different.length).toBeGreaterThan(3);

      const own = hidden.filter(({ state }) => state === 'USA').map(({ id }) => id);
      const posts = await worlds.compare(
        PARTNER,
        { tables: FEW, changes: [], documents: [() => `{ nodes(ids: ${JSON.stringify(own.slice(0, 50))}) { id } }`] },
        { watchedBy, beside: () => withdrawPosts(worlds.mesh, hidden) },
      );
      expect([posts.first, posts.second].map(([answer]) => answer?.body.includes(own[0] ?? ''))).toEqual([true, false]);
    },
    PROPERTY_WITHIN_MS,
  );
});

/** The root that tells of all records of a type. */
function rootOf(type: string): string {
  const roots = Object.values(supergraph.consumerSchema.getQueryType()?.getFields() ?? {});
  const found = roots.find((root) => subjectOf(root) === type && root.args.some(({ name }) => name === 'first'));
  if (found === undefined) throw new RangeError(`no root tells of all ${type}`);
  return found.name;
}

/** How much the cases could have found. */
class Power {
  changes = 0;
  calls = 0;
  answered = 0;
  #rowsAll = 0;
  #rowsSeen = 0;

  add({ first, difference }: Compared): void {
    this.changes += difference.changes;
    this.#rowsAll += difference.rowsAll;
    this.#rowsSeen += difference.rowsSeen;
    this.calls += first.flatMap(({ calls }) => calls.flat()).length;
    this.answered += first.filter(({ status, body }) => status === 200 && !body.startsWith('{"errors"')).length;
  }

  get shareOfRowsSeen(): number {
    return this.#rowsSeen / this.#rowsAll;
  }
}
