import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { parseRegisterKey } from '../brands.js';
import { parseSnapshot } from './parse-snapshot.js';
import { reseedSnapshot } from './reseed-snapshot.js';
import { parseLawSeed, seedActs, seedFacts } from './seed-content.js';
import type { Snapshot } from './snapshot.js';
import { viewOf } from './snapshot-view.js';

const START = Date.parse('2026-09-21T12:00:00.789Z');
const data = join(import.meta.dirname, '../../../../data');
const missions = join(data, 'missions.csv');
const law = join(data, 'law/acts.json');

const HEADER = 'wikidata_id,kind,sending_state,receiving_state\n';

/** What of a row of the register makes its facts. */
interface PostRow {
  readonly wikidata_id: string;
  readonly receiving_state: string;
  readonly also_accredited_to: string;
}

let folder: string;
let seeded: Snapshot;
let fewMissions: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seed-'));
  seeded = await reseedSnapshot(missions, law, join(folder, 'whole.json'), START, { exercise: true });
  fewMissions = join(folder, 'few.csv');
  await writeFile(fewMissions, `${HEADER}Q875787,EMBASSY,USA,DEU\nQ3774656,INTERESTS_SECTION,USA,CUB\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the seeded snapshot', () => {
  it('holds a fact for every post and State of accreditation, by the treaty of its kind', async () => {
    const { number, facts } = seeded;
    expect(number).toBe(1);
    expect(new Set(facts.map(({ m }) => m)).size).toBe(9737);
    const rows: PostRow[] = parse(await readFile(missions, 'utf8'), { columns: true });
    const pairs = rows.flatMap(({ wikidata_id, receiving_state, also_accredited_to }) =>
      [receiving_state, ...also_accredited_to.split('|')]
        .filter((state) => state !== '')
        .map((state) => `${wikidata_id} ${state}`),
    );
    expect(pairs.length).toBeGreaterThan(17_000);
    expect(facts.map(({ m, receiving }) => `${m} ${receiving}`).sort()).toEqual(pairs.sort());
    const regimes = new Map(facts.map(({ m, regime }) => [m, regime]));
    expect(regimes.get('Q875787')).toBe('VCDR');
    expect(regimes.get('Q470042')).toBe('VCCR');
    expect(regimes.get('Q80685174')).toBe('VCCR_HONORARY');
    expect(facts.filter(({ protectingPower }) => protectingPower !== null)).toEqual([
      expect.objectContaining({ m: 'Q3774656', sending: 'USA', receiving: 'CUB', protectingPower: 'CHE' }),
    ]);
  });

  it('has the States of accreditation of an embassy for its receiving States, and the Holy See for those that stand in Rome', () => {
    const receiving = (mission: string) =>
      viewOf(seeded, false)
        .factsOf(parseRegisterKey(mission))
        .map((fact) => fact.receiving);
    expect(receiving('Q105668244')).toEqual(['BRA', 'CHL', 'COL', 'ECU', 'PER', 'PRY', 'URY']);
    expect(receiving('Q56339885')).toEqual(['VAT']);
    expect(receiving('Q102335274')).toEqual(['ITA', 'SMR']);
  });

  it('declares a disaster at the posts of the demonstration for one day from the start, and nowhere else', () => {
    const disasters = seeded.acts.filter(({ kind }) => kind === 'DISASTER');
    expect(disasters.flatMap(({ scope }) => scope.missions).sort()).toEqual(['Q470042', 'Q80685174', 'Q875787']);
    for (const { from, until, by, scope } of disasters) {
      expect([from, until]).toEqual(['2026-09-21T12:00:00Z', '2026-09-22T12:00:00Z']);
      expect(by).toEqual({ represents: 'DEU', office: 'EMERGENCY_SERVICE' });
      expect(scope.categories).toEqual(['PREMISES_RESCUE']);
    }
    const parties = viewOf(seeded, false).actsOn(null, 'IPP 1973', null);
    expect(parties.map(({ kind, by }) => `${kind} ${by.represents}`)).toEqual(
      ['AUT', 'CHE', 'CUB', 'DEU', 'GBR', 'URY', 'USA', 'ZAF'].map((state) => `PARTY_STATUS ${state}`),
    );
  });

  it('has the adequacy decisions of the Commission, by the law under which each was taken, for authorities where it reaches them', () => {
    const decisions = seeded.acts.filter(({ by }) => by.office === 'COMMISSION');
    const under = (key: string) => decisions.filter(({ scope }) => scope.keys.includes(key));
    expect(under('DATA ADEQUACY LED').map(({ to }) => to.represents)).toEqual(['GBR']);
    expect(under('DATA ADEQUACY GDPR').map(({ to }) => to.represents)).toEqual(
      'AND ARG CAN CHE FRO GBR GGY IMN ISR JEY JPN KOR NZL URY USA'.split(' '),
    );
    expect(decisions.filter(({ to }) => to.agencies.length === 0).map(({ to }) => to.represents)).toEqual([
      'CAN',
      'USA',
    ]);
    for (const { ref, written } of decisions)
      expect({ written, ref }).toEqual({ written: true, ref: expect.stringContaining('from memory') });
  });

  it('is the same for the same start, but for its number, which goes up', async () => {
    const path = join(folder, 'twice.json');
    const first = await reseedSnapshot(fewMissions, law, path, START, { exercise: true });
    const second = await reseedSnapshot(fewMissions, law, path, START, { exercise: true });
    expect([first.number, second.number]).toEqual([1, 2]);
    expect(second.digest).toBe(first.digest);
    expect((await reseedSnapshot(fewMissions, law, path, START + 1000, { exercise: true })).digest).not.toBe(
      first.digest,
    );
  });

  it('holds nothing that was made up unless it is for exercises', async () => {
    const real = await reseedSnapshot(missions, law, join(folder, 'real.json'), START, { exercise: false });
    expect(JSON.stringify(real)).not.toMatch(/exercise/i);
    expect(real.facts.filter(({ protectingPower }) => protectingPower !== null)).toEqual([]);
    expect(real.acts.filter(({ kind }) => kind === 'DISASTER' || kind === 'MANDATE')).toEqual([]);
    expect(real.facts).toHaveLength(seeded.facts.length);
  });

  it('is made by the command too', async () => {
    const path = join(folder, 'command.json');
    const program = join(import.meta.dirname, '../../dist/snapshot/seed-snapshot.js');
    const said = execFileSync(process.execPath, [program, fewMissions, law, path, '--exercise'], { encoding: 'utf8' });
    expect(said).toMatch(/^snapshot 1 sha256:[0-9a-f]{64}: 2 facts, 28 acts\n$/);
    expect(parseSnapshot(JSON.parse(await readFile(path, 'utf8'))).facts).toHaveLength(2);
  });

  it('stops at a post, an act or a protecting power that does not fit, and publishes nothing', async () => {
    const seed = parseLawSeed(JSON.parse(await readFile(law, 'utf8')));
    expect(() => seedFacts(`${HEADER}Q1,CASTLE,USA,DEU\n`, seed)).toThrow('post 1: `kind`');
    expect(() => seedFacts(`${HEADER}Q1,EMBASSY,USA,DEU\n`, seed)).toThrow('`Q3774656` is not in the register');
    expect(() => seedActs({ ...seed, acts: [{ id: 'act_x', exercise: false }] }, START)).toThrow('act 1: `v`');

    const bad = join(folder, 'bad.csv');
    await writeFile(bad, `${HEADER}Q1,CASTLE,USA,DEU\n`);
    const path = join(folder, 'never.json');
    await expect(reseedSnapshot(bad, law, path, START, { exercise: true })).rejects.toThrow('post 1');
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });
});
