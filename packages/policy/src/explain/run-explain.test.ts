import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sealSnapshot } from '@chancery/shared/snapshot/parse-snapshot';
import { parseLawSeed, seedActs, seedFacts } from '@chancery/shared/snapshot/seed-content';
import { profileText } from '@chancery/shared/subjects/profile-text';
import { describe, expect, it } from '@jest/globals';
import { POLICY_SET_VERSION } from '../generated/policies.js';
import { NOON } from '../testkit/scenario.js';
import { profileOfPersona } from './profile-of-persona.js';
import type { StoredRecord } from './record-word.js';
import { type ExplainSources, runExplain } from './run-explain.js';

const file = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
const seed = parseLawSeed(JSON.parse(file('data/law/acts.json')));
const facts = seedFacts(file('data/missions.csv'), seed);
const snapshot = sealSnapshot({ number: 1, facts, acts: seedActs(seed, NOON) });
const premisesOf = (post: string, tags: string): string =>
  `l=USA:0;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=${post};t=${tags}`;
const BERLIN = premisesOf('Q875787', 'synthetic');
const MUNICH = premisesOf('Q470042', 'exclusiveUse+synthetic');
const AT = ['--at', '2026-09-21T12:00:00Z'];
const RECEIPT = 'AbCdEfGhIjKlMnOpQrStUv';
const BURNING = ['--as', 'deu.fire-service', ...AT];

interface Asked {
  readonly records: StoredRecord[];
  readonly readings: unknown[];
}

function sourcesOf(asked: Asked, recorded: unknown = null): ExplainSources {
  return {
    supergraphSdl: () => file('supergraph.graphql'),
    snapshot: async () => snapshot,
    storedHandling: async (record) => {
      asked.records.push(record);
      if ('id' in record) return record.id.endsWith('z') ? null : BERLIN;
      return record.post === 'Q470042' ? MUNICH : BERLIN;
    },
    recorded: async (receipt, words, reason) => {
      asked.readings.push({ receipt, words, reason });
      return recorded;
    },
  };
}

const run = async (args: readonly string[], recorded?: unknown) => {
  const asked: Asked = { records: [], readings: [] };
  return { ...(await runExplain(args, sourcesOf(asked, recorded), NOON)), ...asked };
};

describe('explain of a value', () => {
  it('takes the kind of data from the supergraph: the address in a fire is not what rescuers need', async () => {
    const said = await run([...BURNING, '--coordinate', 'Premises.floorPlan', '--handling', MUNICH]);
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toContain('Premises.floorPlan (PREMISES_RESCUE)');
    expect(said.out).toContain('ALLOWED');
    const address = await run([...BURNING, '--coordinate', 'Premises.address', '--handling', MUNICH]);
    expect(address.out).toContain('Premises.address (PREMISES_PERIMETER)');
  });

  it('refuses a kind of data typed by hand that is another, and a floor, and decides nothing', async () => {
    const value = [...BURNING, '--coordinate', 'Premises.address', '--post', 'Q470042'];
    const said = await run([...value, '--category', 'PREMISES_RESCUE']);
    expect(said).toMatchObject({ code: 3, out: '', records: [] });
    expect(said.err).toContain('`Premises.address` is PREMISES_PERIMETER, and the question says PREMISES_RESCUE');
    expect(await run([...value, '--floor', '2'])).toMatchObject({ code: 3, out: '', records: [] });
    expect(await run([...value, '--category', 'PREMISES_PERIMETER', '--floor', '0'])).toMatchObject({ code: 0 });
  });

  it('says of a value that is withheld what would open it, and who may grant that', async () => {
    const value = [...BURNING, '--coordinate', 'Premises.floorPlan', '--handling', BERLIN];
    const said = await run(value);
    const [, told = ''] = said.out.split('What would open it, by what the reader may read');
    expect(told).toMatch(/- CONSENT by .*HEAD_OF_MISSION.* of USA\n/);
    expect(told).not.toContain('DISASTER');
    expect(JSON.parse((await run([...value, '--json'])).out).paths.paths.length).toBeGreaterThan(0);
    const open = await run([...BURNING, '--coordinate', 'Premises.floorPlan', '--handling', MUNICH]);
    expect(open.out).not.toContain('What would open it');
  });

  it('finds the handling of the record that holds the coordinate, by id or by post', async () => {
    const id = `prm_${'0'.repeat(26)}`;
    const byId = await run([...BURNING, '--coordinate', 'Premises.floorPlan', '--record', id]);
    expect(byId).toMatchObject({ code: 0, records: [{ type: 'Premises', id }] });
    expect(byId.out).toContain('WITHHELD: INVIOLABILITY');
    const byPost = await run([...BURNING, '--coordinate', 'Premises.floorPlan', '--post', 'Q470042']);
    expect(byPost).toMatchObject({ code: 0, records: [{ type: 'Premises', post: 'Q470042' }] });
    expect(byPost.out).toContain('ALLOWED');
  });

  it.each([
    ['a record of another type', ['--coordinate', 'Premises.floorPlan', '--record', `mis_${'0'.repeat(26)}`], 3],
    ['a post for one of its many warnings', ['--coordinate', 'Warning.body', '--post', 'Q875787'], 3],
    ['a record that is not stored', ['--coordinate', 'Premises.floorPlan', '--record', `prm_${'z'.repeat(26)}`], 3],
    ['no record', ['--coordinate', 'Premises.floorPlan'], 3],
    ['two records', ['--coordinate', 'Premises.floorPlan', '--post', 'Q1', '--handling', BERLIN], 3],
    ['a coordinate that nobody serves', ['--coordinate', 'Premises.secret', '--post', 'Q1'], 3],
    ['an option that there is not', ['--coordinate', 'Premises.floorPlan', '--post', 'Q1', '--now', 'x'], 3],
    ['a path without a receipt', ['--path', 'a.b', '--coordinate', 'Premises.floorPlan', '--post', 'Q1'], 3],
  ])('refuses %s', async (_name, args, code) => {
    const said = await run([...BURNING, ...args]);
    expect(said).toMatchObject({ code, out: '' });
    expect(said.err).toContain('usage:');
  });

  it('tells how it is called', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, err: '' });
    expect((await run(['-h'])).out).toContain('--receipt R');
  });
});

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const named = (text: string) => ({ digest: `h:${digestOf(text).slice(0, 16)}`, text });
const fire = profileText(profileOfPersona('deu.fire-service', undefined, undefined, NOON));
const line = (handling: string | null, decision: string, rules: string[], acts: string[] = []) => ({
  ...{ coordinate: 'Premises.floorPlan', count: 1, decision, rules, acts },
  handling: handling === null ? null : named(handling),
});
const EMBASSY = line(BERLIN, 'W', ['VCDR-22-1']);
const CONSULATE = line(MUNICH, 'A', ['VCCR-31-2D'], ['act_exercise_fire_q470042@1']);
const recordedOf = (changes: object = {}) => ({
  ...{ receipt: RECEIPT, kind: 'READ', failure: null, operation: 'Fire', now: NOON },
  ...{ policy: POLICY_SET_VERSION, schema: 'sha256:s', isListErased: false },
  profile: { digest: fire.digest, text: fire.text },
  snapshot: { number: 1, digest: snapshot.digest, text: JSON.stringify({ facts, acts: snapshot.acts }) },
  access: [EMBASSY, CONSULATE, { ...EMBASSY, coordinate: 'Mission.city' }, { ...EMBASSY, coordinate: 'Incident.city' }],
  ...changes,
});
const PLAN = ['--receipt', RECEIPT, '--path', 'embassy.premises.floorPlan'];
describe('explain of a receipt', () => {
  it('replays what stood on the ledger, and records the reading before', async () => {
    const said = await run([...PLAN, '--reason', 'question 3/2026'], recordedOf({ access: [EMBASSY] }));
    expect(said).toMatchObject({
      code: 0,
      readings: [{ receipt: RECEIPT, reason: 'question 3/2026', words: { path: 'embassy.premises.floorPlan' } }],
    });
    expect(said.out).toContain('Premises.floorPlan was WITHHELD');
    expect(said.out).toContain('The rules of this checkout decide the same.');
    expect(said.out).toContain('by VCDR 1961, article 22(1) [VCDR-22-1]');
    expect(said.out).toContain('at 2026-09-21T12:00:00Z');
  });

  it('tells one of two posts under one coordinate', async () => {
    const said = await run([...PLAN, '--post', 'Q470042'], recordedOf());
    expect(said.out).toContain('Premises.floorPlan was ALLOWED');
    expect(said.out).not.toContain('WITHHELD');
    expect((await run([...PLAN, '--post', 'Q1'], recordedOf())).err).toContain('of Q1 is not in this entry');
  });

  it('says that the rules decide otherwise, whether an entry gave away or closed', async () => {
    const given = await run(PLAN, recordedOf({ access: [{ ...EMBASSY, decision: 'A' }] }));
    expect(given.code).toBe(1);
    expect(given.out).toContain('Premises.floorPlan was ALLOWED');
    expect(given.out).toContain('decide OTHERWISE');
    const closed = await run(PLAN, recordedOf({ access: [{ ...CONSULATE, decision: 'W', rules: ['VCCR-31-2'] }] }));
    expect(closed).toMatchObject({ code: 1, out: expect.stringContaining('decide OTHERWISE') });
  });

  it('finds that a snapshot was stale by what was decided', async () => {
    const said = await run(PLAN, recordedOf({ access: [line(MUNICH, 'W', ['CHY-DENY'])] }));
    expect(said.code).toBe(0);
    expect(said.out).toContain('decide the same, by a snapshot that was stale');
  });

  it('replays what was pruned by the profile alone', async () => {
    const observer = profileText(profileOfPersona('ury.observer', undefined, undefined, NOON));
    const access = [{ ...line(null, 'W', ['CHY-PURP']), coordinate: 'Premises.archiveRegister' }];
    const recorded = recordedOf({ access, profile: observer });
    const said = await run(['--receipt', RECEIPT, '--coordinate', 'Premises.archiveRegister'], recorded);
    expect(said.out).toContain('decide the same');
    expect(said.out).toContain('the profile alone');
  });

  it('lists the coordinates of the entry when a path can be several or none', async () => {
    const several = await run(['--receipt', RECEIPT, '--path', 'city'], recordedOf());
    expect(several).toMatchObject({ code: 2, out: '' });
    expect(several.err).toContain('can be Incident.city or Mission.city');
    const none = await run(['--receipt', RECEIPT, '--path', 'embassy.premises.hazards'], recordedOf());
    expect(none.err).toContain('is not in this entry; it lists Incident.city, Mission.city, Premises.floorPlan');
  });

  it.each<[string, object, string]>([
    [
      'whose profile was erased',
      { profile: { digest: fire.digest, text: null } },
      'the profile of this entry was erased',
    ],
    ['of a profile that is another', { profile: { digest: 'sha256:0', text: fire.text } }, 'not the digest'],
    ['of nobody', { kind: 'AUDIT_READ', profile: null, policy: '' }, 'an entry of kind AUDIT_READ, in which nothing'],
    ['whose snapshot was erased', { snapshot: { number: 1, digest: snapshot.digest, text: null } }, 'was erased'],
    ['whose list was erased', { isListErased: true }, 'the list of this entry was erased'],
    [
      'whose handling was erased',
      { access: [{ ...EMBASSY, handling: { ...named(BERLIN), text: null } }] },
      'the handling of `Premises.floorPlan` was erased',
    ],
    [
      'of a handling that is another',
      { access: [{ ...EMBASSY, handling: { ...named(BERLIN), text: MUNICH } }] },
      'digest',
    ],
    ['of a value that lost its handling', { access: [line(null, 'W', ['CHY-DENY'])] }, 'without its handling'],
  ])('refuses an entry %s, plainly', async (_name, changes, words) => {
    const said = await run(PLAN, recordedOf(changes));
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toContain(words);
  });

  it.each<[string, object, string]>([
    ['the same', EMBASSY, 'WITHHELD'],
    ['otherwise', { ...EMBASSY, decision: 'A' }, 'WITHHELD'],
  ])('refuses to explain what other rules decided, and says what these decide: %s', async (_name, line, today) => {
    const said = await run(PLAN, recordedOf({ policy: 'sha256:0', access: [line] }));
    expect(said.code).toBe(2);
    expect(said.err).toContain('it was decided by the rules sha256:0');
    expect(said.out).toContain(`the rules of this checkout decide: ${today}`);
    expect(said.out).not.toMatch(/VCDR|Bars|Outcome/);
  });

  it('is refused when no log has it, and when more is said than the receipt tells', async () => {
    expect(await run(PLAN)).toMatchObject({ code: 2, out: '' });
    const said = await run([...PLAN, '--as', 'deu.police'], recordedOf());
    expect(said).toMatchObject({ code: 3, readings: [] });
    expect(said.err).toContain('`--as` is told by the receipt');
  });
});
