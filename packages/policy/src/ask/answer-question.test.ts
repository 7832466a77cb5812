import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { supergraphCategories } from '@chancery/shared/schema/supergraph-categories';
import { describe, expect, it } from '@jest/globals';
import { createPolicyEngine } from '../engine.js';
import { decideCase, loadCases } from '../testkit/case-file.js';
import { answerFile, answerQuestion, type Bench } from './answer-question.js';

const SUPERGRAPH = new URL('../../../../supergraph.graphql', import.meta.url);
const CLI = fileURLToPath(new URL('../../dist/ask/ask-cli.js', import.meta.url));
const categories = supergraphCategories(readFileSync(SUPERGRAPH, 'utf8'));
const engine = createPolicyEngine();
const bench: Bench = { engine, fieldCategory: (coordinate) => categories.get(coordinate) };

/** A question as it was put when the interface was fixed. What is added to the shape since must do without it. */
const FIRST = {
  id: 'consent',
  subject: {
    id: 'a:7f3c',
    represents: 'DEU',
    agency: 'DEU.fire-service',
    kind: 'EMERGENCY_SERVICE',
    nationalities: ['DEU'],
    clearances: [{ policy: 'DEU', rank: 2, briefedAt: '2026-01-01', ndaAt: '2026-01-01', until: null }],
    compartments: [],
    groups: ['EU', 'NATO'],
  },
  purpose: 'PROTECT_LIFE',
  caseId: null,
  category: 'PREMISES_RESCUE',
  handling: 'l=-;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=Q875787',
  now: '2026-09-21T13:00:00Z',
  stale: false,
  facts: [
    {
      m: 'Q875787',
      sending: 'USA',
      receiving: 'DEU',
      regime: 'VCDR',
      legalStatus: 'ESTABLISHED',
      protectingPower: null,
      from: '2026-01-01',
      until: null,
    },
  ],
  acts: [
    {
      id: 'act_consent',
      v: 1,
      kind: 'CONSENT',
      by: { represents: 'USA', office: 'HEAD_OF_MISSION' },
      to: { represents: 'DEU', agencies: ['*'] },
      scope: { missions: ['Q875787'], keys: [], categories: ['PREMISES_RESCUE'] },
      from: '2026-09-21T12:00:00Z',
      until: '2026-09-21T18:00:00Z',
      written: true,
      ref: null,
      revokedAt: null,
    },
  ],
};

const asked = (change: object): unknown => ({ ...FIRST, ...change });
const answered = (change: object) => answerQuestion(bench, asked(change), 1);
const messageOf = (change: object): string => {
  const answer = answered(change);
  return 'error' in answer ? `${answer.error.code} ${answer.error.message}` : 'decided';
};

describe('a question put to the law', () => {
  it('is answered in the shape in which it was first fixed', () => {
    expect(answered({})).toMatchObject({
      id: 'consent',
      effect: 'allow',
      code: null,
      citations: [{ rule: 'CHY-ACT' }],
      acts: ['act_consent@1'],
    });
    expect(answered({ acts: [] })).toMatchObject({ effect: 'withhold', code: 'INVIOLABILITY', acts: [] });
    expect(Object.keys(answered({}))).toEqual(['id', 'effect', 'code', 'citations', 'obligations', 'acts']);
  });

  it('is decided as the engine decides every case', () => {
    for (const { request, title } of [...loadCases().values()].flat()) {
      const { validUntil: _, ...decision } = decideCase(engine, request);
      // The row itself is read by its own portion.
      if (request.category === 'EXISTENCE' && request.handling.includes('!')) continue;
      expect({ title, ...answerQuestion(bench, { ...request, id: 7 }, 1) }).toEqual({ title, id: 7, ...decision });
    }
  });

  it('finds category, floor and portion by a coordinate', () => {
    const { category: _, ...unnamed } = FIRST;
    const by = (coordinate: string, handling: string) =>
      answerQuestion(bench, { ...unnamed, coordinate, handling, acts: [] }, 1);
    const own = ';own=USA.diplomatic-security;m=Q875787';

    expect(by('Premises.floorPlan', FIRST.handling)).toMatchObject({ code: 'INVIOLABILITY' });
    expect(by('Mission.city', `l=-;rel=*;nat=*;pur=*${own}`)).toMatchObject({ effect: 'allow' });
    expect(by('Mission.city', `l=-;rel=*;nat=*;pur=*${own}!Mission.city(l=USA:4;rel=*;nat=*;pur=*)`)).toMatchObject({
      code: 'LABEL_NOT_DOMINATED',
    });
    const floored: Bench = { engine, fieldCategory: () => ({ category: 'PUBLIC_FACT', floor: 3 }) };
    const raised = { ...unnamed, coordinate: 'Mission.city', handling: `l=-;rel=*;nat=*;pur=*${own}` };
    expect(answerQuestion(floored, raised, 1)).toMatchObject({ code: 'LABEL_NOT_DOMINATED' });
    expect(by('EXISTENCE', `l=-;rel=*;nat=*;pur=*${own}`)).toMatchObject({ effect: 'allow' });
    expect(by('EXISTENCE', `l=-;rel=*;nat=*;pur=*${own}!EXISTENCE(l=USA:4;rel=*;nat=*;pur=*)`)).toMatchObject({
      effect: 'hide',
    });
  });

  it.each([
    ['no kind of data', { category: undefined }, 'neither a category nor a coordinate'],
    ['another kind than its coordinate', { coordinate: 'Mission.city' }, '`Mission.city` is PUBLIC_FACT'],
    ['a coordinate that is none', { coordinate: 'Mission' }, '`Mission` is not a coordinate'],
    ['a coordinate that nobody serves', { coordinate: 'Mission.secretBudget' }, '`Mission.secretBudget`'],
    ['a coordinate that carries no data', { coordinate: 'Mission.id' }, 'no category'],
    ['a category outside the vocabulary', { category: 'SECRETS' }, '`category`: `SECRETS`'],
    ['a purpose outside the vocabulary', { purpose: 'CURIOSITY' }, '`purpose`: `CURIOSITY`'],
    ['a handling that does not parse', { handling: 'l=;rel=*' }, 'does not parse at 2'],
    ['a time that is none', { now: 'yesterday' }, '`now`: `yesterday`'],
    ['a word that is not known', { waived: true }, 'waived'],
    ['no subject', { subject: undefined }, '`subject`'],
    ['two facts of one post on one day', { facts: [...FIRST.facts, ...FIRST.facts] }, '`Q875787`'],
    ['one act twice', { acts: [...FIRST.acts, { ...FIRST.acts[0], v: 2 }] }, '`act_consent` stands there twice'],
    ['an act of no kind', { acts: [{ ...FIRST.acts[0], kind: 'FAVOUR' }] }, '`acts.0.kind`: `FAVOUR`'],
  ])('is refused in its own words when it says %s', (_name, change, words) => {
    expect(messageOf(change)).toContain('INPUT_INVALID');
    expect(messageOf(change)).toContain(words);
  });

  it('may tell of a post that is accredited to several States', () => {
    const [fact] = FIRST.facts;
    const answer = answered({ facts: [fact, { ...fact, receiving: 'AUT' }], acts: [] });
    expect(answer).toMatchObject({ effect: 'withhold', code: 'INVIOLABILITY' });
  });

  it('without an id is named by its place, and nothing that is no object is decided', () => {
    const answers = answerFile(bench, JSON.stringify([asked({ id: undefined }), 5, null, [FIRST], asked({ id: 'z' })]));

    expect(answers.map(({ id }) => id)).toEqual([1, 2, 3, 4, 'z']);
    expect(answers.map((answer) => 'error' in answer)).toEqual([false, true, true, true, false]);
    expect(answerFile(bench, '{"id":')).toMatchObject([{ id: null, error: { code: 'REQUEST_MALFORMED' } }]);
    expect(answerFile(bench, '[]')).toEqual([]);
    expect(answerFile(bench, JSON.stringify(FIRST))).toMatchObject([{ id: 'consent', effect: 'allow' }]);
  });
});

describe('law:ask', () => {
  it('prints one line of JSON a question, in order, and says by its exit code that one was bad', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-ask-'));
    try {
      const file = join(folder, 'questions.json');
      const args = [CLI, fileURLToPath(SUPERGRAPH), file];
      writeFileSync(file, JSON.stringify([FIRST, asked({ id: 'none', acts: [] })]));
      const good = execFileSync(process.execPath, args, { encoding: 'utf8' }).trimEnd().split('\n');
      expect(good.map((line) => JSON.parse(line).id)).toEqual(['consent', 'none']);

      writeFileSync(file, JSON.stringify([asked({ purpose: 'X' }), FIRST]));
      const bad = spawnSync(process.execPath, args, { encoding: 'utf8' });
      expect(bad).toMatchObject({ status: 3, stderr: '' });
      expect(
        bad.stdout
          .trimEnd()
          .split('\n')
          .map((line) => 'error' in JSON.parse(line)),
      ).toEqual([true, false]);

      const missing = spawnSync(process.execPath, [CLI, fileURLToPath(SUPERGRAPH), `${file}.no`], { encoding: 'utf8' });
      expect(missing).toMatchObject({ status: 2, stdout: '' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
