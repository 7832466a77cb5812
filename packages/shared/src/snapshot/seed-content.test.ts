import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { parseRegisterKey } from '../brands.js';
import { sealSnapshot } from './seal-snapshot.js';
import { parseLawSeed, seedActs, seedFacts, withoutExercise } from './seed-content.js';
import type { Snapshot } from './snapshot.js';
import { viewOf } from './snapshot-view.js';

const START = Date.parse('2026-09-21T12:00:00.789Z');
const data = join(import.meta.dirname, '../../../../data');
const read = (file: string): string => readFileSync(join(data, file), 'utf8');
const missions = read('missions.csv');
const law = parseLawSeed(JSON.parse(read('law/acts.json')));

const HEADER = 'wikidata_id,kind,sending_state,receiving_state\n';

/** What of a row of the register makes its facts. */
interface PostRow {
  readonly wikidata_id: string;
  readonly receiving_state: string;
  readonly also_accredited_to: string;
}

const sealed = (seed: typeof law): Snapshot =>
  sealSnapshot({ number: 1, facts: seedFacts(missions, seed), acts: seedActs(seed, START) });
const seeded = sealed(law);

describe('the law of the seed', () => {
  it('holds a fact for every post and State of accreditation, by the treaty of its kind', () => {
    const { facts } = seeded;
    expect(new Set(facts.map(({ m }) => m)).size).toBe(9737);
    const rows: PostRow[] = parse(missions, { columns: true });
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

  it('is the same for the same start, and another for another', () => {
    expect(sealed(law).digest).toBe(seeded.digest);
    const later = sealSnapshot({ number: 1, facts: seeded.facts, acts: seedActs(law, START + 1000) });
    expect(later.digest).not.toBe(seeded.digest);
  });

  it('holds nothing that was made up unless it is for exercises', () => {
    const real = sealed(withoutExercise(law));
    expect(JSON.stringify(real)).not.toMatch(/exercise/i);
    expect(real.facts.filter(({ protectingPower }) => protectingPower !== null)).toEqual([]);
    expect(real.acts.filter(({ kind }) => kind === 'DISASTER' || kind === 'MANDATE')).toEqual([]);
    expect(real.facts).toHaveLength(seeded.facts.length);
  });

  it('stops at a post, an act or a protecting power that does not fit', () => {
    expect(() => seedFacts(`${HEADER}Q1,CASTLE,USA,DEU\n`, law)).toThrow('post 1: `kind`');
    expect(() => seedFacts(`${HEADER}Q1,EMBASSY,USA,DEU\n`, law)).toThrow('`Q3774656` is not in the register');
    expect(() => seedActs({ ...law, acts: [{ id: 'act_x', exercise: false }] }, START)).toThrow('act 1: `v`');
  });
});
