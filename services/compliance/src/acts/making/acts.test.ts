import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { CONSULATE, demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Purpose } from '@chancery/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCompliance } from '../../testkit/running-compliance.js';

/** Whose interests another State protects in the demonstration. */
const ENTRUSTED = 'Q3774656';
const MANDATE = 'act_exercise_mandate_q3774656';
const STARTED_WITHIN_MS = 300_000;
const SECURITY = 'usa.diplomatic-security';
const MINISTRY_OF_USA: Profile = ministry('USA');
const MINISTRY_OF_DEU = profileOf('deu.foreign-ministry');
const TABLES = ['legal_act', 'legal_act_mission', 'law_act', 'command', 'record_version', 'outbox'];
const SHOWN =
  'legalAct { id kind status version office issuer recipient revokedAt untilAt scopeKeys persons missions { id } concurrencyToken }';

type Input = Readonly<Record<string, unknown>>;

/** A ministry of a State without a persona. */
function ministry(state: string, id = 'a:00000000000000bb'): Profile {
  const { subject } = profileOf('deu.foreign-ministry');
  const changed = { id, represents: state, agency: `${state}.foreign-ministry`, nationalities: [state], groups: [] };
  return { subject: { ...subject, ...changed, clearances: [] }, purpose: 'PROTOCOL_NOTIFICATION', caseId: null };
}

describe('legal acts', () => {
  let posts: PublishedPosts;
  let compliance: RunningService;
  let keys = 0;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    posts = await publishPosts([EMBASSY, CONSULATE, ENTRUSTED]);
    compliance = await runCompliance({ missionsOwnerUrl: posts.ownerUrl, ...demoLaw() });
    const { rows } = await asOwner<{ id: string; key: string }>('select id, key from mission_ref');
    for (const { id, key } of rows) ids.set(key, id);
  }, STARTED_WITHIN_MS);
  afterAll(async () => {
    await compliance[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
  });

  const asOwner = <T extends object>(text: string, values: unknown[] = []) =>
    inTransaction(compliance.database.ownerUrl, (client) => client.query<T>(text, values));
  async function counts(): Promise<unknown> {
    const text = `select ${TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`;
    return (await asOwner(text)).rows[0];
  }
  function run(command: string, input: Input, profile: Profile = profileOf(SECURITY), shown = SHOWN) {
    keys += 1;
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { done: ${command}(input: $input) { ${shown} } }`;
    const key = `command-${String(keys).padStart(4, '0')}`;
    return compliance.client.mutate(profile, document, { input: { idempotencyKey: key, ...input } });
  }
  async function done(command: string, input: Input, profile?: Profile): Promise<Readonly<Record<string, unknown>>> {
    const answer = await run(command, input, profile);
    expect(answer.errors).toEqual([]);
    return (answer.data as { done: { legalAct: Record<string, unknown> } }).done.legalAct;
  }
  async function refused(command: string, input: Input, profile?: Profile) {
    const before = await counts();
    const answer = await run(command, input, profile);
    expect(await counts()).toEqual(before);
    expect(answer.errors).toHaveLength(1);
    return answer.errors[0]?.extensions;
  }
  const lawOf = async (id: unknown): Promise<Record<string, unknown>[]> =>
    (
      await asOwner<{ act: Record<string, unknown> }>('select act from law_act where id = $1 order by v', [id])
    ).rows.map(({ act }) => act);

  const consent = (changes: Input = {}): Input => ({
    kind: 'CONSENT',
    office: 'HEAD_OF_MISSION',
    post: ids.get(EMBASSY),
    coversPost: true,
    recipient: 'DEU',
    recipientAgencies: ['*'],
    categories: ['PREMISES_RESCUE'],
    isWritten: false,
    untilAt: '2026-09-21T18:00:00Z',
    ...changes,
  });
  const waiver = (changes: Input = {}): Input => ({
    ...consent({ kind: 'WAIVER', office: 'FOREIGN_MINISTRY', coversPost: false, untilAt: null, isWritten: true }),
    categories: ['CASE'],
    persons: ['p:7f3c'],
    personCategory: 'DIPLOMATIC_AGENT',
    source: 'note verbale 17/2026',
    waivingWords: 'immunity from jurisdiction is waived',
    coversProceedings: true,
    ...changes,
  });
  const disclosure = (changes: Input = {}): Input => ({
    ...consent({ kind: 'EMERGENCY_DISCLOSURE', office: 'AGENCY_HEAD_DESIGNEE' }),
    recipientAgencies: ['DEU.fire-service'],
    categories: ['THREAT'],
    disclosedInformation: 'warning of an attack, in one sentence',
    disclosedTo: 'the duty officer of the fire service',
    transmission: 'by voice',
    reason: 'imminent threat to life',
    safeguarding: 'nothing is kept',
    briefings: 'briefed, and the agreement signed',
    ...changes,
  });

  it('of consent, brought by those who protect the post for its head, are the law from the moment they are kept', async () => {
    const act = await done('grantAct', consent());

    expect(act).toMatchObject({ kind: 'CONSENT', status: 'GRANTED', version: 1, issuer: 'USA', recipient: 'DEU' });
    expect(await lawOf(act.id)).toEqual([
      expect.objectContaining({
        id: act.id,
        v: 1,
        by: { represents: 'USA', office: 'HEAD_OF_MISSION' },
        scope: { missions: [EMBASSY], keys: [], persons: [], categories: ['PREMISES_RESCUE'] },
        from: '2026-09-21T12:00:00Z',
        revokedAt: null,
      }),
    ]);
  });

  it('are made once for their key', async () => {
    const input = { ...consent(), idempotencyKey: 'the-fire-of-monday' };
    const first = await done('grantAct', input);
    const before = await counts();

    expect((await done('grantAct', input)).id).toBe(first.id);
    expect(await counts()).toEqual(before);
    expect(await refused('grantAct', { ...input, untilAt: '2026-09-21T17:00:00Z' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it.each<[string, () => Input, Profile, string]>([
    ['consent of the host', () => consent(), MINISTRY_OF_DEU, 'VCDR-22-1'],
    ['consent of a partner', () => consent(), profileOf('gbr.foreign-ministry'), 'VCDR-22-1'],
    ['consent of a clerk', () => consent({ office: 'CLERK' }), profileOf(SECURITY), 'CHY-ACTS'],
    ['consent brought by intelligence', () => consent(), profileOf('usa.intelligence'), 'CHY-ACTS'],
    [
      'a waiver by the host, for whoever is immune from it',
      () => waiver({ office: 'FOREIGN_MINISTRY' }),
      MINISTRY_OF_DEU,
      'VCDR-32',
    ],
    ['a waiver in silence', () => waiver({ waivingWords: null }), MINISTRY_OF_USA, 'VCDR-32'],
    [
      'a waiver by word of mouth for a consular officer',
      () => waiver({ isWritten: false, personCategory: 'CONSULAR_OFFICER' }),
      MINISTRY_OF_USA,
      'VCCR-45',
    ],
    [
      'a waiver of proceedings that would reach execution too',
      () => waiver({ coversExecution: true }),
      MINISTRY_OF_USA,
      'VCDR-32-4',
    ],
    [
      'a waiver of execution that is kept as one of proceedings',
      () => waiver({ coversProceedings: false, coversExecution: true }),
      MINISTRY_OF_USA,
      'VCDR-32-4',
    ],
    [
      'a mandate that the receiving State has not accepted',
      () => consent({ kind: 'MANDATE', office: 'FOREIGN_MINISTRY', recipient: 'CHE' }),
      MINISTRY_OF_USA,
      'VCDR-45bc',
    ],
    [
      'an emergency disclosure without its briefings',
      () => disclosure({ briefings: null }),
      profileOf(SECURITY),
      'EO-4.2b',
    ],
    [
      'a disaster of two days',
      () => consent({ kind: 'DISASTER', office: 'EMERGENCY_SERVICE', untilAt: '2026-09-23T18:00:00Z' }),
      profileOf('deu.fire-service'),
      'VCCR-31-2D',
    ],
    [
      'a judgment by the police',
      () => consent({ kind: 'JUDICIAL_DECISION', office: 'COURT', source: '17/26', scopeKeys: ['file:17'] }),
      profileOf('deu.police', 'CRIMINAL_INVESTIGATION'),
      'CHY-ACTS',
    ],
  ])(
    'that the law does not give to their maker are refused with the rule, and nothing is written: %s',
    async (...row) => {
      const [, input, profile, rule] = row;
      expect(await refused('grantAct', input(), profile)).toMatchObject({ code: 'WRITE_DENIED', rules: [rule] });
    },
  );

  it.each<[string, () => Input, Profile, string]>([
    ['consent without an end', () => consent({ untilAt: null }), profileOf(SECURITY), 'a consent ends'],
    ['a waiver for everybody', () => waiver({ persons: [] }), MINISTRY_OF_USA, 'names the person or the record'],
    ['consent to nobody', () => consent({ recipientAgencies: [] }), profileOf(SECURITY), 'names nobody'],
    [
      'consent to an agency of another State than it is given to',
      () => consent({ recipientAgencies: ['DEU.fire-service', 'FRA.police'] }),
      profileOf(SECURITY),
      '`FRA.police` is no agency of the recipient `DEU`',
    ],
    ['consent to no kind of data', () => consent({ categories: [] }), profileOf(SECURITY), 'names no kind of data'],
  ])(
    'that would reach nobody, or nothing, are refused in their own words, for somebody would rely on them: %s',
    async (...row) => {
      const [, input, profile, words] = row;
      const before = await counts();
      const { errors } = await run('grantAct', input(), profile);
      expect(errors).toMatchObject([
        { message: expect.stringContaining(words), extensions: { code: 'INPUT_INVALID' } },
      ]);
      expect(await counts()).toEqual(before);
    },
  );

  it('of a post that the maker does not see are NOT_FOUND, like those of none', async () => {
    for (const post of ['mis_00000000000000000000000000', 'Q875787']) {
      expect(await refused('grantAct', consent({ post }))).toMatchObject({ code: 'NOT_FOUND', argument: 'input.post' });
    }
  });

  it('have a form that the snapshot reads', async () => {
    const wrong: Record<string, Input> = {
      categories: { categories: ['GOSSIP'] },
      untilAt: { untilAt: '2026-09-21T11:00:00Z' },
      scopeKeys: { scopeKeys: ['*', 'file:17'] },
    };
    const refusal = { kind: 'CONSENT_REFUSAL', office: 'HEAD_OF_MISSION' };
    for (const [field, change] of Object.entries(wrong)) {
      const { kind: _, ...input } = consent(change);
      expect(await refused('refuseConsent', { ...input, office: refusal.office })).toMatchObject({
        code: 'INPUT_INVALID',
        argument: `input.${field}`,
      });
    }
    expect(await refused('grantAct', consent(refusal))).toMatchObject({ argument: 'input.kind' });
  });

  it('of a waiver name the person, and show it to the State that the person is of', async () => {
    const act = await done('grantAct', waiver(), MINISTRY_OF_USA);

    expect(act).toMatchObject({ kind: 'WAIVER', persons: ['p:7f3c'], missions: [] });
    expect((await lawOf(act.id))[0]).toMatchObject({ scope: { missions: [], persons: ['p:7f3c'] } });
  });

  it('of refusal bar, and are taken back by the State that made them alone', async () => {
    const { kind: _, ...input } = consent({ untilAt: null });
    const act = await done('refuseConsent', input);
    const byHost = await refused('revokeAct', { id: act.id }, MINISTRY_OF_DEU);

    expect(act).toMatchObject({ kind: 'CONSENT_REFUSAL', status: 'GRANTED' });
    expect(byHost).toMatchObject({ code: 'WRITE_DENIED' });
    expect(await done('revokeAct', { id: act.id })).toMatchObject({ status: 'REVOKED' });
  });

  it('are revoked once, stay with all their versions, and nobody takes a revocation back', async () => {
    const act = await done('grantAct', consent());
    const revoked = await done('revokeAct', { id: act.id });

    expect(revoked).toMatchObject({ status: 'REVOKED', version: 2, revokedAt: '2026-09-21T12:00:00.000Z' });
    expect((await lawOf(act.id)).map(({ v, revokedAt }) => [v, revokedAt])).toEqual([
      [1, null],
      [2, '2026-09-21T12:00:00Z'],
    ]);
    expect(await refused('revokeAct', { id: act.id })).toMatchObject({ code: 'TRANSITION_INVALID' });
    expect(await refused('supersedeAct', { id: act.id, untilAt: '2026-09-21T13:00:00Z' })).toMatchObject({
      code: 'TRANSITION_INVALID',
    });
  });

  it('are superseded by what reaches no further, under the token of what was read', async () => {
    const act = await done('grantAct', consent({ categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR'] }));
    const narrower = { id: act.id, categories: ['PREMISES_RESCUE'], untilAt: '2026-09-21T15:00:00Z' };

    expect(await refused('supersedeAct', { id: act.id, categories: ['ARCHIVE'] })).toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect(await refused('supersedeAct', { id: act.id, untilAt: '2026-09-22T18:00:00Z' })).toMatchObject({
      code: 'INPUT_INVALID',
    });
    const after = await done('supersedeAct', { ...narrower, concurrencyToken: act.concurrencyToken });
    expect(after).toMatchObject({ status: 'GRANTED', version: 2, untilAt: '2026-09-21T15:00:00.000Z' });
    expect(await refused('supersedeAct', { ...narrower, concurrencyToken: act.concurrencyToken })).toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('of emergency disclosure are proposed by one person and made by another; until then they are no law and told to nobody', async () => {
    const proposal = await done('grantAct', disclosure());
    const [proposer, second] = [profileOf(SECURITY), { ...profileOf(SECURITY) }];
    const other = { ...second, subject: { ...second.subject, id: 'a:00000000000000cc' } };
    const fire = profileOf('deu.fire-service');
    const seenByFire = async (): Promise<unknown> =>
      (await compliance.client.query(fire, `{ legalAct(id: "${proposal.id}") { id } }`)).data;

    expect(proposal).toMatchObject({ status: 'PROPOSED' });
    expect(await lawOf(proposal.id)).toEqual([]);
    expect(await seenByFire()).toEqual({ legalAct: null });
    expect(await refused('approveAct', { id: proposal.id }, proposer)).toMatchObject({ rules: ['CHY-ACTS'] });
    expect(await refused('revokeAct', { id: proposal.id }, other)).toMatchObject({ code: 'TRANSITION_INVALID' });

    expect(await done('approveAct', { id: proposal.id }, other)).toMatchObject({ status: 'GRANTED', version: 1 });
    expect(await lawOf(proposal.id)).toHaveLength(1);
    expect(await seenByFire()).toEqual({ legalAct: { id: proposal.id } });
  });

  it('that are proposed may be declined by another person, and are then never made', async () => {
    const proposal = await done('grantAct', disclosure());
    const second = profileOf(SECURITY);
    const other = { ...second, subject: { ...second.subject, id: 'a:00000000000000cc' } };

    expect(await refused('declineAct', { id: proposal.id })).toMatchObject({ rules: ['CHY-ACTS'] });
    expect(await done('declineAct', { id: proposal.id }, other)).toMatchObject({ status: 'DECLINED' });
    expect(await refused('approveAct', { id: proposal.id }, other)).toMatchObject({ code: 'TRANSITION_INVALID' });
    expect(await lawOf(proposal.id)).toEqual([]);
  });

  it('of which a caller knows nothing are NOT_FOUND to it, whatever it would do with them', async () => {
    const act = await done('grantAct', consent());
    for (const command of ['approveAct', 'declineAct', 'revokeAct', 'supersedeAct']) {
      for (const id of [act.id, 'act_00000000000000000000000000']) {
        expect(await refused(command, { id }, ministry('URY'))).toMatchObject({ code: 'NOT_FOUND' });
      }
    }
  });

  it.each<Purpose>(['TRAINING', 'TRANSIT', 'REGRADE'])('are made by nobody for %s', async (purpose) => {
    const denied = await refused('grantAct', consent(), { ...profileOf(SECURITY), purpose });
    expect(denied).toMatchObject({ code: 'WRITE_DENIED', rules: ['CHY-ACTS'] });
  });

  it('are narrowed and revoked as the law has them when their post is not there for who does: an agreement that names none is about all', async () => {
    const act = await done('grantAct', consent({ categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR'] }));
    const withdraw = (at: string | null) =>
      asOwner('update mission_ref set withdrawn_at = $2 where key = $1', [EMBASSY, at]);
    await withdraw('2026-09-20T00:00:00Z');
    try {
      await done('supersedeAct', { id: act.id, categories: ['PREMISES_RESCUE'] });
      await done('revokeAct', { id: act.id });
    } finally {
      await withdraw(null);
    }

    expect((await lawOf(act.id)).map(({ scope }) => (scope as { missions: string[] }).missions)).toEqual([
      [EMBASSY],
      [EMBASSY],
      [EMBASSY],
    ]);
  });

  it('that an import brought stay decided when it is run again', async () => {
    const { rows } = await asOwner<{ id: string }>('select id from legal_act where reference = $1', [MANDATE]);
    await done('revokeAct', { id: rows[0]?.id }, MINISTRY_OF_USA);
    await compliance.setUp();

    expect((await lawOf(MANDATE)).map(({ v, revokedAt }) => [v, revokedAt !== null])).toEqual([
      [1, false],
      [2, true],
    ]);
  });
});
