import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EventBytes } from '../testkit/event-bytes.js';
import { MESH_STARTS_WITHIN_MS } from '../testkit/mesh.js';
import { SUBGRAPHS } from '../testkit/world.js';
import { createOracle } from './oracle.js';
import { changeWhatIsHidden } from './other-world.js';
import { FEW } from './tables.js';
import { type Persona, Worlds } from './worlds.js';

const RUNS = 4;
const PROPERTY_WITHIN_MS = RUNS * 30_000;

const VIEWERS: readonly Persona[] = [
  { as: 'gbr.foreign-ministry', purpose: 'THREAT_PREVENTION' },
  { as: 'deu.police', purpose: 'THREAT_PREVENTION' },
  { as: 'deu.fire-service', purpose: 'PROTECT_LIFE' },
  { as: 'ury.observer', purpose: 'TRAINING' },
];

/** A case study, which everybody sees and which stands for what happens in both worlds. */
const SHARED = '1979-11-04-tehran-usa';
const DOCUMENTS = [
  'subscription { incidentUpdated { id reference type city fatalities summary source confidence synthetic } }',
  `subscription { i: incidentUpdated(filter: { synthetic: { eq: false } }) { summary
     mission { name premises { address floorPlan } warnings(first: 3) { totalCount edges { node { tearline body } } } } } }`,
  `subscription { incidentUpdated(filter: { receivingState: { isNull: false }, reference: { isNull: false } }) { reference } }`,
  'subscription { incidentUpdated { ...F } } fragment F on Incident { summary legalRules mission { incidents(first: 2) { totalCount } } }',
];

const seeds = fc.array(fc.integer({ min: 0, max: 2 ** 30 }), { minLength: 1, maxLength: 30 });
const cases = fc.record({ before: seeds, between: seeds, document: fc.constantFrom(...DOCUMENTS) });

describe('the stream of a subscription', () => {
  let worlds: Worlds;
  beforeAll(async () => {
    worlds = await Worlds.start();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => worlds.close());

  /** What a viewer is told, and subgraphs are asked, while the same happens and `meanwhile` beside it. */
  async function follow({ as, purpose }: Persona, document: string, meanwhile: readonly (() => Promise<unknown>)[]) {
    const { mesh, proxies } = worlds;
    const stream = await EventBytes.open(mesh.url, mesh.tokenOf(as, purpose), document);
    for (const proxy of Object.values(proxies)) proxy.taken();
    for (const [index, happens] of meanwhile.entries()) {
      await happens();
      // Both what the viewer reads and what it filters by: each document sees it.
      await inTransaction(mesh.ownerUrlOf('incidents'), (client) =>
        client.query('update incident set summary = $2, reference = $2 where id = $1', [shared, `shared ${index}`]),
      );
      await stream.events(index + 1);
    }
    return { bytes: stream.close(), calls: SUBGRAPHS.map((name) => proxies[name]?.taken() ?? []) };
  }

  let shared = '';
  beforeAll(async () => {
    const { rows } = await inTransaction(worlds.mesh.ownerUrlOf('incidents'), (client) =>
      client.query<{ id: string }>('select id from incident where reference = $1', [SHARED]),
    );
    shared = rows[0]?.id ?? '';
  });

  it.each(VIEWERS)(
    'is the same for $as whatever happens to what it may not see',
    async (viewer) => {
      const { mesh } = worlds;
      let changes = 0;
      await fc.assert(
        fc.asyncProperty(cases, async ({ before, between, document }) => {
          const now = Date.now();
          const oracle = createOracle(mesh.profileOf(viewer.as, viewer.purpose, now), mesh.viewAt(now), now);
          const change = (chosen: readonly number[]) => async () => {
            changes += (await changeWhatIsHidden(mesh, oracle, FEW, chosen)).changes;
          };
          const nothing = async (): Promise<void> => undefined;
          const quiet = await follow(viewer, document, [nothing, nothing]);
          const busy = await follow(viewer, document, [change(before), change(between)]);
          expect(busy).toEqual(quiet);
          expect(quiet.bytes).toContain('event: next');
        }),
        { numRuns: RUNS },
      );
      expect(changes).toBeGreaterThan(RUNS);
    },
    PROPERTY_WITHIN_MS,
  );

  it(
    'is another for the sending State, which may see what differs',
    async () => {
      const { mesh } = worlds;
      const now = Date.now();
      const oracle = createOracle(
        mesh.profileOf('gbr.foreign-ministry', 'THREAT_PREVENTION', now),
        mesh.viewAt(now),
        now,
      );
      const state = { as: 'usa.diplomatic-security', purpose: 'THREAT_PREVENTION' };
      const [document = ''] = DOCUMENTS;
      const stream = await EventBytes.open(mesh.url, mesh.tokenOf(state.as, state.purpose), document);
      await changeWhatIsHidden(
        mesh,
        oracle,
        FEW,
        Array.from({ length: 300 }, (_, index) => index * 7 + 1),
      );
      await stream.until('"synthetic":true');
      expect(stream.close()).toContain('"synthetic":true');
    },
    PROPERTY_WITHIN_MS,
  );
});
