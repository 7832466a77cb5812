import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { rulesWithheldAt, valueAt } from './answer.js';

const DOCUMENT = readFileSync(new URL('../../../docs/examples/whole-picture.graphql', import.meta.url), 'utf8');

/** Values of the embassy in Berlin that only some may see, each with the canary that stands for it. */
const CANARIES = {
  address: 'EX-ADDRESS-Q875787',
  floorPlan: 'EX-FLOORPLAN-Q875787',
  interiorPlan: 'EX-INTERIOR-Q875787',
  archive: 'EX-ARCHIVE-Q875787',
  tearline: 'EX-TEARLINE-W-0001',
  body: 'EX-BODY-W-0001',
  source: 'EX-SOURCE-W-',
} as const;
type Canary = keyof typeof CANARIES;

interface Expectation {
  readonly persona: string;
  readonly purpose?: string;
  readonly sees: readonly Canary[];
  /** Path and the rules told for what is withheld there. */
  readonly withheld: Readonly<Record<string, readonly string[]>>;
}

const EXPECTATIONS: readonly Expectation[] = [
  {
    persona: 'usa.diplomatic-security',
    purpose: 'THREAT_PREVENTION',
    sees: ['address', 'floorPlan', 'interiorPlan', 'archive', 'tearline', 'body'],
    withheld: {},
  },
  {
    persona: 'usa.inspectorate',
    sees: [],
    withheld: { 'mission.premises.floorPlan': ['CHY-OVSB'], 'mission.warnings': ['CHY-OVSB'] },
  },
  {
    persona: 'deu.police',
    purpose: 'THREAT_PREVENTION',
    sees: ['address', 'tearline'],
    withheld: { 'mission.premises.floorPlan': ['VCDR-22-1'], 'mission.premises.archiveRegister': ['LABEL', 'VCDR-24'] },
  },
  {
    persona: 'deu.foreign-ministry',
    purpose: 'THREAT_PREVENTION',
    sees: ['address', 'tearline'],
    withheld: { 'mission.premises.interiorPlan': ['LABEL', 'VCDR-22-1'] },
  },
  {
    persona: 'deu.fire-service',
    // Where it burns and what is threatened is told to rescuers too (VCDR 22(2)); what is inside is not.
    sees: ['address', 'tearline'],
    withheld: { 'mission.premises.floorPlan': ['VCDR-22-1'], 'mission.premises.archiveRegister': ['LABEL', 'VCDR-24'] },
  },
  {
    persona: 'gbr.foreign-ministry',
    purpose: 'THREAT_PREVENTION',
    sees: ['tearline', 'body'],
    withheld: { 'mission.premises.floorPlan': ['LABEL'], 'mission.premises.archiveRegister': ['LABEL', 'VCDR-24'] },
  },
  {
    persona: 'che.protecting-power',
    purpose: 'INTERESTS_PROTECTION',
    sees: [],
    withheld: { 'mission.premises.address': ['CHY-DENY'], 'mission.warnings': ['CHY-DENY'] },
  },
  {
    persona: 'ury.observer',
    sees: [],
    // For training nothing of the inside is asked of anybody: the record is not even fetched.
    withheld: { 'mission.premises.archiveRegister': ['CHY-PURP'], 'mission.warnings': ['CHY-DENY'] },
  },
];

describe('one document over missions, incidents and intelligence', () => {
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  describe.each(EXPECTATIONS)('asked by $persona', ({ persona, purpose, sees, withheld }) => {
    it('gives each canary to those who may see it and to nobody else', async () => {
      const answer = await mesh.as(persona, purpose).query(DOCUMENT);
      expect(answer.status).toBe(200);
      expect(answer.body.errors).toBeUndefined();
      for (const [name, canary] of Object.entries(CANARIES)) {
        expect({ [name]: answer.text.includes(canary) }).toEqual({ [name]: sees.includes(name as Canary) });
      }
    });

    it('gives public facts, and cites a rule for each value withheld', async () => {
      const answer = await mesh.as(persona, purpose).query(DOCUMENT);
      expect(valueAt(answer, 'mission.city')).toBe('Berlin');
      expect(valueAt(answer, 'viewer.agency')).toEqual(expect.stringMatching(/^[A-Z]{3}\./));
      for (const [path, rules] of Object.entries(withheld)) {
        expect(valueAt(answer, path)).toBeNull();
        expect({ [path]: rulesWithheldAt(answer, path) }).toEqual({ [path]: rules });
      }
      for (const item of answer.body.extensions?.withheld ?? []) {
        expect(item.citations.length).toBeGreaterThan(0);
        expect(item.count).toBeGreaterThan(0);
      }
    });

    it('is bannered, and stands on the ledger before it came', async () => {
      const answer = await mesh.as(persona, purpose).query(DOCUMENT);
      expect(answer.body.extensions?.banner?.text).toMatch(/UNCLASSIFIED|SECRET|EXERCISE/);
      const entry = await mesh.ledger.entryOf(answer);
      expect(entry).toMatchObject({ kind: 'READ', api: { operation: 'WholePicture' } });
      expect(entry.actor?.agency).toBe(valueAt(answer, 'viewer.agency'));
      expect(entry.access).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            coordinate: 'Mission.city',
            decision: 'A',
            rules: expect.arrayContaining(['CHY-PUB']),
          }),
        ]),
      );
    });
  });

  it('sends nothing to intel for whom all of it is closed, and something for another', async () => {
    const before = mesh.requestsTo('intel');
    await mesh.as('usa.inspectorate').query(DOCUMENT);
    expect(mesh.requestsTo('intel')).toBe(before);
    await mesh.as('deu.police', 'THREAT_PREVENTION').query(DOCUMENT);
    expect(mesh.requestsTo('intel')).toBeGreaterThan(before);
  });
});
