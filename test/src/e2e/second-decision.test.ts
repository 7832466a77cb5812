import { readdirSync, readFileSync } from 'node:fs';
import { compliance } from '@chancery/compliance/service';
import { incidents } from '@chancery/incidents/service';
import { intel } from '@chancery/intel/service';
import { missions } from '@chancery/missions/service';
import { createPolicyEngine } from '@chancery/policy/engine';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { withConnection } from '@chancery/shared/postgres/connect';
import type { FederatedSchema } from '@chancery/shared/subgraph/serving/federated-schema';
import type { DecisionPoint } from '@chancery/shared/subgraph/visibility/decision-point';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import type { Category, Coordinate } from '@chancery/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isLeafType, isObjectType } from 'graphql';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { SUBGRAPHS, type SubgraphName } from '../testkit/world.js';
import { valueAt } from './answer.js';

const EXAMPLES = new URL('../../../docs/examples/', import.meta.url);
const engine = createPolicyEngine();

/** A question for everything that a service holds of its labelled rows. */
const EVERYTHING: Readonly<Record<SubgraphName, (selection: (type: string) => string) => string>> = {
  missions: (of) => `{ missions(first: 100, filter: { wikidataId: { in: ["Q875787", "Q470042", "Q3774656"] } }) {
    edges { node { ${of('Mission')} premises { ${of('Premises')} custody { custodian since } } } } } }`,
  incidents: (of) => `{ incidents(first: 100) { edges { node { ${of('Incident')} } } } }`,
  intel: (of) => `{ warnings(first: 100) { edges { node { ${of('Warning')} missions { id } } } } }`,
  compliance: (of) => `{ legalActs(first: 100) { edges { node { ${of('LegalAct')} missions { id } } } } }`,
};

/** Built once: that takes longer than all that is asked of one. */
const schemas = async (): Promise<Readonly<Record<SubgraphName, FederatedSchema>>> => ({
  missions: await missions.schema(),
  incidents: await incidents.schema(),
  intel: await intel.schema(),
  compliance: await compliance.schema(),
});

interface Row {
  readonly __typename: string;
  readonly handling: number;
  readonly [field: string]: unknown;
}

/** Every object of an answer that carries a handling. */
function labelledIn(value: unknown): Row[] {
  if (Array.isArray(value)) return value.flatMap(labelledIn);
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(labelledIn);
  return 'handling' in value ? [value as Row, ...below] : below;
}

describe('what a subgraph sends to the gateway', () => {
  let mesh: Mesh;
  let built: Readonly<Record<SubgraphName, FederatedSchema>>;
  beforeAll(async () => {
    mesh = await startMesh();
    built = await schemas();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  async function call(persona: string, purpose: string, name: SubgraphName, document: string) {
    const [body, at] = [JSON.stringify({ query: document }), Date.now()];
    const context = mesh.contextFor(persona, name, body, { at, purpose });
    const headers = { 'content-type': 'application/json', 'chancery-context': context };
    const response = await fetch(mesh.subgraphUrl(name), { method: 'POST', headers, body });
    const text = await response.text();
    const { data, extensions = {} } = JSON.parse(text);
    return { text, data, extensions, at };
  }

  it.each(PERSONAS.flatMap(({ id, purposes }) => purposes.map((purpose) => [id, purpose] as const)))(
    'for %s and %s is what the policies allow, and it says what it withheld',
    async (persona, purpose) => {
      const problems: string[] = [];
      let values = 0;
      for (const name of SUBGRAPHS) {
        const { schema, categories } = built[name];
        const leavesOf = (typeName: string): string => {
          const type = schema.getType(typeName);
          const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
          return [
            '__typename',
            ...fields.filter((field) => isLeafType(getNamedType(field.type))).map((f) => f.name),
          ].join(' ');
        };
        const { data, extensions, at } = await call(persona, purpose, name, EVERYTHING[name](leavesOf));
        const decider = engine.open(mesh.profileOf(persona, purpose, at), mesh.viewAt(at), at);
        const mayRead = (coordinate: Coordinate, category: Category, floor: number, handling: number): boolean => {
          const parsed = parseHandling(extensions.handlings[handling]);
          return decider.decide(category, handlingAt(parsed, coordinate, category, floor), 'read').effect === 'allow';
        };
        for (const row of labelledIn(data)) {
          for (const [field, value] of Object.entries(row)) {
            const coordinate: Coordinate = `${row.__typename}.${field}`;
            const declared = categories.get(coordinate);
            if (declared === undefined) continue;
            values += 1;
            const allowed = mayRead(coordinate, declared.category, declared.floor, row.handling);
            const told = (extensions.withheld?.[coordinate] ?? []).includes(row.handling);
            if (!allowed && value !== null) problems.push(`${coordinate} is on the wire`);
            if (told === allowed) problems.push(`${coordinate} is ${allowed ? '' : 'not '}told as withheld`);
          }
        }
      }
      expect(problems).toEqual([]);
      expect(values).toBeGreaterThan(30);
    },
  );

  it('holds no plan, no body and no source for a token and nothing else', async () => {
    const premises = await call(
      'ury.observer',
      'TRAINING',
      'missions',
      '{ missionByWikidataId(wikidataId: "Q875787") { premises { floorPlan interiorPlan archiveRegister } } }',
    );
    expect(premises.data).toEqual({
      missionByWikidataId: { premises: { floorPlan: null, interiorPlan: null, archiveRegister: null } },
    });
    const warnings = await call(
      'ury.observer',
      'TRAINING',
      'intel',
      '{ warnings(first: 100) { edges { node { body sourceRef } } } }',
    );
    const nodes = warnings.data.warnings.edges.map(({ node }: { node: unknown }) => node);
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes) expect(node).toEqual({ body: null, sourceRef: null });
  });
});

describe('two decisions of one value', () => {
  it(
    'agree for everybody on every example',
    async () => {
      const alarms: unknown[] = [];
      const mesh = await startMesh({ log: (line) => void (line.event === 'alarm' && alarms.push(line)) });
      for (const file of readdirSync(EXAMPLES).filter((name) => name.endsWith('.graphql'))) {
        const document = readFileSync(new URL(file, EXAMPLES), 'utf8');
        for (const { id, purposes } of PERSONAS) {
          await mesh.as(id, purposes[0]).query(document);
        }
      }
      await mesh.close();

      expect(alarms).toEqual([]);
    },
    MESH_STARTS_WITHIN_MS,
  );

  it(
    'close what either closes: a value that its subgraph alone withheld is withheld with a code, and the operator told',
    async () => {
      const alarms: unknown[] = [];
      /** The policies, but for the public facts of one post. */
      const stricter: DecisionPoint = {
        version: engine.version,
        open(profile, view, now) {
          const decider = engine.open(profile, view, now);
          return {
            decide: (category, handling, action) =>
              category === 'PUBLIC_FACT' && handling.record.missions.some((mission) => mission === 'Q875787')
                ? { effect: 'withhold', validUntil: now }
                : decider.decide(category, handling, action),
          };
        },
      };
      const mesh = await startMesh({
        decisions: stricter,
        log: (line) => void (line.event === 'alarm' && alarms.push(line.message)),
      });
      const [row] = await withConnection(mesh.ownerUrlOf('missions'), async (owner) => {
        const found = await owner.query<{ id: string }>(`select id from mission where wikidata_id = 'Q875787'`);
        return found.rows;
      });
      const id = row?.id ?? '';
      const ask = (document: string) => mesh.as('deu.police', 'THREAT_PREVENTION').query(document);
      const other = await ask('{ missionByWikidataId(wikidataId: "Q470042") { city } }');
      const one = await ask(`{ mission(id: "${id}") { id city kind } }`);
      await mesh.close();

      expect(valueAt(other, 'missionByWikidataId.city')).toBe('Munich');
      expect(valueAt(one, 'mission.id')).toBe(id);
      expect(valueAt(one, 'mission.city')).toBeNull();
      expect(one.text).not.toContain('Mitte');
      expect(one.body.extensions?.withheld).toMatchObject([
        { coordinate: 'Mission.city', code: 'POLICY_ERROR', count: 1, paths: [['mission', 'city']] },
        { coordinate: 'Mission.kind', code: 'POLICY_ERROR', count: 1, paths: [['mission', 'kind']] },
      ]);
      expect(alarms).toContain('a subgraph withheld Mission.city where the gateway would not: POLICY_ERROR');
    },
    MESH_STARTS_WITHIN_MS,
  );
});
