import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { incidents as service } from '../service.js';
import { type ExerciseData, makeExerciseData } from '../testkit/exercise-data.js';
import { runIncidents } from '../testkit/running-incidents.js';

const EMBASSY = 'Q875787';
const CONSULATE = 'Q470042';
const POSTS = [EMBASSY, CONSULATE, 'Q1803773'];
const PLAN = `eap_${'3'.repeat(26)}`;
const OTHER = `eap_${'4'.repeat(26)}`;
const CARD = `acd_${'3'.repeat(26)}`;
const OWN = profileOf('usa.diplomatic-security', 'INCIDENT_RESPONSE');
const FACT = {
  m: EMBASSY,
  sending: 'USA',
  receiving: 'DEU',
  regime: 'VCDR' as const,
  legalStatus: 'ESTABLISHED' as const,
  protectingPower: null,
  from: '2022-11-16',
  until: null,
};
const existenceAt = (post: string) => `l=USA:2;rel=USA;nat=*;pur=*;own=USA.diplomatic-security;m=${post};t=synthetic`;
const seen = (id: string, post = EMBASSY, tellsPosts = true) => ({
  id,
  existence: existenceAt(post),
  tellsPosts,
  withheld: [],
});

describe('a plan of another service that an activation names', () => {
  let posts: PublishedPosts;
  let data: ExerciseData;
  let incidents: RunningService;
  let incident: string;
  let keys = 0;
  beforeAll(async () => {
    posts = await publishPosts(POSTS);
    data = makeExerciseData({ posts: POSTS, exercised: POSTS, studies: [] });
    incidents = await runIncidents({ missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder, facts: [FACT] });
    const report = {
      idempotencyKey: 'linked-report',
      mission: posts.ids.get(EMBASSY),
      type: 'ARSON',
      occurredOn: '2026-09-20',
      city: 'Berlin',
      siteKind: 'EMBASSY',
      summary: 'A fire.',
    };
    const made = await incidents.client.mutate(
      OWN,
      'mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { id } } }',
      { input: report },
    );
    incident = (made.data as { reportIncident: { incident: { id: string } } }).reportIncident.incident.id;
  });
  afterAll(async () => {
    await incidents[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
    data[Symbol.dispose]();
  });

  const SHOWN = 'planActivation { id handling emergencyActionPlan { id } }';
  function activate(emergencyActionPlan: string, records: Parameters<RunningService['client']['mutate']>[3] = []) {
    keys += 1;
    const input = {
      idempotencyKey: `linked-plan-${keys}`,
      incident,
      plan: 'EMERGENCY_ACTION_PLAN',
      planRef: 'EAP BER, version 4',
      emergencyActionPlan,
      activatedByRole: 'HOM-BER',
    };
    const text = `mutation ($input: ActivatePlanInput!) { activatePlan(input: $input) { ${SHOWN} } }`;
    return incidents.client.mutate(OWN, text, { input }, records);
  }
  const stored = <T extends object>(text: string): Promise<readonly T[]> =>
    inTransaction(incidents.database.ownerUrl, async (client) => (await client.query<T>(text)).rows);

  it('is not there for a command unless the gateway saw it for the caller: hidden, absent, of another kind, or no id', async () => {
    const count = `select (select count(*) from plan_activation)::int as rows, (select count(*) from handling)::int as handlings`;
    const before = await stored(count);
    const answers = [
      await activate(PLAN),
      await activate(OTHER, [seen(PLAN)]),
      await activate(CARD, [seen(CARD)]),
      await activate('nothing', [seen(PLAN)]),
    ];
    for (const { errors } of answers)
      expect(errors.map(({ extensions }) => extensions)).toEqual([
        { code: 'NOT_FOUND', argument: 'input.emergencyActionPlan' },
      ]);
    expect(await stored(count)).toEqual(before);
  });

  it('is one of the post that the incident concerns', async () => {
    const { errors } = await activate(PLAN, [seen(PLAN, CONSULATE)]);
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'INPUT_INVALID', argument: 'input.emergencyActionPlan' },
    ]);
  });

  it('is as if it were not there for who may not read of which post it is, whether it is of this one or of another', async () => {
    const absent = await activate(PLAN);
    for (const post of [EMBASSY, CONSULATE]) {
      const answer = await activate(PLAN, [seen(PLAN, post, false)]);
      expect(answer.text).toBe(absent.text);
    }
  });

  it('is kept as an id, leads back, and raises the label to that of its existence', async () => {
    const made = await activate(PLAN, [seen(PLAN)]);
    expect(made.errors).toEqual([]);
    const { planActivation } = (
      made.data as unknown as { activatePlan: { planActivation: { id: string; emergencyActionPlan: object } } }
    ).activatePlan;
    expect(planActivation.emergencyActionPlan).toEqual({ id: PLAN });

    const back = await incidents.client.query(
      OWN,
      `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on EmergencyActionPlan { activations(first: 5) { totalCount edges { node { id } } } }
      } }`,
      { of: [PLAN, OTHER].map((id) => ({ __typename: 'EmergencyActionPlan', id })) },
    );
    expect(back.data).toEqual({
      _entities: [
        { activations: { totalCount: 1, edges: [{ node: { id: planActivation.id } }] } },
        { activations: { totalCount: 0, edges: [] } },
      ],
    });
    const [label] = await stored<{ text: string }>(
      `select h.text from plan_activation t join handling h on h.id = t.handling_id where t.id = '${planActivation.id}'`,
    );
    expect(label?.text).toMatch(/^l=USA:2;rel=USA;/);
    const sources = await stored<{ text: string }>(
      `select h.text from label_source s join handling h on h.id = s.handling_id where s.record_id = '${planActivation.id}'`,
    );
    expect(sources.map(({ text }) => text)).toContain(existenceAt(EMBASSY));
  });

  it('is behind no filter and no order, which would tell whether there is such a plan', async () => {
    const { sdl } = await service.schema();
    expect(sdl).toMatch(/type PlanActivation [^}]*emergencyActionPlan: EmergencyActionPlan/);
    expect(sdl).not.toMatch(/input PlanActivation(Filter|Order) [^}]*emergencyActionPlan/);
  });
});
