import { regradeKey } from '@chancery/policy/writes/lowering';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { type RegisterFolder, registerFolder } from '@chancery/shared/subgraph/testkit/register-folder';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { priorityOf } from './assessment/priority.js';
import { runIntel } from './testkit/running-intel.js';

const POSTS = ['Q875787', 'Q470042', 'Q1803773'];
const [EMBASSY = '', CONSULATE = '', ELSEWHERE = ''] = POSTS;
const OWN = 'usa.intelligence';
const HOST = 'deu.foreign-ministry';
const CANARY = 'the man with the violin case';
const NOBODY_READS = `wrn_${'0'.repeat(26)}`;

type Values = Readonly<Record<string, unknown>>;

describe('what commands tell below a label', () => {
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
      profileOf(persona, 'THREAT_PREVENTION'),
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${one} { id handling ${selection} } } }`,
      { input: { idempotencyKey: `label-${String(keys).padStart(6, '0')}`, ...input } },
    );
    const payload = (answer.data as unknown as Record<string, Record<string, Values> | null> | null)?.[field];
    const row = payload?.[one] ?? null;
    return {
      row,
      errors: answer.errors,
      code: answer.errors[0]?.extensions,
      handling: answer.extensions.handlings?.[Number(row?.handling)],
    };
  }
  async function ask(persona: string, text: string) {
    const answer = await intel.client.query(profileOf(persona, 'THREAT_PREVENTION'), text);
    return { data: answer.data as unknown as Record<string, Values | null>, text: JSON.stringify(answer) };
  }
  const stored = (text: string, values: readonly unknown[] = []): Promise<Values[]> =>
    inTransaction(intel.database.ownerUrl, async (client) => (await client.query<Values>(text, [...values])).rows);
  const counts = () =>
    stored(
      'select (select count(*) from warning) as w, (select count(*) from warning_mission) as l, (select count(*) from command) as c, (select count(*) from record_version) as v, (select count(*) from label_source) as s, (select count(*) from event) as e',
    );
  const idBy = async (table: string, reference: string): Promise<string> =>
    String((await stored(`select id from ${table} where reference = $1`, [reference]))[0]?.id);
  const warning = (): Values => ({
    missions: [posts.ids.get(EMBASSY), posts.ids.get(CONSULATE)],
    urgency: 'EXPECTED',
    severity: 'SEVERE',
    certainty: 'LIKELY',
    area: 'Berlin and Munich',
    tearline: 'Expect an approach at the rear gate.',
    tearlineTo: ['DEU'],
    body: `Both posts are watched by ${CANARY}.`,
  });
  const report = async (persona = OWN, more: Values = {}) => {
    const { row, errors } = await run(persona, 'submitReport', 'intelReport', 'reference concurrencyToken', {
      mission: posts.ids.get(EMBASSY),
      discipline: 'SIGINT',
      title: 'A call was overheard',
      body: `It names ${CANARY}.`,
      reliability: 'B',
      credibility: 2,
      acquiredAt: '2026-09-20T08:00:00Z',
      ...more,
    });
    expect(errors).toEqual([]);
    return row as Values;
  };
  const regrade = (persona: string, field: string, one: string, row: Values, input: Values) =>
    run(persona, field, one, '', {
      id: row.id,
      concurrencyToken: row.concurrencyToken,
      rank: 0,
      reason: 'The operation is over.',
      ...input,
    });

  it('a warning of two posts has both, its tearline reaches the host, and nothing above the line does', async () => {
    const source = await report();
    const made = await run(OWN, 'issueWarning', 'warning', 'reference missions { id } scope tearlineTo', {
      ...warning(),
      derivedFrom: [source.id],
    });
    expect(made.errors).toEqual([]);
    expect(((made.row as Values).missions as { id: string }[]).map(({ id }) => id).sort()).toEqual(
      [posts.ids.get(EMBASSY), posts.ids.get(CONSULATE)].sort(),
    );
    expect(made.handling).toContain(`m=${[CONSULATE, EMBASSY].sort().join('+')}`);
    expect(made.handling).toContain('!EXISTENCE(l=USA:0;rel=DEU+USA;nat=*;pur=*)');

    const seen = await ask(
      HOST,
      `{ warning(id: "${made.row?.id}") { tearline severity missions { id } body tearlineTo } }`,
    );
    expect(seen.data.warning).toMatchObject({
      tearline: 'Expect an approach at the rear gate.',
      severity: 'SEVERE',
      body: null,
      tearlineTo: null,
    });
    expect(seen.text).not.toContain(CANARY);
    const partner = await ask('gbr.foreign-ministry', `{ warning(id: "${made.row?.id}") { tearline } }`);
    const absent = await ask('gbr.foreign-ministry', `{ warning(id: "${NOBODY_READS}") { tearline } }`);
    expect(partner.text).toBe(absent.text);
  });

  it('a tearline is written by who made all that it is drawn from; else nothing is written at all', async () => {
    const other = await report('usa.diplomatic-security');
    const before = await counts();
    const refused = await run(OWN, 'issueWarning', 'warning', '', { ...warning(), derivedFrom: [other.id] });
    expect(refused.code).toMatchObject({ code: 'WRITE_DENIED', rules: ['CHY-REGR'] });
    expect(await counts()).toEqual(before);

    const without = await run(OWN, 'issueWarning', 'warning', '', {
      ...warning(),
      tearlineTo: [],
      derivedFrom: [other.id],
    });
    expect(without.errors).toEqual([]);
    expect(without.handling).not.toContain('!EXISTENCE');
  });

  it.each([
    ['no post', { missions: [] }, 'INPUT_INVALID', 'input.missions'],
    ['a post twice', { missions: ['mis_1', 'mis_1'] }, 'INPUT_INVALID', 'input.missions'],
    ['a post that there is not', { missions: [`mis_${'0'.repeat(26)}`] }, 'NOT_FOUND', 'input.missions'],
    ['a report that there is not', { derivedFrom: [`rpt_${'0'.repeat(26)}`] }, 'NOT_FOUND', 'input.derivedFrom'],
    ['an end that is past', { expiresAt: '2020-01-01T00:00:00Z' }, 'INPUT_INVALID', 'input.expiresAt'],
    ['a line below which nothing stands', { tearline: null }, 'INPUT_INVALID', 'input.tearline'],
    ['a restricted scope without a restriction', { scope: 'RESTRICTED' }, 'INPUT_INVALID', 'input.restriction'],
  ])('a warning with %s is refused and leaves nothing', async (_title, more, code, argument) => {
    const before = await counts();
    const refused = await run(OWN, 'issueWarning', 'warning', '', { ...warning(), ...more });
    expect(refused.code).toMatchObject({ code, argument });
    expect(await counts()).toEqual(before);
  });

  it('a warning of a post at which nobody may warn is refused for all its posts', async () => {
    const refused = await run(OWN, 'issueWarning', 'warning', '', {
      ...warning(),
      missions: [posts.ids.get(EMBASSY), posts.ids.get(ELSEWHERE)],
    });
    expect(refused.code).toMatchObject({ code: 'WRITE_DENIED' });
  });

  it('a report is lowered by its maker alone, with its reason and what it was in its history; and told of as an event', async () => {
    const row = await report();
    const denied = await regrade('usa.diplomatic-security', 'regradeIntelReport', 'intelReport', row, {
      releasableTo: ['GBR'],
    });
    expect(denied.code).toMatchObject({ code: 'WRITE_DENIED' });
    const hidden = await ask('gbr.foreign-ministry', `{ intelReport(id: "${row.id}") { title } }`);
    expect(hidden.data.intelReport).toBeNull();

    const done = await regrade(OWN, 'regradeIntelReport', 'intelReport', row, { releasableTo: ['GBR'] });
    expect(done.errors).toEqual([]);
    expect(done.handling).toMatch(/^l=USA:0;rel=GBR\+USA;/);
    const seen = await ask('gbr.foreign-ministry', `{ intelReport(id: "${row.id}") { id } }`);
    expect(seen.data.intelReport).toMatchObject({ id: row.id });

    const versions = await stored('select version, content from record_version where record_id = $1 order by version', [
      row.id,
    ]);
    const [first, second] = versions.map(({ content }) => content as { handling_id: number; reason?: string });
    expect(second?.reason).toBe('The operation is over.');
    expect(first?.handling_id).not.toBe(second?.handling_id);
    const told = await stored(
      'select was_handling_id, handling_id from event where record_id = $1 order by seq desc limit 1',
      [row.id],
    );
    if (told.length > 0)
      expect(told).toEqual([{ was_handling_id: first?.handling_id, handling_id: second?.handling_id }]);
    expect(await stored('select version from outbox where id = $1 order by version', [row.id])).toEqual([
      { version: 1 },
      { version: 2 },
    ]);
  });

  it('a record is never lowered below what it took from another agency, even by its maker', async () => {
    const sourceId = await idBy('intel_report', `IR-${EMBASSY}-2`);
    const own = await report(OWN, { derivedFrom: [sourceId] });
    // Of the same agency: it lowers what it made itself.
    expect((await regrade(OWN, 'regradeIntelReport', 'intelReport', own, { dropsControls: true })).errors).toEqual([]);

    const foreign = await report('usa.diplomatic-security');
    const drawn = await report(OWN, { derivedFrom: [foreign.id] });
    const denied = await regrade(OWN, 'regradeIntelReport', 'intelReport', drawn, { releasableTo: ['GBR'] });
    expect(denied.code).toMatchObject({ code: 'WRITE_DENIED', rules: ['CHY-REGR'] });
    expect((await regrade(OWN, 'regradeIntelReport', 'intelReport', drawn, { rank: 3 })).errors).toEqual([]);
  });

  it('a record with information of a partner is lowered once that partner has consented to it, and not before', async () => {
    const made = await report();
    const text = `l=USA:1;rel=USA;nat=*;pur=*;fgi=GBR;own=USA.intelligence;m=${EMBASSY}`;
    await stored('insert into handling (id, text) select max(id) + 1, $1 from handling', [text]);
    await stored('update intel_report set handling_id = (select id from handling where text = $2) where id = $1', [
      made.id,
      text,
    ]);
    // By a clock that stands still handlings are read again when one is allotted, and not before.
    await regrade(OWN, 'regradeIntelReport', 'intelReport', await report(), { releasableTo: ['ITA'] });
    const read = async () =>
      (await ask(OWN, `{ intelReport(id: "${made.id}") { id concurrencyToken } }`)).data.intelReport as Values;
    const lower = async () =>
      regrade(OWN, 'regradeIntelReport', 'intelReport', await read(), { releasableTo: ['FRA'] });
    const { facts, acts } = demoLaw();
    const consent = (key: string): Act => ({
      id: 'act_test_regrade',
      v: 1,
      kind: 'ORIGINATOR_CONSENT',
      by: { represents: 'GBR', office: 'ORIGINATOR' },
      to: { represents: 'USA', agencies: ['USA.intelligence'] },
      scope: { missions: [], keys: [key], persons: [], categories: ['*'] },
      from: '2026-09-01T00:00:00Z',
      until: null,
      written: true,
      ref: null,
      revokedAt: null,
    });
    const under = (more: readonly Act[], number: number) =>
      intel.snapshots.replace(sealSnapshot({ number, facts, acts: [...acts, ...more] }));

    expect((await lower()).code).toMatchObject({ code: 'WRITE_DENIED', rules: ['CHY-REGR'] });
    under([consent(String(made.id))], 2);
    expect((await lower()).code).toMatchObject({ code: 'WRITE_DENIED', rules: ['CHY-REGR'] });
    under([consent(regradeKey(String(made.id)))], 3);
    const done = await lower();
    expect(done.errors).toEqual([]);
    expect(done.handling).toMatch(/^l=USA:0;rel=FRA\+USA;nat=\*;pur=\*;fgi=GBR;/);
    under([], 4);
  });

  it('a regrade of a record that has changed since it was read is a conflict', async () => {
    const row = await report();
    expect(
      (await regrade(OWN, 'regradeIntelReport', 'intelReport', { ...row, concurrencyToken: 'x' }, {})).code,
    ).toMatchObject({ code: 'CONFLICT' });
  });

  it('the level of a threat tells its word and nothing else, and of equal words the same', async () => {
    const told: string[] = [];
    for (const [credibility, impact] of [
      [1, 4],
      [2, 5],
      [1, 5],
    ] as const) {
      const judged = await run(OWN, 'assessThreat', 'threatAssessment', '', {
        mission: posts.ids.get(EMBASSY),
        threat: await idBy('threat', `THR-${EMBASSY}-1`),
        reliability: 'B',
        credibility,
        impact,
        likelihood: 'LIKELY',
        severity: 'EXTREME',
        attributionConfidence: 'MODERATE',
        rationale: `It rests on ${CANARY}.`,
      });
      expect(judged.errors).toEqual([]);
      const level = await run(OWN, 'tellThreatLevel', 'threatLevel', '', {
        mission: posts.ids.get(EMBASSY),
        assessment: judged.row?.id,
        toldTo: 'DEU',
      });
      expect(level.errors).toEqual([]);
      const seen = await ask(
        HOST,
        `{ threatLevel(id: "${level.row?.id}") { priority toldTo toldOn synthetic mission { id } handling } threatAssessment(id: "${judged.row?.id}") { id } }`,
      );
      expect(seen.data.threatLevel).toMatchObject({ priority: priorityOf(credibility, impact), toldTo: 'DEU' });
      expect(seen.data.threatAssessment).toBeNull();
      told.push(seen.text);
    }
    expect(new Set(told).size).toBe(1);
    expect(told.join()).not.toContain(CANARY);
  });

  it('the level of a threat is told by who judged it, of a judgement that it sees', async () => {
    const imported = await idBy('threat_assessment', `TAS-${EMBASSY}-1`);
    const input = { mission: posts.ids.get(EMBASSY), assessment: imported, toldTo: 'DEU' };
    expect((await run('usa.diplomatic-security', 'tellThreatLevel', 'threatLevel', '', input)).code).toMatchObject({
      code: 'WRITE_DENIED',
    });
    const absent = { ...input, assessment: `tas_${'0'.repeat(26)}` };
    expect((await run(OWN, 'tellThreatLevel', 'threatLevel', '', absent)).code).toMatchObject({
      code: 'NOT_FOUND',
      argument: 'input.assessment',
    });
  });
});
