import { withConnection } from '@chancery/shared/postgres/connect';
import { parseActs } from '@chancery/shared/snapshot/parse-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import type { SeenRecord } from '@chancery/shared/subgraph/reading/seen-record';
import { demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { type RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import type { Profile } from '@chancery/shared/subjects/subject';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCompliance } from '../testkit/running-compliance.js';
import { lapseRequests } from './lapse-requests.js';

const STARTED_WITHIN_MS = 300_000;
const HOUR_MS = 3_600_000;
const PLAN = 'prm_0123456789abcdefghjkmnpqrs';
const ABSENT = 'prm_00000000000000000000000000';
const TEARLINE = 'wrn_0123456789abcdefghjkmnpqrs';
const FIRE = profileOf('deu.fire-service');
const POLICE = profileOf('deu.police', 'CRIMINAL_INVESTIGATION');
const MINISTRY = profileOf('deu.foreign-ministry', 'PROTOCOL_NOTIFICATION');
const SECURITY = profileOf('usa.diplomatic-security');
const SISTER = profileOf('usa.consular');
const SHOWN = `informationRequest {
  id status way through addressee addresseeAgencies requester codes categories dueAt routedBy concurrencyToken
  answerAct { id kind } answerUntil tearline refusalRule takenUpBy closedAt mission { id }
}`;
const PREMISES = `l=USA:0;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=${EMBASSY};t=synthetic`;
const WARNING = `l=USA:0;rel=DEU+GBR+USA;nat=*;pur=*;own=USA.diplomatic-security;m=${EMBASSY};t=synthetic`;

type Input = Readonly<Record<string, unknown>>;
const kept = (id: string, existence = PREMISES): SeenRecord => ({
  id,
  existence,
  tellsPosts: true,
  withheld: [{ coordinate: 'Premises.floorPlan', category: 'PREMISES_RESCUE', code: 'INVIOLABILITY' }],
});

describe('a request for information', () => {
  let posts: PublishedPosts;
  let compliance: RunningService;
  let now = NOW;
  let keys = 0;
  beforeAll(async () => {
    posts = await publishPosts([EMBASSY]);
    compliance = await runCompliance({ missionsOwnerUrl: posts.ownerUrl, ...demoLaw(), clock: () => now });
  }, STARTED_WITHIN_MS);
  afterAll(async () => {
    await compliance[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
  });

  const asOwner = async <T extends object>(text: string, values: unknown[] = []): Promise<readonly T[]> =>
    (await inTransaction(compliance.database.ownerUrl, (client) => client.query<T>(text, values))).rows;
  /** What the publisher would publish after a commit. */
  async function publish(): Promise<void> {
    const rows = await asOwner<{ act: unknown }>('select distinct on (id) act from law_act order by id, v desc');
    const acts = parseActs(
      rows.map(({ act }) => act),
      new Map(),
    );
    const { number, facts } = compliance.snapshots.view(now).snapshot;
    compliance.snapshots.replace(sealSnapshot({ number: number + 1, facts, acts }));
  }
  function run(command: string, profile: Profile, input: Input, seen: readonly SeenRecord[] = []) {
    keys += 1;
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { done: ${command}(input: $input) { ${SHOWN} } }`;
    const idempotencyKey = `request-${String(keys).padStart(4, '0')}`;
    return compliance.client.mutate(profile, document, { input: { idempotencyKey, ...input } }, seen);
  }
  async function done(command: string, profile: Profile, input: Input, seen?: readonly SeenRecord[]) {
    const answer = await run(command, profile, input, seen);
    expect(answer.errors).toEqual([]);
    await publish();
    return (answer.data as { done: { informationRequest: Record<string, unknown> } }).done.informationRequest;
  }
  async function refused(command: string, profile: Profile, input: Input, seen?: readonly SeenRecord[]) {
    const count = 'select count(*)::int as n from information_request';
    const before = await asOwner(`${count} union all select count(*)::int from law_act`);
    const answer = await run(command, profile, input, seen);
    expect(await asOwner(`${count} union all select count(*)::int from law_act`)).toEqual(before);
    expect(answer.errors).toHaveLength(1);
    return answer.errors[0]?.extensions;
  }
  const asked = (changes: Input = {}): Input => ({
    record: PLAN,
    coordinates: ['Premises.floorPlan'],
    reason: 'people are inside',
    ...changes,
  });
  const file = (profile: Profile) => done('requestInformation', profile, asked(), [kept(PLAN)]);
  async function seenBy(profile: Profile, id: unknown): Promise<unknown> {
    const { data } = await compliance.client.query(profile, `{ informationRequest(id: "${id}") { id reason } }`);
    return (data as { informationRequest: unknown }).informationRequest;
  }
  async function grant(changes: Input = {}): Promise<string> {
    keys += 1;
    const [post] = await asOwner<{ id: string }>('select id from mission_ref where key = $1', [EMBASSY]);
    const answer = await compliance.client.mutate(
      SECURITY,
      'mutation ($input: GrantActInput!) { grantAct(input: $input) { legalAct { id } } }',
      {
        input: {
          ...{ idempotencyKey: `consent-${keys}`, kind: 'CONSENT', office: 'HEAD_OF_MISSION', post: post?.id },
          ...{ coversPost: true, recipient: 'DEU', recipientAgencies: ['DEU.fire-service'], isWritten: false },
          ...{ categories: ['PREMISES_RESCUE'], untilAt: new Date(now + HOUR_MS).toISOString(), ...changes },
        },
      },
    );
    expect(answer.errors).toEqual([]);
    await publish();
    return (answer.data as { grantAct: { legalAct: { id: string } } }).grantAct.legalAct.id;
  }
  async function underReview(): Promise<unknown> {
    const { id } = await file(FIRE);
    await done('takeUpRequest', SECURITY, { id });
    return id;
  }

  it('goes straight to whom it is addressed to where a life depends on it, with an hour for an answer', async () => {
    const request = await file(FIRE);

    expect(request).toMatchObject({
      ...{ status: 'ROUTED', way: 'EMERGENCY', addressee: 'USA', addresseeAgencies: ['USA.diplomatic-security'] },
      ...{ requester: 'DEU.fire-service', codes: ['INVIOLABILITY'], categories: ['PREMISES_RESCUE'] },
      ...{ routedBy: 'VCDR-41-2', dueAt: new Date(now + HOUR_MS).toISOString(), mission: { id: expect.any(String) } },
    });
  });

  it('is seen by the agency that asks and by those whom it is put before, and by nobody else', async () => {
    const { id } = await file(FIRE);

    expect(await seenBy(FIRE, id)).toEqual({ id, reason: 'people are inside' });
    expect(await seenBy(SECURITY, id)).toEqual({ id, reason: 'people are inside' });
    for (const other of [POLICE, MINISTRY, SISTER, profileOf('gbr.foreign-ministry'), profileOf('ury.observer')]) {
      expect(await seenBy(other, id)).toBeNull();
    }
  });

  it('is listed by `viewer` for the agency that asks, with that agency as a record, and not for whom it is put before', async () => {
    const { id } = await file(FIRE);
    const own = async (profile: Profile) => {
      const { data, errors } = await compliance.client.query(
        profile,
        `{ viewer {
          requests(first: 500) { edges { node {
            id requesterAgency { reference } throughAgency { reference } premises { id } incident { id } caseIncident { id }
          } } }
          assignments(first: 1) { totalCount } obligations(first: 1) { totalCount }
        } }`,
      );
      expect(errors).toEqual([]);
      return (data as { viewer: { requests: { edges: { node: { id: string } }[] } } }).viewer;
    };
    const nodes = (await own(FIRE)).requests.edges.map(({ node }) => node);

    expect(nodes.find((node) => node.id === id)).toEqual({
      id,
      requesterAgency: { reference: 'DEU.fire-service' },
      throughAgency: null,
      // Whether it is there for the caller is for its own service: here its id alone is known.
      ...{ premises: { id: PLAN }, incident: null, caseIncident: null },
    });
    expect(await seenBy(SECURITY, id)).not.toBeNull();
    for (const other of [SECURITY, SISTER, profileOf('ury.observer')])
      expect((await own(other)).requests.edges.map(({ node }) => node.id)).not.toContain(id);
  });

  it('of an authority waits with its ministry, and is not told to whom it is addressed to before that passes it on', async () => {
    const request = await file(POLICE);
    const { id } = request;
    expect(request).toMatchObject({ status: 'FILED', way: 'MINISTRY', through: 'DEU.foreign-ministry' });
    expect([await seenBy(SECURITY, id), await seenBy(MINISTRY, id)]).toEqual([null, expect.objectContaining({ id })]);
    expect(await refused('takeUpRequest', SECURITY, { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused('takeUpRequest', MINISTRY, { id })).toMatchObject({
      code: 'WRITE_DENIED',
      rules: ['CHY-ASK'],
    });

    expect(await done('forwardRequest', MINISTRY, { id })).toMatchObject({ status: 'ROUTED' });
    expect(await seenBy(SECURITY, id)).toMatchObject({ id });
    expect(await refused('forwardRequest', MINISTRY, { id })).toMatchObject({ code: 'TRANSITION_INVALID' });
  });

  it('is filed once for its key', async () => {
    const input = { ...asked(), idempotencyKey: 'the-plan-of-monday' };
    const first = await done('requestInformation', FIRE, input, [kept(PLAN)]);

    expect((await done('requestInformation', FIRE, input, [kept(PLAN)])).id).toBe(first.id);
    expect(await refused('requestInformation', FIRE, { ...input, reason: 'another' }, [kept(PLAN)])).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('about a record that its caller does not see is NOT_FOUND, whatever else it says', async () => {
    for (const record of [PLAN, ABSENT, 'nothing']) {
      for (const coordinates of [['Premises.floorPlan'], ['Premises.nothing']]) {
        const answer = await refused('requestInformation', FIRE, asked({ record, coordinates }), [kept(TEARLINE)]);
        expect(answer).toEqual({ code: 'NOT_FOUND', argument: 'input.record' });
      }
    }
  });

  it('is of what is withheld: of what is open, hides or is no field the same is said', async () => {
    for (const coordinate of ['Premises.address', 'Premises.nothing']) {
      const input = asked({ coordinates: ['Premises.floorPlan', coordinate] });
      expect(await refused('requestInformation', FIRE, input, [kept(PLAN)])).toEqual({
        code: 'INPUT_INVALID',
        argument: 'input.coordinates',
      });
    }
    for (const coordinates of [[], ['Premises.floorPlan', 'Premises.floorPlan']]) {
      expect(await refused('requestInformation', FIRE, asked({ coordinates }), [kept(PLAN)])).toMatchObject({
        argument: 'input.coordinates',
      });
    }
  });

  it('is answered by an act that opens something of what was asked for, of the State that answers', async () => {
    const id = await underReview();
    const answerAct = await grant();

    expect(await done('answerRequest', SECURITY, { id, answerAct, answerText: 'for an hour' })).toMatchObject({
      ...{ status: 'ANSWERED', answerAct: { id: answerAct, kind: 'CONSENT' }, takenUpBy: 'USA.diplomatic-security' },
      ...{ closedAt: new Date(now).toISOString(), answerUntil: new Date(now + HOUR_MS).toISOString() },
    });
    expect(await refused('withdrawRequest', FIRE, { id })).toMatchObject({ code: 'TRANSITION_INVALID' });
  });

  it('is not answered by an act about something else, to somebody else or of nobody, nor by nothing', async () => {
    const id = await underReview();
    const elsewhere = await grant({ categories: ['PREMISES_PERIMETER'] });
    const toPolice = await grant({ recipientAgencies: ['DEU.police'] });
    for (const answerAct of [elsewhere, toPolice]) {
      expect(await refused('answerRequest', SECURITY, { id, answerAct })).toMatchObject({ rules: ['CHY-ASK'] });
    }
    const absent = 'act_00000000000000000000000000';
    expect(await refused('answerRequest', SECURITY, { id, answerAct: absent })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused('answerRequest', SECURITY, { id })).toMatchObject({ argument: 'input.answerAct' });
  });

  it('is answered by a record that is told instead, where its maker tells it and whoever asked may know of it', async () => {
    const id = await underReview();
    const input = { id, tearline: TEARLINE };
    expect(await refused('answerRequest', SECURITY, input)).toMatchObject({ code: 'NOT_FOUND' });
    const ofOthers = kept(TEARLINE, WARNING.replace('own=USA', 'own=GBR').replace('l=USA', 'l=GBR'));
    expect(await refused('answerRequest', SECURITY, input, [ofOthers])).toMatchObject({ code: 'WRITE_DENIED' });
    const keptHome = kept(TEARLINE, WARNING.replace('DEU+GBR+USA', 'USA'));
    expect(await refused('answerRequest', SECURITY, input, [keptHome])).toMatchObject({ rules: ['CHY-ASK'] });

    expect(await done('answerRequest', SECURITY, input, [kept(TEARLINE, WARNING)])).toMatchObject({
      status: 'ANSWERED',
      tearline: TEARLINE,
    });
  });

  it('is refused by a rule that there is, by whom it is addressed to alone, and not before it was taken up', async () => {
    const { id } = await file(FIRE);
    const refusal = { id, refusalRule: 'VCDR-22-1' };
    expect(await refused('refuseRequest', SECURITY, refusal)).toMatchObject({ code: 'TRANSITION_INVALID' });
    await done('takeUpRequest', SECURITY, { id });
    expect(await refused('refuseRequest', FIRE, refusal)).toMatchObject({ code: 'WRITE_DENIED', rules: ['CHY-ASK'] });
    expect(await refused('refuseRequest', SECURITY, { id, refusalRule: 'BECAUSE' })).toMatchObject({
      argument: 'input.refusalRule',
    });
    expect(await done('refuseRequest', SECURITY, refusal)).toMatchObject({
      status: 'REFUSED',
      refusalRule: 'VCDR-22-1',
    });
  });

  it('is taken back by the agency that filed it, and then decided on by nobody', async () => {
    const { id } = await file(FIRE);
    expect(await refused('withdrawRequest', SECURITY, { id })).toMatchObject({ code: 'WRITE_DENIED' });
    expect(await done('withdrawRequest', FIRE, { id })).toMatchObject({ status: 'WITHDRAWN' });
    expect(await refused('takeUpRequest', SECURITY, { id })).toMatchObject({ code: 'TRANSITION_INVALID' });
  });

  it('of which a caller knows nothing is NOT_FOUND to it, as one that there is not', async () => {
    const { id } = await file(FIRE);
    const absent = 'irq_00000000000000000000000000';
    for (const command of ['takeUpRequest', 'withdrawRequest']) {
      const [hidden, none] = [await run(command, POLICE, { id }), await run(command, POLICE, { id: absent })];
      expect(hidden.text).toBe(none.text);
      expect(hidden.errors[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });

  it('is not changed under the token of what has changed since', async () => {
    const { id, concurrencyToken } = await file(FIRE);
    await done('takeUpRequest', SECURITY, { id });
    expect(await refused('withdrawRequest', FIRE, { id, concurrencyToken })).toMatchObject({ code: 'CONFLICT' });
  });

  it('lapses when its time is over: from then on nobody answers it, and what is written says since when', async () => {
    const { id, dueAt } = await file(FIRE);
    const other = await file(POLICE);
    now += HOUR_MS;
    try {
      await publish();
      expect(await refused('takeUpRequest', SECURITY, { id })).toMatchObject({ code: 'TRANSITION_INVALID' });
      const lapse = () => withConnection(compliance.database.loaderUrl, (client) => lapseRequests(client, now));
      expect(await lapse()).toBeGreaterThan(0);
      expect(await lapse()).toBe(0);
      const text = `select id, status, closed_at from information_request where id = any($1) order by status`;
      expect(await asOwner(text, [[id, other.id]])).toEqual([
        { id: other.id, status: 'FILED', closed_at: null },
        { id, status: 'LAPSED', closed_at: new Date(String(dueAt)) },
      ]);
      const versions = 'select version, call from record_version where record_id = $1 order by version';
      expect(await asOwner(versions, [id])).toMatchObject([{ version: 1 }, { version: 2, call: 'clock' }]);
    } finally {
      now = NOW;
    }
  });

  it('is read by whom it is addressed to by the consent of whoever filed it, and without that by nobody else', async () => {
    const { id } = await file(FIRE);
    expect(await seenBy(SECURITY, id)).not.toBeNull();
    const acts = compliance.snapshots.view(now).snapshot.acts.filter(({ scope }) => !scope.keys.includes(String(id)));
    const { number, facts } = compliance.snapshots.view(now).snapshot;
    compliance.snapshots.replace(sealSnapshot({ number: number + 1, facts, acts }));
    expect([await seenBy(SECURITY, id), await seenBy(FIRE, id)]).toEqual([null, expect.objectContaining({ id })]);
  });
});
