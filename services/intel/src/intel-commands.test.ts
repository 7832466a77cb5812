import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { type RegisterFolder, registerFolder } from '@chancery/shared/subgraph/testkit/register-folder';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runIntel } from './testkit/running-intel.js';

const POSTS = ['Q875787', 'Q470042', 'Q1803773'];
const [EMBASSY = '', CONSULATE = ''] = POSTS;
const OWN = 'usa.intelligence';
const NOWHERE = `thr_${'0'.repeat(26)}`;

type Values = Readonly<Record<string, unknown>>;

describe('commands on what may happen to a post', () => {
  let posts: PublishedPosts;
  let data: RegisterFolder;
  let intel: RunningService;
  let keys = 0;
  beforeAll(async () => {
    posts = await publishPosts(POSTS);
    data = registerFolder(POSTS);
    intel = await runIntel({ ...demoLaw(), missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
  });
  afterAll(async () => {
    await intel[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
    data[Symbol.dispose]();
  });

  async function run(persona: string, field: string, one: string, selection: string, input: Values) {
    keys += 1;
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const answer = await intel.client.mutate(
      profileOf(persona),
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${one} { id handling ${selection} } } }`,
      { input: { idempotencyKey: `intel-${String(keys).padStart(6, '0')}`, ...input } },
    );
    const payload = (answer.data as unknown as Record<string, Record<string, Values> | null> | null)?.[field];
    return { ...answer, row: payload?.[one] ?? null, code: answer.errors[0]?.extensions };
  }
  async function stored(text: string, values: readonly unknown[] = []): Promise<Values[]> {
    return inTransaction(
      intel.database.ownerUrl,
      async (client) => (await client.query<Values>(text, [...values])).rows,
    );
  }
  const idBy = async (table: string, reference: string): Promise<string> =>
    String((await stored(`select id from ${table} where reference = $1`, [reference]))[0]?.id);
  const report = (): Values => ({
    mission: posts.ids.get(EMBASSY),
    discipline: 'HUMINT',
    title: 'A meeting was put off',
    body: 'The meeting of Thursday was put off by a week.',
    reliability: 'B',
    credibility: 2,
    acquiredAt: '2026-09-20T08:00:00Z',
  });
  const judgement = async (): Promise<Values> => ({
    mission: posts.ids.get(EMBASSY),
    threat: await idBy('threat', `THR-${EMBASSY}-1`),
    reliability: 'B',
    credibility: 1,
    impact: 5,
    likelihood: 'LIKELY',
    severity: 'EXTREME',
    attributionConfidence: 'MODERATE',
    rationale: 'Two ways agree.',
  });

  it('a report is its maker’s State’s alone, and no lower than the source that it names', async () => {
    const { row, errors, extensions } = await run(OWN, 'submitReport', 'intelReport', 'reference', report());
    expect(errors).toEqual([]);
    expect(extensions.handlings?.[Number(row?.handling)]).toBe(
      `l=USA:0;rel=USA;nat=*;pur=*;own=USA.intelligence;m=${EMBASSY}`,
    );

    const source = await idBy('source', `SRC-${EMBASSY}-2`);
    const named = await run(OWN, 'submitReport', 'intelReport', 'reference', { ...report(), source });
    expect(named.errors).toEqual([]);
    expect(named.extensions.handlings?.[Number(named.row?.handling)]).toMatch(/^l=USA:3;c=SI;rel=USA;nat=USA;/);
  });

  it('a report is graded on the scale, of the past, and has an address only if it was published', async () => {
    const before = await stored('select count(*)::int as n from intel_report');
    for (const [argument, value] of [
      ['credibility', 7],
      ['credibility', 0],
      ['acquiredAt', '2026-09-22T08:00:00Z'],
      ['url', 'https://archive.example/a'],
    ] as const) {
      const { code } = await run(OWN, 'submitReport', 'intelReport', '', { ...report(), [argument]: value });
      expect(code).toMatchObject({ code: 'INPUT_INVALID', argument: `input.${argument}` });
    }
    expect(await stored('select count(*)::int as n from intel_report')).toEqual(before);
  });

  it('a report is taken back by the agency that made it, not by a sister that reads it (CHY-RTRC)', async () => {
    const { row } = await run(OWN, 'submitReport', 'intelReport', 'reference', report());
    const input = { id: row?.id, reason: 'It was another post.' };

    const sister = await run('usa.diplomatic-security', 'retractReport', 'intelReport', 'reference', input);
    expect(sister.code).toMatchObject({ code: 'WRITE_DENIED', rules: ['CHY-RTRC'] });
    const standing = 'select withdrawn_at from intel_report where id = $1';
    expect(await stored(standing, [row?.id])).toEqual([{ withdrawn_at: null }]);
    const taken = await run(OWN, 'retractReport', 'intelReport', 'reference', input);
    expect(taken).toMatchObject({ errors: [], row: null });
    expect(await stored(standing, [row?.id])).toEqual([{ withdrawn_at: expect.any(Date) }]);
  });

  it('an actor that names no post is kept on account of one: of that are its label and who may amend it', async () => {
    const actor = {
      mission: posts.ids.get(EMBASSY),
      alias: 'GROUP-TEAL',
      type: 'CRIME_SYNDICATE',
      motivation: 'DOMINANCE',
      sophistication: 'INTERMEDIATE',
      capability: 'Follows cars.',
      intent: 'Ransom.',
      firstSeenOn: '2026-03-01',
    };
    const { row, errors, extensions } = await run(OWN, 'nameActor', 'threatActor', 'concurrencyToken', actor);
    expect(errors).toEqual([]);
    expect(extensions.handlings?.[Number(row?.handling)]).toBe(
      `l=USA:0;rel=USA;nat=*;pur=*;own=USA.intelligence;m=${EMBASSY}`,
    );
    const amended = { id: row?.id, concurrencyToken: row?.concurrencyToken, intent: 'Ransom, and names.' };
    const host = await run('deu.police', 'amendThreatActor', 'threatActor', '', amended);
    expect(host.code).toMatchObject({ code: 'WRITE_DENIED' });
    expect((await run(OWN, 'amendThreatActor', 'threatActor', '', amended)).errors).toEqual([]);

    const nowhere = { ...actor, mission: `mis_${'0'.repeat(26)}` };
    expect((await run(OWN, 'nameActor', 'threatActor', '', nowhere)).code).toEqual({
      code: 'NOT_FOUND',
      argument: 'input.mission',
    });
    const seen = { ...actor, lastSeenOn: '2027-01-01' };
    expect((await run(OWN, 'nameActor', 'threatActor', '', seen)).code).toMatchObject({ argument: 'input.lastSeenOn' });
  });

  it('the priority of a threat follows from credibility and impact, and is nobody’s to set', async () => {
    const { row, errors } = await run(
      OWN,
      'assessThreat',
      'threatAssessment',
      'priority analystRole',
      await judgement(),
    );
    expect(errors).toEqual([]);
    expect(row).toMatchObject({ priority: 'CRITICAL', analystRole: 'USA.intelligence' });

    const set = await run(OWN, 'assessThreat', 'threatAssessment', '', { ...(await judgement()), priority: 'LOW' });
    expect(set.code).toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('a threat that is hidden or of another post is NOT_FOUND or refused like one that there is not', async () => {
    const absent = await run(OWN, 'assessThreat', 'threatAssessment', '', { ...(await judgement()), threat: NOWHERE });
    expect(absent.code).toEqual({ code: 'NOT_FOUND', argument: 'input.threat' });

    const foreign = await idBy('threat', `THR-${CONSULATE}-1`);
    const other = await run(OWN, 'assessThreat', 'threatAssessment', '', { ...(await judgement()), threat: foreign });
    expect(other.code).toMatchObject({ code: 'INPUT_INVALID', argument: 'input.threat' });
  });

  it('words that are passed on reach the host; a report that is kept from it cannot be named', async () => {
    const passed = {
      mission: posts.ids.get(EMBASSY),
      recipientState: 'DEU',
      recipientAgency: 'Foreign ministry',
      basis: 'TEARLINE',
      channel: 'MINISTRY',
    };
    const { row, errors, extensions } = await run(OWN, 'disseminate', 'dissemination', 'tearline', {
      ...passed,
      tearline: 'Expect a vehicle that waits.',
    });
    expect(errors).toEqual([]);
    expect(extensions.handlings?.[Number(row?.handling)]).toContain('rel=DEU+USA;');
    const seen = await intel.client.query(
      profileOf('deu.foreign-ministry', 'THREAT_PREVENTION'),
      `{ dissemination(id: "${row?.id}") { tearline } }`,
    );
    expect(seen.data).toMatchObject({ dissemination: { tearline: 'Expect a vehicle that waits.' } });

    const kept = await idBy('intel_report', `IR-${EMBASSY}-2`);
    expect((await run(OWN, 'disseminate', 'dissemination', '', { ...passed, report: kept })).code).toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect((await run(OWN, 'disseminate', 'dissemination', '', passed)).code).toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('a warning is amended by who read it as it stands, called off once, and then stays as it is', async () => {
    const id = await idBy('warning', 'W-0005');
    const read = await intel.client.query(profileOf(OWN), `{ warning(id: "${id}") { concurrencyToken msgType } }`);
    const { concurrencyToken } = (read.data as unknown as { warning: { concurrencyToken: string } }).warning;
    const change = { id, concurrencyToken, severity: 'SEVERE', tearline: 'Keep away from the gate.' };
    const updated = await run(OWN, 'updateWarning', 'warning', 'msgType severity tearline', change);
    expect(updated.errors).toEqual([]);
    expect(updated.row).toMatchObject({ msgType: 'UPDATE', severity: 'SEVERE', tearline: 'Keep away from the gate.' });

    const late = await run(OWN, 'updateWarning', 'warning', 'msgType', { ...change, tearline: 'Another text.' });
    expect(late.code).toMatchObject({ code: 'CONFLICT' });
    const off = await run(OWN, 'cancelWarning', 'warning', 'msgType', { id });
    expect(off.row).toMatchObject({ msgType: 'CANCEL' });
    const again = await run(OWN, 'cancelWarning', 'warning', 'msgType', { id });
    expect(again.code).toMatchObject({ code: 'TRANSITION_INVALID' });
  });

  it('a warning is changed by no partner and no host, and to one of them a hidden warning is as one that it reads', async () => {
    const [tearline, hidden] = [await idBy('warning', 'W-0001'), await idBy('warning', 'W-0003')];
    for (const persona of ['deu.foreign-ministry', 'gbr.foreign-ministry', 'usa.diplomatic-security']) {
      const { code } = await run(persona, 'cancelWarning', 'warning', '', { id: tearline });
      expect({ persona, code: code?.code }).toEqual({ persona, code: 'WRITE_DENIED' });
    }
    const { code } = await run('deu.foreign-ministry', 'cancelWarning', 'warning', '', { id: hidden });
    expect(code?.code).toBe('WRITE_DENIED');
    expect(await stored("select msg_type from warning where reference in ('W-0001', 'W-0003')")).toEqual([
      { msg_type: 'ALERT' },
      { msg_type: 'ALERT' },
    ]);
  });
});
