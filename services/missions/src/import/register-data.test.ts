import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from '@chancery/shared/data-folder';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { parseRegister, type RegisterRow } from './parse-register.js';

const text = (file: string): string => readFileSync(join(DATA_FOLDER, file), 'utf8');
const rowsOf = <T>(file: string, shape: z.ZodType<T>): T[] =>
  z.array(shape).parse(parse(text(file), { columns: true }));

const posts = parseRegister('missions.csv', text('missions.csv'));
const districts = rowsOf(
  'districts.csv',
  z.strictObject({ receiving_state: z.string(), named: z.string(), city: z.string(), district: z.string() }),
);
const claims = rowsOf(
  'claims.csv',
  z.strictObject({ id: z.string(), claim: z.string(), finding: z.string(), status: z.string(), source: z.string() }),
);

const RADIUS_KM = 6371;
/** Within this of the middle of its settlement a district lies; one post of the register has a place elsewhere. */
const SETTLEMENT_KM = 20;
const MISPLACED = ['Q3435605'];

type Place = readonly [latitude: number, longitude: number];

function placeOf({ latitude, longitude }: RegisterRow): Place | null {
  return latitude === null || longitude === null ? null : [latitude, longitude];
}

function kilometres([la1, lo1]: Place, [la2, lo2]: Place): number {
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = Math.sin(rad(la2 - la1) / 2) ** 2;
  const across = Math.cos(rad(la1)) * Math.cos(rad(la2)) * Math.sin(rad(lo2 - lo1) / 2) ** 2;
  return 2 * RADIUS_KM * Math.asin(Math.sqrt(half + across));
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const settlement = ({ receiving_state, city }: { receiving_state: string; city: string | null }): string =>
  `${receiving_state} ${city}`;

describe('the table of districts', () => {
  it('is applied to the register: no post has a district for its city, and no district that the table does not know', () => {
    const known = new Set(districts.map((row) => `${settlement(row)} ${row.district}`));
    const named = new Set(districts.map(({ receiving_state, named: name }) => `${receiving_state} ${name}`));
    const unknown = posts.filter(
      (post) => post.district !== null && !known.has(`${settlement(post)} ${post.district}`),
    );

    expect(unknown).toEqual([]);
    expect(posts.filter((post) => named.has(settlement(post)))).toEqual([]);
  });

  it('puts every post that has a place within its settlement', () => {
    const places = new Map<string, Place[]>();
    for (const post of posts) {
      const place = placeOf(post);
      if (place !== null) places.set(settlement(post), [...(places.get(settlement(post)) ?? []), place]);
    }
    const far = posts.filter((post) => {
      const place = placeOf(post);
      if (post.district === null || place === null) return false;
      const all = places.get(settlement(post)) ?? [];
      const middle: Place = [median(all.map(([latitude]) => latitude)), median(all.map(([, longitude]) => longitude))];
      return kilometres(place, middle) > SETTLEMENT_KM;
    });

    expect(far.map(({ wikidata_id: key }) => key)).toEqual(MISPLACED);
  });

  it('finds all of Berlin and London together', () => {
    const embassies = (city: string) =>
      posts.filter((post) => post.city === city && /EMBASSY|HIGH_COMMISSION/.test(post.kind)).length;
    expect(embassies('Berlin')).toBe(155);
    expect(embassies('London')).toBeGreaterThan(160);
  });
});

describe('the corrections of the register', () => {
  const corrected = claims.filter(({ status }) => status === 'CORRECTED');

  it('each name the post, what it said and why that was wrong, and hold in the register', () => {
    expect(corrected.length).toBe(85);
    for (const { claim = '', finding = '', source = '' } of corrected) {
      const key = /Q\d+/.exec(claim)?.[0];
      const post = posts.find(({ wikidata_id }) => wikidata_id === key);
      expect({ claim, receiving: post?.receiving_state }).toEqual({
        claim,
        receiving: /receiving State ([A-Z]{3})/.exec(finding)?.[1],
      });
      expect(source).toContain('missions.csv itself');
    }
  });

  it('leave no State two embassies in Italy of which one is the one to the Holy See', () => {
    const inItaly = posts.filter(({ receiving_state, kind }) => receiving_state === 'ITA' && kind === 'EMBASSY');
    const toBoth = inItaly.filter(({ also_accredited_to: others }) => others.includes('VAT'));
    expect(
      toBoth.filter(({ sending_state }) => inItaly.filter((post) => post.sending_state === sending_state).length > 1),
    ).toEqual([]);
    expect(posts.filter(({ receiving_state }) => receiving_state === 'VAT').length).toBe(82);
  });
});
