import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { isCommand } from '@chancery/policy/writes/command-grants';
import { LAW_RECORD_GRANTS } from '@chancery/policy/writes/law-record-grants';
import { parseRegisterKey } from '@chancery/shared/brands';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { walkCommands } from '@chancery/shared/subgraph/testkit/walk-commands';
import type { Profile } from '@chancery/shared/subjects/subject';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compliance as service } from './service.js';
import { runCompliance } from './testkit/running-compliance.js';

const STARTED_WITHIN_MS = 300_000;
const SECURITY = profileOf('usa.diplomatic-security', 'INCIDENT_RESPONSE');
const HOST = profileOf('deu.foreign-ministry', 'PROTOCOL_NOTIFICATION');
/** The ministry of the sending State, which the demonstration has no persona of. */
const SENDING: Profile = {
  ...SECURITY,
  subject: { ...SECURITY.subject, agency: 'USA.foreign-ministry', kind: 'FOREIGN_MINISTRY' },
  purpose: 'PROTOCOL_NOTIFICATION',
};
const PARTNER = profileOf('gbr.foreign-ministry');
const RUNNERS = [SECURITY, HOST];

type Values = Readonly<Record<string, unknown>>;

describe('records of law that no act makes', () => {
  let posts: PublishedPosts;
  let compliance: RunningService;
  let keys = 0;
  beforeAll(async () => {
    posts = await publishPosts([EMBASSY]);
    compliance = await runCompliance({ missionsOwnerUrl: posts.ownerUrl, ...demoLaw() });
  }, STARTED_WITHIN_MS);
  afterAll(async () => {
    await compliance[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
  });

  async function run(profile: Profile, field: string, one: string, selection: string, input: Values) {
    keys += 1;
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const { data, errors, extensions } = await compliance.client.mutate(
      profile,
      `mutation ($input: ${type}!) { done: ${field}(input: $input) { one: ${one} { id handling ${selection} } } }`,
      { input: { idempotencyKey: `of-law-${String(keys).padStart(4, '0')}`, ...input } },
    );
    const row = (data as { done?: { one?: Values | null } | null } | null)?.done?.one ?? null;
    return { row, handling: extensions.handlings?.[Number(row?.handling)], code: errors[0]?.extensions };
  }
  const mission = () => posts.ids.get(EMBASSY);

  it(
    'are each refused without a trace, give back what they were given, and run once',
    async () => {
      const at = { view: compliance.snapshots.view(NOW), now: NOW };
      const embassy = parseRegisterKey(EMBASSY);
      const problems = await walkCommands({
        schema: (await service.schema()).schema,
        client: compliance.client,
        ownerUrl: compliance.database.ownerUrl,
        runnerOf: (command) =>
          isCommand(command) && Object.hasOwn(LAW_RECORD_GRANTS, command)
            ? RUNNERS.find((runner) => lawOfCommand(command).ofPost(runner, embassy, at).accepted)
            : undefined,
        stranger: profileOf('ury.observer'),
        given: {
          mission: mission(),
          synthetic: null,
          partner: 'GBR',
          dataCategories: ['INCIDENT_FACT', 'RESPONSE_REQUEST'],
          // Whoever names no party of its own is told so before it is told that it may not.
          'recordSharingAgreement.parties': ['DEU', 'URY', 'USA'],
          'amendSharingAgreement.parties': ['GBR', 'URY', 'USA'],
          leaveBy: '2026-09-30T12:00:00Z',
          validFrom: '2026-01-01',
          validTo: '2027-01-01',
        },
        before: {},
        hidden: {},
      });
      expect(problems).toEqual([]);
    },
    STARTED_WITHIN_MS,
  );

  it('tell the State of a post that a member of it is not acceptable, without a reason, and nobody else (VCDR 9(1))', async () => {
    const input = { mission: mission(), holderRole: 'ATT-BER-02', leaveBy: '2026-09-24T12:00:00Z' };
    const selection = 'holderRole declaredBy notifiedAt leaveBy withdrawnOn';
    const { row, handling } = await run(HOST, 'declareNonGrata', 'personaNonGrata', selection, input);
    expect(row).toMatchObject({ declaredBy: 'DEU', notifiedAt: '2026-09-21T12:00:00.000Z', withdrawnOn: null });
    expect(handling).toMatch(/^l=DEU:0;rel=DEU\+USA;.*own=DEU\.foreign-ministry;/);

    const seen = async (profile: Profile): Promise<unknown> => {
      const query = `{ personaNonGrata(id: "${row?.id}") { holderRole declaredBy } }`;
      return ((await compliance.client.query(profile, query)).data as { personaNonGrata: unknown }).personaNonGrata;
    };
    expect(await seen(SENDING)).toEqual({ holderRole: 'ATT-BER-02', declaredBy: 'DEU' });
    expect(await seen(PARTNER)).toBeNull();
    const own = await run(SENDING, 'declareNonGrata', 'personaNonGrata', selection, input);
    expect(own.code).toMatchObject({ code: 'WRITE_DENIED', rules: ['CHY-NGRA'] });

    const back = await run(HOST, 'withdrawNonGrata', 'personaNonGrata', selection, { id: row?.id });
    expect(back.row).toMatchObject({ withdrawnOn: '2026-09-21T12:00:00.000Z' });
    const again = await run(HOST, 'withdrawNonGrata', 'personaNonGrata', selection, { id: row?.id });
    expect(again.code).toMatchObject({ code: 'TRANSITION_INVALID' });
  });

  it('say who may judge for each side, by the agency that says it', async () => {
    const input = {
      ...{ mission: mission(), forum: 'SENDING_STATE', isOfficialAct: true, legalBasis: 'VCDR 31(1)' },
      determinedOn: '2026-09-20',
    };
    const { row } = await run(HOST, 'determineJurisdiction', 'jurisdictionDetermination', 'decider forum', input);
    expect(row).toMatchObject({ decider: 'DEU.foreign-ministry', forum: 'SENDING_STATE' });
    const security = await run(SECURITY, 'determineJurisdiction', 'jurisdictionDetermination', 'decider', input);
    expect(security.code).toMatchObject({ code: 'WRITE_DENIED', rules: ['CHY-JURD'] });
  });

  it('name the State that receives the post from the register, kinds of data that there are, and parties among which is their writer', async () => {
    const constraint = { mission: mission(), topic: 'RADIO', rule: 'CONSENT_NEEDED', text: 'x', legalBasis: 'y' };
    const { row } = await run(SECURITY, 'recordHostConstraint', 'hostLegalConstraint', 'country rule', constraint);
    expect(row).toMatchObject({ country: 'DEU', rule: 'CONSENT_NEEDED' });
    const protocol = { mission: mission(), parties: ['MFA-DEU'], trigger: 'A fire.', channels: ['Telephone'] };
    const unknown = { ...protocol, dataCategories: ['EVERYTHING'], answerMinutes: 10 };
    expect((await run(SECURITY, 'recordProtocol', 'interagencyProtocol', 'trigger', unknown)).code).toEqual({
      code: 'INPUT_INVALID',
      argument: 'input.dataCategories',
    });
    const agreement = { mission: mission(), kind: 'GSA', thirdPartyRule: 'FORBIDDEN', validFrom: '2026-01-01' };
    const others = { ...agreement, parties: ['DEU', 'FRA'] };
    expect((await run(SECURITY, 'recordSharingAgreement', 'sharingAgreement', 'kind', others)).code).toEqual({
      code: 'INPUT_INVALID',
      argument: 'input.parties',
    });
  });

  it('open nothing and close nothing: no fact and no act follows from one', async () => {
    const law = () =>
      inTransaction(compliance.database.ownerUrl, async (owner) => {
        const text =
          'select (select count(*)::int from law_act) as acts, (select count(*)::int from law_fact) as facts';
        return (await owner.query(text)).rows;
      });
    const before = await law();
    const notice = { mission: mission(), holderRole: 'ATT-BER-03' };
    const { row } = await run(HOST, 'declareNonGrata', 'personaNonGrata', 'holderRole', notice);
    expect(row).toMatchObject({ holderRole: 'ATT-BER-03' });
    expect(await law()).toEqual(before);
  });
});
