import { AgreementsInForce } from '@chancery/shared/admission/agreements-in-force';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { exampleAgreement } from '@chancery/shared/subjects/agreement-example';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Purpose } from '@chancery/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCompliance } from '../../testkit/running-compliance.js';
import { AgreementPublisher } from './agreement-publisher.js';

const STARTED_WITHIN_MS = 300_000;
/** So rarely that only a notice can be what was heard. */
const SELDOM_MS = 3_600_000;
const TABLES = ['trust_agreement', 'trust_agreement_agency', 'told_agreement', 'command', 'record_version', 'outbox'];
const SHOWN = `trustAgreement { id reference status version issuer represents agencies purposes ceiling compartments document
  validFrom validTo endsOn decidedAt switchedOffAt concurrencyToken }`;

type Row = Readonly<Record<string, unknown>>;

/** A person of an organisation without a persona. */
function person(agency: string, id: string, purpose: Purpose = 'PROTOCOL_NOTIFICATION'): Profile {
  const { subject } = profileOf('un.security');
  const represents = agency.slice(0, agency.indexOf('.'));
  return { subject: { ...subject, id, represents, agency, groups: [] }, purpose, caseId: null };
}
const KEEPER = person('CHANCERY.register', 'a:0000000000000001');
const SECOND = person('CHANCERY.register', 'a:0000000000000002');

describe('trust agreements', () => {
  let posts: PublishedPosts;
  let compliance: RunningService;
  let publisher: AgreementPublisher;
  let keys = 0;
  let issuers = 0;
  const logged: object[] = [];
  beforeAll(async () => {
    posts = await publishPosts([EMBASSY]);
    compliance = await runCompliance({ missionsOwnerUrl: posts.ownerUrl, ...demoLaw() });
    const { loaderUrl } = compliance.database;
    publisher = await AgreementPublisher.open({ loaderUrl, log: (line) => void logged.push(line), pollMs: SELDOM_MS });
  }, STARTED_WITHIN_MS);
  afterAll(async () => {
    await publisher[Symbol.asyncDispose]();
    await compliance[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
  });

  const agreement = (changes: Row = {}): Row => ({ ...exampleAgreement(), ...changes });
  function newIssuer(): string {
    issuers += 1;
    return `https://idp-${issuers}.usa.example`;
  }
  const asOwner = <T extends object>(text: string, values: unknown[] = []) =>
    inTransaction(compliance.database.ownerUrl, (client) => client.query<T>(text, values));
  async function counts(): Promise<unknown> {
    const text = `select ${TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`;
    return (await asOwner(text)).rows[0];
  }
  function run(command: string, input: Row, profile: Profile) {
    keys += 1;
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { done: ${command}(input: $input) { ${SHOWN} } }`;
    const idempotencyKey = `agreement-${String(keys).padStart(4, '0')}`;
    return compliance.client.mutate(profile, document, { input: { idempotencyKey, ...input } });
  }
  async function done(command: string, input: Row, profile: Profile): Promise<Row> {
    const answer = await run(command, input, profile);
    expect(answer.errors).toEqual([]);
    return (answer.data as { done: { trustAgreement: Row } }).done.trustAgreement;
  }
  async function refused(command: string, input: Row, profile: Profile) {
    const before = await counts();
    const answer = await run(command, input, profile);
    expect(await counts()).toEqual(before);
    expect(answer.errors).toHaveLength(1);
    return { message: answer.errors[0]?.message, ...answer.errors[0]?.extensions };
  }
  const propose = (changes: Row, by = KEEPER): Promise<Row> =>
    done('proposeAgreement', { agreement: JSON.stringify(agreement(changes)) }, by);
  async function approved(changes: Row): Promise<Row> {
    return done('approveAgreement', { id: (await propose(changes)).id }, SECOND);
  }
  /** By what an issuer would be believed at an instant, as a gateway hears it. */
  async function believed(issuer: string, at = NOW): Promise<ReturnType<AgreementsInForce['of']>> {
    await publisher.confirm();
    return new AgreementsInForce(publisher.held().agreements, null, (line) => void logged.push(line)).of(issuer, at);
  }
  async function seen(profile: Profile): Promise<Row[]> {
    const answer = await compliance.client.query(
      profile,
      '{ trustAgreements(first: 50) { edges { node { id status document } } } }',
    );
    return (answer.data as { trustAgreements: { edges: { node: Row }[] } }).trustAgreements.edges.map(
      ({ node }) => node,
    );
  }

  it('count for nobody while one person has proposed them, and from the approval of a second on', async () => {
    const issuer = newIssuer();
    const proposed = await propose({ issuer });
    expect(proposed).toMatchObject({ status: 'PROPOSED', version: 1, issuer, represents: 'USA', decidedAt: null });
    expect(await believed(issuer)).toBeNull();

    expect(await refused('approveAgreement', { id: proposed.id }, KEEPER)).toMatchObject({
      code: 'WRITE_DENIED',
      rules: ['CHY-ADMT'],
    });
    const sameUnderAnotherAgency = person('CHANCERY.trust-office', KEEPER.subject.id);
    expect(await refused('approveAgreement', { id: proposed.id }, sameUnderAnotherAgency)).toMatchObject({
      code: 'WRITE_DENIED',
    });

    const heard = publisher.changed(STARTED_WITHIN_MS, new AbortController().signal);
    expect(await done('approveAgreement', { id: proposed.id }, SECOND)).toMatchObject({
      status: 'APPROVED',
      version: 2,
    });
    await heard;
    expect((await believed(issuer))?.ceiling.get('USA')).toBe(3);
    expect(await refused('approveAgreement', { id: proposed.id }, SECOND)).toMatchObject({
      code: 'TRANSITION_INVALID',
    });
  });

  it('are declined by a second person, and then never made', async () => {
    const issuer = newIssuer();
    const { id } = await propose({ issuer });
    expect(await refused('declineAgreement', { id }, KEEPER)).toMatchObject({ code: 'WRITE_DENIED' });
    expect(await done('declineAgreement', { id }, SECOND)).toMatchObject({ status: 'DECLINED' });
    expect(await refused('approveAgreement', { id }, SECOND)).toMatchObject({ code: 'TRANSITION_INVALID' });
    expect(await believed(issuer)).toBeNull();
  });

  it.each<[string, Profile]>([
    ['a State', profileOf('usa.diplomatic-security')],
    ['another organisation', person('UN.security', 'a:0000000000000003')],
    ['an organisation whose name begins alike', person('CHANCERYX.register', 'a:0000000000000003')],
    ['the register for another purpose', person('CHANCERY.register', 'a:0000000000000003', 'TRAINING')],
    ['oversight', profileOf('usa.inspectorate')],
  ])('are not for %s to propose (CHY-ADMT), and nothing is written', async (_, profile) => {
    const input = { agreement: JSON.stringify(agreement({ issuer: newIssuer() })) };
    expect(await refused('proposeAgreement', input, profile)).toMatchObject({
      code: 'WRITE_DENIED',
      rules: ['CHY-ADMT'],
    });
  });

  it('are checked as their files are, with everything that is wrong, in the words of who proposes', async () => {
    const wrong = agreement({ issuer: newIssuer(), validTo: '2025-01-01', purposes: ['GOSSIP'], admin: true });
    const told = await refused('proposeAgreement', { agreement: JSON.stringify(wrong) }, KEEPER);
    expect(told).toMatchObject({ code: 'INPUT_INVALID', argument: 'input.agreement' });
    for (const word of ['admin', 'purposes', 'validTo', 'a day after `validFrom`'])
      expect(told.message).toContain(word);

    expect(await refused('proposeAgreement', { agreement: '{' }, KEEPER)).toMatchObject({
      message: '`agreement` is not JSON',
    });
    const own = agreement({
      issuer: newIssuer(),
      represents: 'CHANCERY',
      agencies: { 'CHANCERY.register': 'ORGANISATION' },
    });
    expect((await refused('proposeAgreement', { agreement: JSON.stringify(own) }, KEEPER)).message).toContain(
      'the register comes by file alone',
    );
  });

  it('are kept as they count: what stands in them twice is printed once, before anybody approves it', async () => {
    const text = JSON.stringify(agreement({ issuer: newIssuer() }));
    const twice = text.replace('"purposes":', '"purposes":["TRAINING"],"purposes":');
    const { document } = await done('proposeAgreement', { agreement: twice }, KEEPER);
    expect(JSON.parse(String(document))).toMatchObject({ purposes: ['INCIDENT_RESPONSE', 'PROTECT_LIFE'] });
    expect(String(document).match(/"purposes"/g)).toHaveLength(1);
  });

  it('are narrowed by one person at once, and never enlarged so', async () => {
    const issuer = newIssuer();
    const base = agreement({ issuer });
    const { id } = await approved(base);
    const narrowed = { ...base, ceiling: { USA: 1 }, purposes: ['PROTECT_LIFE'], compartments: [] };
    expect(await done('narrowAgreement', { id, agreement: JSON.stringify(narrowed) }, KEEPER)).toMatchObject({
      status: 'APPROVED',
      version: 3,
      ceiling: ['USA:1'],
      compartments: [],
    });
    const left = await believed(issuer);
    expect([left?.ceiling.get('USA'), left?.ceiling.get('NATO'), left?.compartments.size]).toEqual([1, undefined, 0]);

    const back = await refused('narrowAgreement', { id, agreement: JSON.stringify(base) }, SECOND);
    expect(back).toMatchObject({ code: 'INPUT_INVALID', argument: 'input.agreement' });
    for (const field of ['ceiling', 'purposes', 'compartments']) expect(back.message).toContain(`\`${field}\``);
    const elsewhere = { ...narrowed, issuer: newIssuer() };
    expect((await refused('narrowAgreement', { id, agreement: JSON.stringify(elsewhere) }, KEEPER)).message).toContain(
      '`issuer`',
    );
  });

  it('are switched off by one person at once and for good; the issuer is let in again by two', async () => {
    const issuer = newIssuer();
    const { id } = await approved({ issuer });
    expect(await done('switchOffAgreement', { id }, KEEPER)).toMatchObject({ status: 'SWITCHED_OFF' });
    expect(await believed(issuer)).toBeNull();
    for (const command of ['approveAgreement', 'switchOffAgreement']) {
      expect(await refused(command, { id }, SECOND)).toMatchObject({ code: 'TRANSITION_INVALID' });
    }
    const again = await approved({ issuer });
    expect(await believed(issuer)).not.toBeNull();
    expect(again.status).toBe('APPROVED');
  });

  it('of one issuer take each other’s place on the day on which the next begins, and what ended does not come back', async () => {
    const issuer = newIssuer();
    const first = await approved({ issuer });
    const next = await approved({ issuer, validFrom: '2027-01-01', ceiling: { USA: 1 } });
    const eve = Date.parse('2026-12-31T23:59:59Z');
    const day = Date.parse('2027-01-01T00:00:00Z');
    expect((await believed(issuer, eve))?.ceiling.get('USA')).toBe(3);
    expect((await believed(issuer, day))?.ceiling.get('USA')).toBe(1);

    await done('switchOffAgreement', { id: next.id }, KEEPER);
    expect((await believed(issuer, eve))?.ceiling.get('USA')).toBe(3);
    expect(await believed(issuer, day)).toBeNull();

    const now = await approved({ issuer, ceiling: { USA: 2 } });
    expect((await believed(issuer))?.ceiling.get('USA')).toBe(2);
    const { rows } = await asOwner<{ id: string; status: string; ends: string | null }>(
      'select id, status, ends_on::text as ends from trust_agreement where issuer = $1',
      [issuer],
    );
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        { id: first.id, status: 'SUPERSEDED', ends: '2026-09-21' },
        { id: next.id, status: 'SWITCHED_OFF', ends: '2026-09-21' },
        { id: now.id, status: 'APPROVED', ends: null },
      ]),
    );
  });

  it('of one issuer that are approved at the same time leave one that counts', async () => {
    const issuer = newIssuer();
    const proposals = await Promise.all([1, 2, 3].map((rank) => propose({ issuer, ceiling: { USA: rank } })));
    await Promise.all(proposals.map(({ id }) => done('approveAgreement', { id }, SECOND)));
    const { rows } = await asOwner<{ status: string }>(
      'select status from trust_agreement where issuer = $1 order by 1',
      [issuer],
    );
    expect(rows.map(({ status }) => status)).toEqual(['APPROVED', 'SUPERSEDED', 'SUPERSEDED']);
    expect(await believed(issuer)).not.toBeNull();
  });

  it('are seen by the register and, once made, by the State that they bind; by nobody else, and never deleted', async () => {
    const proposed = await propose({ issuer: newIssuer() });
    const made = await approved({ issuer: newIssuer() });
    const off = await done('switchOffAgreement', { id: (await approved({ issuer: newIssuer() })).id }, KEEPER);
    const ids = async (profile: Profile) => (await seen(profile)).map(({ id }) => id);

    expect(await ids(KEEPER)).toEqual(expect.arrayContaining([proposed.id, made.id, off.id]));
    const own = await seen(profileOf('usa.diplomatic-security'));
    expect(own.map(({ id }) => id)).toEqual(expect.arrayContaining([made.id, off.id]));
    expect(own.map(({ id }) => id)).not.toContain(proposed.id);
    for (const { document } of own) expect(JSON.parse(String(document))).toMatchObject({ represents: 'USA' });
    for (const stranger of ['deu.foreign-ministry', 'gbr.foreign-ministry', 'un.security']) {
      expect(await ids(profileOf(stranger))).toEqual([]);
    }
    // A State's agency, which sees it, changes nothing of it; who sees none is told of none.
    expect(await refused('switchOffAgreement', { id: made.id }, profileOf('usa.diplomatic-security'))).toMatchObject({
      code: 'WRITE_DENIED',
    });
    expect(
      await refused('switchOffAgreement', { id: made.id }, person('UN.security', 'a:0000000000000009')),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
    const { rows } = await asOwner<{ version: number }>(
      'select version from record_version where record_id = $1 order by version',
      [off.id],
    );
    expect(rows.map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('are changed under the token of what was read, and once for their key', async () => {
    const made = await approved({ issuer: newIssuer() });
    const input = { id: made.id, concurrencyToken: made.concurrencyToken, idempotencyKey: 'switch-it-off-now' };
    await done('switchOffAgreement', input, KEEPER);
    const before = await counts();
    expect((await done('switchOffAgreement', input, KEEPER)).id).toBe(made.id);
    expect(await counts()).toEqual(before);

    const other = await approved({ issuer: newIssuer() });
    const stale = { id: other.id, concurrencyToken: made.concurrencyToken };
    expect(await refused('switchOffAgreement', stale, KEEPER)).toMatchObject({ code: 'CONFLICT' });
  });

  it('name the agencies that are known, from which they are found by whom they are shown to', async () => {
    await approved({ issuer: newIssuer() });
    const document = `{ agencies(filter: { reference: { eq: "USA.diplomatic-security" } }) { edges { node {
      reference kind party state { reference } trustAgreements(first: 1) { edges { node { represents } } } } } } }`;
    const ask = async (profile: Profile) =>
      (await compliance.client.query(profile, document)).data as { agencies: { edges: { node: Row }[] } };
    const known = {
      reference: 'USA.diplomatic-security',
      kind: 'DIPLOMATIC_SECURITY',
      party: 'USA',
      state: { reference: 'USA' },
    };
    expect((await ask(profileOf('usa.diplomatic-security'))).agencies.edges[0]?.node).toEqual({
      ...known,
      trustAgreements: { edges: [{ node: { represents: 'USA' } }] },
    });
    expect((await ask(profileOf('deu.police'))).agencies.edges[0]?.node).toEqual({
      ...known,
      trustAgreements: { edges: [] },
    });
  });

  it('are told without a word of trouble', () => {
    expect(logged).toEqual([]);
  });
});
