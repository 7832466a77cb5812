import { withConnection } from '@chancery/shared/postgres/connect';
import { randomId } from '@chancery/shared/subgraph/tables/random-id';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type Answer, codesOf, valueAt } from './answer.js';

const EXPLAIN = `query Why($id: ID!, $coordinate: String!, $asOf: DateTime) {
  explain(id: $id, coordinate: $coordinate, asOf: $asOf) {
    coordinate allowed code citations { id instrument article } obligations { kind rule }
    paths { steps { kind text act commands represents offices purpose } } pathsComplete
    timeline { from until allowed } timelineComplete
  }
}`;
const SHARE = `query Share($id: ID!, $coordinate: String!, $partner: String!, $purpose: Purpose!) {
  canShare(id: $id, coordinate: $coordinate, partner: $partner, purpose: $purpose) { partner allowed code citations { id } }
}`;

const REQUEST = `mutation Ask($id: ID!, $coordinate: String!, $key: String!) {
  requestInformation(input: { idempotencyKey: $key, record: $id, coordinates: [$coordinate], reason: "why" }) { informationRequest { id } }
}`;

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Premises: ['address', 'floorPlan', 'interiorPlan', 'archiveRegister'],
  Warning: ['reference', 'tearline', 'body', 'severity'],
  Incident: ['reference', 'summary', 'mission'],
};
const COMPOSITE = new Set(['mission']);
const ROOTS: Readonly<Record<string, string>> = { Warning: 'warning', Incident: 'incident', Premises: 'node' };

const ASKERS = [
  ['usa.intelligence', 'THREAT_PREVENTION'],
  ['usa.diplomatic-security', 'INCIDENT_RESPONSE'],
  ['deu.police', 'THREAT_PREVENTION'],
  ['deu.fire-service', 'PROTECT_LIFE'],
  ['ury.observer', 'TRAINING'],
] as const;

const bytes = ({ status, text }: Answer) => [status, text.replace(/"receipt":"[^"]+"/, '')];

/** Of rows that are hidden so many are asked for: which come first among all is chance. */
const HIDDEN_TRIED = 3;

describe('why a value may be read or not', () => {
  let mesh: Mesh;
  let ids: Readonly<Record<string, readonly string[]>>;
  let premises: { readonly berlin: string; readonly munich: string };

  beforeAll(async () => {
    mesh = await startMesh();
    const all = await mesh.as('usa.intelligence', 'THREAT_PREVENTION').query(
      `{ incidents(first: 4) { edges { node { id } } } warnings(first: 100) { edges { node { id } } }
         berlin: missionByWikidataId(wikidataId: "Q875787") { premises { id } }
         munich: missionByWikidataId(wikidataId: "Q470042") { premises { id } } }`,
    );
    const of = (path: string) =>
      (valueAt(all, `${path}.edges`) as { node: { id: string } }[]).map(({ node }) => node.id);
    premises = {
      berlin: String(valueAt(all, 'berlin.premises.id')),
      munich: String(valueAt(all, 'munich.premises.id')),
    };
    ids = { Incident: of('incidents'), Warning: of('warnings'), Premises: [premises.berlin, premises.munich] };
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  it('is decided as the value itself is, whoever asks about what', async () => {
    const outcomes = new Set<string>();
    for (const [persona, purpose] of ASKERS) {
      const asker = mesh.as(persona, purpose);
      for (const [type, fields] of Object.entries(FIELDS)) {
        for (const id of (ids[type] ?? []).slice(0, 2)) {
          for (const field of fields) {
            const selected = `${field}${COMPOSITE.has(field) ? ' { id }' : ''}`;
            const root = ROOTS[type] ?? '';
            const own = root === 'node' ? `... on ${type} { ${selected} }` : selected;
            const read = await asker.query(`query ($id: ID!) { it: ${root}(id: $id) { id ${own} } }`, { id });
            const why = await asker.query(EXPLAIN, { id, coordinate: `${type}.${field}` });
            const told = valueAt(why, 'explain') as { allowed: boolean; code: string | null } | null;
            const item = read.body.extensions?.withheld?.find(({ coordinate }) => coordinate === `${type}.${field}`);
            const seen = valueAt(read, 'it') !== null;
            const place = [persona, `${type}.${field}`, id];
            expect([...place, told !== null]).toEqual([...place, seen]);
            if (told === null) continue;
            expect([...place, told.allowed, told.code]).toEqual([...place, item === undefined, item?.code ?? null]);
            outcomes.add(told.code ?? 'ALLOWED');
          }
        }
      }
    }
    expect([...outcomes]).toEqual(expect.arrayContaining(['ALLOWED', 'INVIOLABILITY', 'BASIS_MISSING']));
  }, 180_000);

  it('names who may let rescuers into an embassy, and no disaster', async () => {
    const answer = await mesh
      .as('deu.fire-service', 'PROTECT_LIFE')
      .query(EXPLAIN, { id: premises.berlin, coordinate: 'Premises.floorPlan' });
    expect(valueAt(answer, 'explain')).toMatchObject({ allowed: false, code: 'INVIOLABILITY' });
    const paths = valueAt(answer, 'explain.paths') as {
      steps: { act: string; represents: string; offices: string[] }[];
    }[];
    const consent = paths.find(({ steps }) => steps.length === 1 && steps[0]?.act === 'CONSENT');
    expect(consent?.steps[0]).toMatchObject({ represents: 'USA', commands: ['Mutation.grantAct'] });
    expect(consent?.steps[0]?.offices).toContain('HEAD_OF_MISSION');
    expect(JSON.stringify(paths)).not.toContain('DISASTER');
  });

  it('is asked for, and the request is listed under who asked: the gateway says who that is, and compliance what it has filed', async () => {
    const lists = `{ viewer { agency requests(first: 500) { edges { node { record premises { id } requesterAgency { reference } } } } } }`;
    const fire = mesh.as('deu.fire-service', 'PROTECT_LIFE');
    const variables = { id: premises.berlin, coordinate: 'Premises.floorPlan', key: 'listed-under-viewer' };
    expect(codesOf(await fire.query(REQUEST, variables))).toEqual([]);
    expect(valueAt(await fire.query(lists), 'viewer')).toMatchObject({
      agency: 'DEU.fire-service',
      requests: {
        edges: expect.arrayContaining([
          {
            node: {
              record: premises.berlin,
              premises: { id: premises.berlin },
              requesterAgency: { reference: 'DEU.fire-service' },
            },
          },
        ]),
      },
    });
    const police = await mesh.as('deu.police', 'THREAT_PREVENTION').query(lists);
    expect(valueAt(police, 'viewer.agency')).toBe('DEU.police');
    expect(JSON.stringify(valueAt(police, 'viewer.requests'))).not.toContain(premises.berlin);
  });

  it('is not told by a command either: a plan of another service that is hidden is not there, byte for byte', async () => {
    const hidden = await withConnection(mesh.ownerUrlOf('missions'), async (owner) => {
      const text = `select t.id from emergency_action_plan t join handling h on h.id = t.handling_id
        where h.text like 'l=DEU%' and h.text not like '%USA%' limit 1`;
      return String((await owner.query<{ id: string }>(text)).rows[0]?.id);
    });
    const security = mesh.as('usa.diplomatic-security', 'INCIDENT_RESPONSE');
    const posts = await security.query('{ missionByWikidataId(wikidataId: "Q875787") { id } }');
    const reported = await security.query(
      'mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { id } } }',
      {
        input: {
          ...{ idempotencyKey: 'of-a-hidden-plan', mission: valueAt(posts, 'missionByWikidataId.id'), type: 'ARSON' },
          ...{ occurredOn: '2026-09-20', city: 'Berlin', siteKind: 'EMBASSY', summary: 'A fire.' },
        },
      },
    );
    const activate = async (emergencyActionPlan: string) => {
      const input = {
        ...{ idempotencyKey: 'by-a-hidden-plan', incident: valueAt(reported, 'reportIncident.incident.id') },
        ...{ plan: 'EMERGENCY_ACTION_PLAN', planRef: 'EAP', activatedByRole: 'HOM', emergencyActionPlan },
      };
      return security.query(
        'mutation ($input: ActivatePlanInput!) { activatePlan(input: $input) { planActivation { id } } }',
        { input },
      );
    };
    const [ofHidden, ofNone] = [await activate(hidden), await activate(randomId('EmergencyActionPlan'))];
    expect(hidden).toMatch(/^eap_/);
    expect(codesOf(ofHidden)).toEqual(['NOT_FOUND']);
    expect(bytes(ofHidden)).toEqual(bytes(ofNone));
  });

  it('stands on the ledger as looked at: withheld, or internal where the value was open, and never as disclosed', async () => {
    const asker = mesh.as('deu.fire-service', 'PROTECT_LIFE');
    const entryOf = async (id: string) =>
      mesh.ledger.entryOf(await asker.query(EXPLAIN, { id, coordinate: 'Premises.floorPlan' }));
    const decisionIn = (entry: Awaited<ReturnType<typeof entryOf>>) =>
      entry.access
        .filter(({ coordinate }) => coordinate === 'Premises.floorPlan')
        .map(({ decision, rules }) => [decision, rules]);
    expect(decisionIn(await entryOf(premises.berlin))).toEqual([['W', ['VCDR-22-1']]]);
    expect(decisionIn(await entryOf(premises.munich))).toEqual([['I', ['VCCR-31-2D']]]);
  });

  it('is nothing of a hidden record, byte for byte as of one that is not there, and as much is asked for it', async () => {
    const observer = mesh.as('ury.observer', 'TRAINING');
    let hidden = 0;
    const ask = async (document: string, variables: Record<string, string>) => {
      const before = mesh.requestsByName();
      const answer = await observer.query(document, variables);
      const after = mesh.requestsByName();
      return [
        bytes(answer),
        Object.entries(after)
          .filter(([name, times]) => times !== before[name])
          .map(([name]) => name),
      ];
    };
    for (const id of ids.Warning ?? []) {
      if (hidden === HIDDEN_TRIED) break;
      const seen = await observer.query('query ($id: ID!) { warning(id: $id) { id } }', { id });
      if (valueAt(seen, 'warning') !== null) continue;
      hidden += 1;
      const absent = randomId('Warning');
      for (const [document, more] of [
        [EXPLAIN, { coordinate: 'Warning.body' }],
        [EXPLAIN, { coordinate: 'EXISTENCE', asOf: '2020-01-01T00:00:00Z' }],
        [SHARE, { coordinate: 'Warning.body', partner: 'DEU.police', purpose: 'THREAT_PREVENTION' }],
      ] as const) {
        expect(await ask(document, { id, ...more })).toEqual(await ask(document, { id: absent, ...more }));
      }
    }
    expect(hidden).toBeGreaterThan(0);
  });

  it('is asked for of a hidden record as of one that is not there: the same bytes, and the same is asked of services', async () => {
    const asker = mesh.as('deu.police', 'THREAT_PREVENTION');
    const asked = async (id: string, coordinate: string) => {
      const before = mesh.requestsByName();
      const answer = await asker.query(REQUEST, { id, coordinate, key: 'the-same-for-all' });
      const after = mesh.requestsByName();
      return [bytes(answer), Object.entries(after).map(([name, times]) => [name, times - (before[name] ?? 0)])];
    };
    let hidden = 0;
    for (const id of ids.Warning ?? []) {
      if (hidden === HIDDEN_TRIED) break;
      const seen = await asker.query('query ($id: ID!) { warning(id: $id) { id } }', { id });
      if (valueAt(seen, 'warning') !== null) continue;
      hidden += 1;
      for (const coordinate of ['Warning.body', 'Warning.nothing', 'Incident.summary']) {
        expect(await asked(id, coordinate)).toEqual(await asked(randomId('Warning'), coordinate));
      }
      expect(codesOf(await asker.query(REQUEST, { id, coordinate: 'Warning.body', key: 'once-more' }))).toEqual([
        'NOT_FOUND',
      ]);
    }
    expect(hidden).toBeGreaterThan(0);
    // What it sees and may read is not asked for either, and is told from nothing.
    const open = await asked(premises.munich, 'Premises.address');
    expect(JSON.stringify(open)).toContain('names what is not withheld');
  });

  it('of another day is decided by its law: what protects a consulate began with the Convention', async () => {
    const asker = mesh.as('deu.police', 'THREAT_PREVENTION');
    const at = async (asOf: string) =>
      valueAt(await asker.query(EXPLAIN, { id: premises.munich, coordinate: 'Premises.address', asOf }), 'explain');
    expect(await at('1960-01-01T00:00:00Z')).toMatchObject({ allowed: false });
    // No text of that year but an RFC 3339 one is of that year: by others it is 2001, when the law was there.
    expect(await at('0001-01-01T00:00:00Z')).toMatchObject({ allowed: false });
    const now = (await at(new Date().toISOString())) as { allowed: boolean; timeline: { allowed: boolean }[] };
    expect(now.allowed).toBe(true);
    expect(now.timeline.some(({ allowed }) => allowed)).toBe(true);
  });

  it('is asked about few values at once, and about a field of the record alone', async () => {
    const asker = mesh.as('deu.police', 'THREAT_PREVENTION');
    const many = Array.from(
      { length: 11 },
      (_, n) =>
        `a${n}: explain(id: $id, coordinate: "Premises.address", asOf: "20${n + 10}-01-01T00:00:00Z") { allowed }`,
    );
    const answer = await asker.query(`query ($id: ID!) { ${many.join(' ')} }`, { id: premises.munich });
    expect(codesOf(answer)).toEqual(['INPUT_INVALID']);
    expect(answer.text).toContain('at most 10 such questions');
    for (const coordinate of ['Mission.city', 'Premises.nothing', 'Premises.id', 'floorPlan', '']) {
      const refused = await asker.query(EXPLAIN, { id: premises.munich, coordinate });
      expect([coordinate, codesOf(refused)]).toEqual([coordinate, ['INPUT_INVALID']]);
    }
  });

  it('of a partner is told to whoever reads it and whose State made it, and to nobody else', async () => {
    const share = async (persona: string, purpose: string, id: string, partner: string, wanted: string) =>
      valueAt(
        await mesh
          .as(persona, purpose)
          .query(SHARE, { id, coordinate: 'Premises.floorPlan', partner, purpose: wanted }),
        'canShare',
      );
    const owner = ['usa.diplomatic-security', 'INCIDENT_RESPONSE'] as const;
    expect(await share(...owner, premises.munich, 'DEU.fire-service', 'PROTECT_LIFE')).toMatchObject({ allowed: true });
    expect(await share(...owner, premises.berlin, 'DEU.fire-service', 'PROTECT_LIFE')).toMatchObject({
      allowed: false,
      code: 'INVIOLABILITY',
      citations: [{ id: 'VCDR-22-1' }],
    });
    expect(await share(...owner, premises.munich, 'DEU.fire-service', 'TRAINING')).toMatchObject({
      allowed: false,
      code: 'PURPOSE_MISMATCH',
    });
    // The fire service reads the plan as well, and is not of the State that made it.
    expect(
      await share('deu.fire-service', 'PROTECT_LIFE', premises.munich, 'DEU.police', 'THREAT_PREVENTION'),
    ).toBeNull();
  });

  it('of a partner says nothing of whom agreements let in to who may not ask', async () => {
    const fire = mesh.as('deu.fire-service', 'PROTECT_LIFE');
    const owner = mesh.as('usa.diplomatic-security', 'INCIDENT_RESPONSE');
    const asked = (id: string, partner: string) => {
      return { id, coordinate: 'Premises.floorPlan', partner, purpose: 'PROTECT_LIFE' };
    };
    for (const id of [premises.munich, premises.berlin, 'prm_00000000000000000000000000']) {
      const [one, none] = [
        await fire.query(SHARE, asked(id, 'DEU.police')),
        await fire.query(SHARE, asked(id, 'NOBODY.x')),
      ];
      expect([none.status, none.body.data, none.body.errors]).toEqual([one.status, one.body.data, one.body.errors]);
    }
    expect(codesOf(await owner.query(SHARE, asked(premises.munich, 'NOBODY.x')))).toEqual(['INPUT_INVALID']);
  });

  it('of whoever is asked for is on the ledger, as a question', async () => {
    const asker = mesh.as('usa.diplomatic-security', 'INCIDENT_RESPONSE');
    const variables = {
      id: premises.berlin,
      coordinate: 'Premises.floorPlan',
      partner: 'DEU.fire-service',
      purpose: 'PROTECT_LIFE',
    };
    const { access } = await mesh.ledger.entryOf(await asker.query(SHARE, variables));
    const asked = access.filter(({ coordinate }) => coordinate === 'Premises.floorPlan');
    expect(asked.map(({ decision }) => decision)).toEqual(['I', 'I']);
    expect(asked.flatMap(({ rules }) => rules)).toContain('VCDR-22-1');
  });

  it('begins with who asks: its token as it was understood', async () => {
    const answer = await mesh
      .as('usa.intelligence', 'THREAT_PREVENTION')
      .query('{ viewer { subject nationalities compartments groups tokenExpiresAt purposes clipped { claim } } }');
    expect(valueAt(answer, 'viewer')).toMatchObject({
      nationalities: ['USA'],
      compartments: ['SI'],
      groups: expect.arrayContaining(['NATO']),
      subject: expect.stringMatching(/^a:[0-9a-f]{16}$/),
      tokenExpiresAt: expect.stringMatching(/Z$/),
    });
  });
});
