import { ACTIONS, DECISIONS, ENTITIES, METADATA } from '@chancery/gateway/authzen/access-answer';
import { randomId } from '@chancery/shared/subgraph/tables/random-id';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessAsker, decided, reading } from '../testkit/access-asker.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type Answer, valueAt } from './answer.js';

const READ = { name: 'read' };
const RECEIPT = /^[A-Za-z0-9_-]{22}$/;

/** Of rows that are hidden so many are asked for: which come first among all is chance. */
const HIDDEN_TRIED = 3;

describe('the Authorization API', () => {
  let mesh: Mesh;
  let premises: { readonly berlin: string; readonly munich: string };
  let warnings: readonly string[];

  let access: AccessAsker;

  beforeAll(async () => {
    mesh = await startMesh();
    access = new AccessAsker(mesh);
    const all = await mesh.as('usa.intelligence', 'THREAT_PREVENTION').query(
      `{ warnings(first: 100) { edges { node { id } } }
         berlin: missionByWikidataId(wikidataId: "Q875787") { premises { id } }
         munich: missionByWikidataId(wikidataId: "Q470042") { premises { id } } }`,
    );
    warnings = (valueAt(all, 'warnings.edges') as { node: { id: string } }[]).map(({ node }) => node.id);
    premises = {
      berlin: String(valueAt(all, 'berlin.premises.id')),
      munich: String(valueAt(all, 'munich.premises.id')),
    };
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  it('describes itself to whoever has no token yet', async () => {
    const response = await fetch(`${mesh.url}/.well-known/authzen-configuration`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const told = METADATA.parse(await response.json());
    expect(told.policy_decision_point).toBe(mesh.url);
    expect(told.access_evaluation_endpoint).toBe(`${mesh.url}/access/v1/evaluation`);
  });

  it('decides each value as GraphQL does, whoever asks about what', async () => {
    const answers = new Set<boolean>();
    const askers = [
      ['usa.intelligence', 'THREAT_PREVENTION'],
      ['usa.diplomatic-security', 'INCIDENT_RESPONSE'],
      ['deu.police', 'THREAT_PREVENTION'],
      ['deu.fire-service', 'PROTECT_LIFE'],
      ['ury.observer', 'TRAINING'],
    ] as const;
    const records = [
      ...Object.values(premises).flatMap((id) =>
        ['address', 'floorPlan', 'archiveRegister'].map((name) => ['Premises', id, name] as const),
      ),
      ...warnings
        .slice(0, 3)
        .flatMap((id) => ['tearline', 'body', 'severity'].map((name) => ['Warning', id, name] as const)),
    ];
    for (const [persona, purpose] of askers) {
      const subject = await access.selfOf(persona, purpose);
      const evaluations = records.map(([type, id, name]) => ({ action: reading(name), resource: { type, id } }));
      const told = await access.ask(persona, purpose, 'evaluations', { subject, evaluations });
      const { evaluations: decisions } = DECISIONS.parse(JSON.parse(told.text));
      expect(decisions).toHaveLength(records.length);
      for (const [at, [type, id, name]] of records.entries()) {
        const read = await mesh
          .as(persona, purpose)
          .query(`query ($id: ID!) { node(id: $id) { id ... on ${type} { ${name} } } }`, { id });
        const item = read.body.extensions?.withheld?.find(({ coordinate }) => coordinate === `${type}.${name}`);
        const isSeen = valueAt(read, 'node') !== null;
        const { decision, context }: { decision?: boolean; context?: Readonly<Record<string, unknown>> } =
          decisions[at] ?? {};
        expect([persona, type, name, decision]).toEqual([persona, type, name, isSeen && item === undefined]);
        expect([context?.code ?? null, context?.citations ?? null]).toEqual([
          item?.code ?? null,
          item === undefined || item.citations.length === 0
            ? decision === true
              ? (context?.citations ?? null)
              : null
            : item.citations,
        ]);
        answers.add(decision === true);
      }
    }
    expect(answers.size).toBe(2);
  }, 240_000);

  it('gives its reasons and duties, and the receipt as the id of the evaluation', async () => {
    const subject = await access.selfOf('deu.fire-service', 'PROTECT_LIFE');
    const at = (id: string) =>
      access.ask('deu.fire-service', 'PROTECT_LIFE', 'evaluation', {
        subject,
        action: reading('floorPlan'),
        resource: { type: 'Premises', id },
      });
    const closed = decided(await at(premises.berlin));
    expect(closed).toMatchObject({
      decision: false,
      context: {
        code: 'INVIOLABILITY',
        citations: [{ rule: 'VCDR-22-1', instrument: 'VCDR 1961', article: '22(1)' }],
        reason_user: { en: 'INVIOLABILITY: VCDR 1961 22(1)' },
        lifted_by: ['CONSENT', 'RELEASE'],
        evaluation_id: expect.stringMatching(RECEIPT),
      },
    });
    const open = decided(await at(premises.munich));
    expect(open).toMatchObject({
      decision: true,
      context: { citations: [{ rule: 'VCCR-31-2D' }], obligations: [{ kind: 'NOTIFY_POST' }] },
    });
    const recorded = { body: { extensions: { audit: { receipt: String(open.context?.evaluation_id) } } } };
    const entry = await mesh.ledger.entryOf(recorded as unknown as Answer);
    // What left has another form than the answer of a query, to which an entry commits.
    expect(await mesh.ledger.leafOf(recorded as unknown as Answer)).not.toContain('"said"');
    expect(entry).toMatchObject({
      kind: 'READ',
      actor: { agency: 'DEU.fire-service' },
      api: { operation: 'AccessEvaluation' },
    });
    expect(entry.access.find(({ coordinate }) => coordinate === 'Premises.floorPlan')).toMatchObject({
      decision: 'I',
      rules: ['VCCR-31-2D'],
    });
  });

  it('evaluates a hidden record as one that is not there, byte for byte, and asks the same for it', async () => {
    const subject = await access.selfOf('ury.observer', 'TRAINING');
    let hidden = 0;
    const bytes = async (path: string, body: object) => {
      const before = mesh.requestsByName();
      const { status, text } = await access.ask('ury.observer', 'TRAINING', path, body);
      const after = mesh.requestsByName();
      const asked = Object.entries(after).filter(([name, times]) => times !== before[name]);
      return [status, text.replace(/"evaluation_id":"[^"]+"/g, ''), asked.map(([name]) => name)];
    };
    for (const id of warnings) {
      if (hidden === HIDDEN_TRIED) break;
      const seen = await mesh
        .as('ury.observer', 'TRAINING')
        .query('query ($id: ID!) { warning(id: $id) { id } }', { id });
      if (valueAt(seen, 'warning') !== null) continue;
      hidden += 1;
      const both = [id, randomId('Warning')].map((each) => ({ type: 'Warning', id: each }));
      for (const [path, body] of [
        ['evaluation', { subject, action: READ }],
        ['evaluation', { subject, action: reading('body') }],
        ['evaluation', { subject: { type: 'agency', id: 'USA.intelligence' }, action: READ }],
        ['search/action', { subject }],
        ['search/subject', { subject: { type: 'agency' }, action: reading('body') }],
      ] as const) {
        const [one, other] = [
          await bytes(path, { ...body, resource: both[0] }),
          await bytes(path, { ...body, resource: both[1] }),
        ];
        expect(one).toEqual(other);
        expect(one[0]).toBe(200);
      }
    }
    expect(hidden).toBeGreaterThan(0);
  });

  it('tells of a partner what its owner may ask, and nobody else', async () => {
    const question = (id: string) => ({
      subject: { type: 'agency', id: 'DEU.fire-service' },
      action: reading('floorPlan'),
      resource: { type: 'Premises', id },
      context: { purpose: 'PROTECT_LIFE' },
    });
    const asOwner = async (id: string) =>
      decided(await access.ask('usa.diplomatic-security', 'INCIDENT_RESPONSE', 'evaluation', question(id)));
    expect((await asOwner(premises.munich)).decision).toBe(true);
    expect(await asOwner(premises.berlin)).toMatchObject({ decision: false, context: { code: 'INVIOLABILITY' } });
    const asOther = decided(
      await access.ask('deu.fire-service', 'PROTECT_LIFE', 'evaluation', question(premises.munich)),
    );
    expect([asOther.decision, Object.keys(asOther.context ?? {})]).toEqual([false, ['evaluation_id']]);
  });

  it.each([
    ['execute_all', [true, false, true]],
    ['deny_on_first_deny', [true, false]],
    ['permit_on_first_permit', [true]],
    [undefined, [true, false, true]],
  ])('goes as far as its semantic: %s', async (semantic, expected) => {
    const subject = await access.selfOf('deu.fire-service', 'PROTECT_LIFE');
    const told = await access.ask('deu.fire-service', 'PROTECT_LIFE', 'evaluations', {
      subject,
      action: reading('floorPlan'),
      resource: { type: 'Premises' },
      ...(semantic === undefined ? {} : { options: { evaluations_semantic: semantic } }),
      evaluations: [premises.munich, premises.berlin, premises.munich].map((id) => ({ resource: { id } })),
    });
    expect(DECISIONS.parse(JSON.parse(told.text)).evaluations.map(({ decision }) => decision)).toEqual(expected);
  });

  it('denies one evaluation that is wrong by itself, and is one evaluation where there are none', async () => {
    const subject = await access.selfOf('deu.fire-service', 'PROTECT_LIFE');
    const resource = { type: 'Premises', id: premises.munich };
    const send = (body: object) =>
      access.ask('deu.fire-service', 'PROTECT_LIFE', 'evaluations', { subject, action: reading('floorPlan'), ...body });
    const mixed = await send({
      evaluations: [{ resource }, {}, { resource, action: reading('nothing') }, { resource }],
    });
    expect(mixed.status).toBe(200);
    const { evaluations } = DECISIONS.parse(JSON.parse(mixed.text));
    expect(evaluations.map(({ decision, context }) => [decision, Object(context?.error).status ?? null])).toEqual([
      [true, null],
      [false, 400],
      [false, 400],
      [true, null],
    ]);
    for (const body of [{ resource }, { resource, evaluations: [] }])
      expect(decided(await send(body)).decision).toBe(true);
  });

  it('finds the subjects, resources and actions that an evaluation permits, and no others', async () => {
    const owner = ['usa.diplomatic-security', 'INCIDENT_RESPONSE'] as const;
    const resource = { type: 'Premises', id: premises.munich };
    const context = { purpose: 'PROTECT_LIFE' };
    const agencies = ENTITIES.parse(
      JSON.parse(
        (
          await access.ask(...owner, 'search/subject', {
            subject: { type: 'agency' },
            action: reading('floorPlan'),
            resource,
            context,
          })
        ).text,
      ),
    );
    expect(agencies.results).toContainEqual({ type: 'agency', id: 'DEU.fire-service' });
    for (const { type, id } of agencies.results) {
      expect(type).toBe('agency');
      const again = await access.ask(...owner, 'evaluation', {
        subject: { type, id },
        action: reading('floorPlan'),
        resource,
        context,
      });
      expect(decided(again).decision).toBe(true);
    }
    const subject = await access.selfOf('deu.fire-service', 'PROTECT_LIFE');
    const mine = ['deu.fire-service', 'PROTECT_LIFE'] as const;
    const actions = ACTIONS.parse(JSON.parse((await access.ask(...mine, 'search/action', { subject, resource })).text));
    expect(actions.results).toEqual(expect.arrayContaining([{ name: 'read' }, reading('floorPlan')]));
    expect(actions.results).not.toContainEqual(reading('interiorPlan'));
    for (const action of actions.results.slice(0, 8))
      expect(decided(await access.ask(...mine, 'evaluation', { subject, action, resource })).decision).toBe(true);
  });

  it('finds resources page by page, as many as a page may have at most', async () => {
    const asker = ['usa.intelligence', 'THREAT_PREVENTION'] as const;
    const subject = await access.selfOf(...asker);
    const search = async (page: object) => {
      const told = await access.ask(...asker, 'search/resource', {
        subject,
        action: reading('tearline'),
        resource: { type: 'Warning' },
        page,
      });
      return { status: told.status, ...ENTITIES.parse(JSON.parse(told.text)) };
    };
    const first = await search({ limit: 2 });
    expect(first.results.length).toBeLessThanOrEqual(2);
    expect(first.page?.next_token).not.toBe('');
    const second = await search({ limit: 2, token: first.page?.next_token });
    expect(second.results).not.toEqual(first.results);
    for (const { id } of [...first.results, ...second.results]) {
      const again = await access.ask(...asker, 'evaluation', {
        subject,
        action: reading('tearline'),
        resource: { type: 'Warning', id },
      });
      expect(decided(again).decision).toBe(true);
    }
    expect((await search({ limit: 1000 })).results.length).toBeLessThanOrEqual(20);
  });

  it('finds nothing of types and subjects that there are not', async () => {
    const asker = ['deu.police', 'THREAT_PREVENTION'] as const;
    const subject = await access.selfOf(...asker);
    const resource = { type: 'Premises', id: premises.munich };
    for (const [path, body] of [
      ['search/subject', { subject: { type: 'spaceship' }, action: READ, resource }],
      ['search/resource', { subject, action: READ, resource: { type: 'spaceship' } }],
      ['search/action', { subject: { type: 'subject', id: 'nobody' }, resource }],
    ] as const) {
      const told = await access.ask(...asker, path, body);
      expect([told.status, JSON.parse(told.text).results]).toEqual([200, []]);
    }
    for (const wrong of [
      { subject: { type: 'spaceship', id: 'x' }, action: READ },
      { subject, action: { name: 'write' } },
    ]) {
      expect(decided(await access.ask(...asker, 'evaluation', { ...wrong, resource })).decision).toBe(false);
    }
  });
});
