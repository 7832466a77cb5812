import { METADATA } from '@chancery/gateway/authzen/access-answer';
import { parseEntry } from '@chancery/ledger/parse-entry';
import { randomId } from '@chancery/shared/subgraph/tables/random-id';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessAsker, type AccessTold, decided, reading } from '../testkit/access-asker.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type Answer, valueAt } from './answer.js';

const FIRE = ['deu.fire-service', 'PROTECT_LIFE'] as const;
const POST = ['usa.diplomatic-security', 'PROTECT_LIFE'] as const;

interface Requestable {
  readonly endpoint: string;
  readonly expires_at: string;
  readonly binding_token: string;
}

/** Of rows that are hidden so many are asked for: which come first among all is chance. */
const HIDDEN_TRIED = 3;

describe('a request for access that follows a denial', () => {
  let mesh: Mesh;
  let access: AccessAsker;
  let plan: { readonly post: string; readonly premises: string };
  beforeAll(async () => {
    mesh = await startMesh();
    access = new AccessAsker(mesh);
    const found = await mesh.as(...POST).query('{ missionByWikidataId(wikidataId: "Q875787") { id premises { id } } }');
    plan = {
      post: String(valueAt(found, 'missionByWikidataId.id')),
      premises: String(valueAt(found, 'missionByWikidataId.premises.id')),
    };
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  async function question(changes: object = {}) {
    return {
      subject: await access.selfOf(...FIRE),
      action: reading('floorPlan'),
      resource: { type: 'Premises', id: plan.premises },
      ...changes,
    };
  }
  async function denied() {
    const { decision, context } = decided(await access.ask(...FIRE, 'evaluation', await question()));
    expect(decision).toBe(false);
    const { access_request: requestable, evaluation_id: evaluation } = context;
    return { evaluation, ...(requestable as Requestable) };
  }
  const denialOf = ({ evaluation, expires_at, binding_token }: Awaited<ReturnType<typeof denied>>) => ({
    denial: { evaluation_id: evaluation, expires_at, binding_token },
  });
  const submit = async (changes: object, headers: Record<string, string> = {}): Promise<AccessTold> =>
    access.ask(
      ...FIRE,
      'requests',
      { ...(await question()), context: { reason: 'people are inside' }, ...changes },
      headers,
    );
  async function task(asker: readonly [string, string], id: string) {
    const response = await fetch(`${mesh.url}/access/v1/requests?task=${id}`, {
      headers: { authorization: `Bearer ${mesh.tokenOf(...asker)}` },
    });
    return { status: response.status, body: (await response.json()) as Record<string, Record<string, unknown>> };
  }
  const problemOf = ({ status, text, headers }: AccessTold) => [
    status,
    headers.get('content-type')?.split(';')[0],
    String(JSON.parse(text).type).split(':').at(-1),
  ];
  const run = (command: string, input: object): Promise<Answer> => {
    const name = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
    const shown =
      command === 'grantAct' || command === 'revokeAct'
        ? 'legalAct { id }'
        : 'informationRequest { id status evaluation }';
    const document = `mutation Step($input: ${name}!) { done: ${command}(input: $input) { ${shown} } }`;
    return mesh.as(...POST).query(document, { input: { idempotencyKey: `step-${command}-0001`, ...input } });
  };

  it('is announced to whoever has no token yet', async () => {
    const told = METADATA.parse(await (await fetch(`${mesh.url}/.well-known/authzen-configuration`)).json());
    expect(told.access_request_endpoint).toBe(`${mesh.url}/access/v1/requests`);
    expect(told.capabilities).toEqual(['urn:openid:authzen:capability:access-request']);
  });

  it('runs on one thread: denial, request, act and evaluation again, and is closed again when the act is revoked', async () => {
    const denial = await denied();
    expect(denial.endpoint).toBe(`${mesh.url}/access/v1/requests`);
    const filed = await submit(denialOf(denial));
    expect(filed.status).toBe(202);
    const { task: begun } = JSON.parse(filed.text);
    expect(begun).toMatchObject({ status: 'pending', status_endpoint: `${denial.endpoint}?task=${begun.id}` });
    expect(await submit(denialOf(denial)).then(({ text }) => JSON.parse(text).task.id)).toBe(begun.id);

    await mesh.publishMade();
    const taken = await run('takeUpRequest', { id: begun.id });
    expect(valueAt(taken, 'done.informationRequest')).toMatchObject({ evaluation: denial.evaluation });
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const act = valueAt(
      await run('grantAct', {
        ...{ kind: 'CONSENT', office: 'HEAD_OF_MISSION', post: plan.post, coversPost: true, recipient: 'DEU' },
        ...{
          recipientAgencies: ['DEU.fire-service'],
          categories: ['PREMISES_RESCUE'],
          isWritten: false,
          untilAt: until,
        },
      }),
      'done.legalAct.id',
    );
    await run('answerRequest', { id: begun.id, answerAct: act });
    await mesh.publishMade();
    expect(await task(FIRE, begun.id)).toEqual({
      status: 200,
      body: {
        task: { id: begun.id, status: 'approved', status_endpoint: begun.status_endpoint },
        result: { mode: 'reevaluate', approval: { id: act, approved_at: expect.any(String), approved_until: until } },
      },
    });

    const again = await access.ask(...FIRE, 'evaluation', await question({ context: { approval: { id: act } } }));
    const { decision, context } = decided(again);
    expect(decision).toBe(true);
    const receipt = { body: { extensions: { audit: { receipt: String(context.evaluation_id) } } } } as Answer;
    expect(parseEntry(await mesh.ledger.leafOf(receipt)).basis.acts).toContain(`${String(act)}@1`);

    await run('revokeAct', { id: act });
    await mesh.publishMade();
    expect(decided(await access.ask(...FIRE, 'evaluation', await question())).decision).toBe(false);
  });

  it('is that of the denial: of another value, person, time or purpose it is refused, and of a denial that was never told', async () => {
    const denial = await denied();
    const own = denialOf(denial);
    const others: readonly object[] = [
      { ...own, action: reading('archiveRegister') },
      { ...own, resource: { type: 'Premises', id: randomId('Premises') } },
      { ...own, context: { reason: 'people are inside', purpose: 'INCIDENT_RESPONSE' } },
      { denial: { ...own.denial, expires_at: new Date(Date.now() + 86_400_000).toISOString() } },
      { denial: { ...own.denial, evaluation_id: 'another' } },
      { denial: { ...own.denial, binding_token: 'x' } },
    ];
    for (const other of others) {
      expect(problemOf(await submit(other))).toEqual([400, 'application/problem+json', 'invalid_denial_binding']);
    }
    const police = ['deu.police', 'THREAT_PREVENTION'] as const;
    const sent = { ...(await question()), ...own, subject: await access.selfOf(...police) };
    expect(problemOf(await access.ask(...police, 'requests', sent))[2]).toBe('invalid_denial_binding');
  });

  it('is one for its key, and another under it is refused', async () => {
    const [first, second] = [await denied(), await denied()];
    const key = { 'idempotency-key': 'the-plan-of-tuesday' };
    const id = async (told: Promise<AccessTold>): Promise<string> => JSON.parse((await told).text).task.id;
    const filed = await id(submit(denialOf(first), key));
    expect(await id(submit(denialOf(first), key))).toBe(filed);
    expect(problemOf(await submit(denialOf(second), key))).toEqual([
      409,
      'application/problem+json',
      'duplicate_request',
    ]);
  });

  it('that is refused tells by which rule, and in which words', async () => {
    const { task: begun } = JSON.parse((await submit(denialOf(await denied()))).text);
    await mesh.publishMade();
    await run('takeUpRequest', { id: begun.id, idempotencyKey: 'step-of-a-refusal-1' });
    const refusal = { refusalRule: 'VCDR-22-1', answerText: 'Ask our guard at the gate.' };
    await run('refuseRequest', { id: begun.id, idempotencyKey: 'step-of-a-refusal-2', ...refusal });
    await mesh.publishMade();

    expect((await task(FIRE, begun.id)).body.task).toMatchObject({
      status: 'denied',
      display: { rule: 'VCDR-22-1', text: 'Ask our guard at the gate.' },
    });
  });

  it('is told to nobody else: of a task of others as much as of none', async () => {
    const { task: begun } = JSON.parse((await submit(denialOf(await denied()))).text);
    const [hidden, absent] = [
      await task(['gbr.foreign-ministry', 'THREAT_PREVENTION'], begun.id),
      await task(['gbr.foreign-ministry', 'THREAT_PREVENTION'], `irq_${'0'.repeat(26)}`),
    ];
    expect(hidden).toEqual(absent);
    expect([hidden.status, hidden.body.type]).toEqual([404, 'urn:openid:authzen:access-request:error:unknown_task']);
  });

  it('is offered for what is withheld alone: of what is hidden or not there nothing is told, as before', async () => {
    const bytes = ({ status, text }: AccessTold) => [status, text.replace(/"evaluation_id":"[^"]+"/, '')];
    const all = await mesh
      .as('usa.intelligence', 'THREAT_PREVENTION')
      .query('{ warnings(first: 100) { edges { node { id } } } }');
    const ids = (valueAt(all, 'warnings.edges') as { node: { id: string } }[]).map(({ node }) => node.id);
    const asked = async (id: string) =>
      access.ask('deu.police', 'THREAT_PREVENTION', 'evaluation', {
        ...{ subject: await access.selfOf('deu.police', 'THREAT_PREVENTION'), action: reading('body') },
        resource: { type: 'Warning', id },
      });
    const absent = bytes(await asked(randomId('Warning')));
    expect(JSON.stringify(absent)).not.toContain('access_request');
    let hidden = 0;
    for (const id of ids) {
      if (hidden === HIDDEN_TRIED) break;
      const seen = await mesh.as('deu.police', 'THREAT_PREVENTION').query(`{ warning(id: "${id}") { id } }`);
      if (valueAt(seen, 'warning') !== null) continue;
      hidden += 1;
      expect(bytes(await asked(id))).toEqual(absent);
    }
    expect(hidden).toBeGreaterThan(0);
  });

  it('is asked for with a token, and in words that can be read', async () => {
    const response = await fetch(`${mesh.url}/access/v1/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    await response.text();
    expect(response.status).toBe(401);
    const wrong = await access.ask(...FIRE, 'requests', { subject: 1 });
    expect([wrong.status, JSON.parse(wrong.text).code]).toEqual([400, 'INPUT_INVALID']);
  });
});
