import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withConnection } from '../../postgres/connect.js';
import { parseSearch, wordsOf } from '../search/search-words.js';
import { type RunningKiosks, runKiosks, type StoredKiosk } from '../testkit/running-kiosks.js';
import { profileFor } from '../testkit/running-notes.js';

const STATES = ['URY', 'USA', 'DEU', 'GBR', 'FRA', 'AUT'] as const;
const NAMES = ['Łódź Gate', 'Zürich Corner', 'Beyoğlu', 'Sana’a', 'Москва', '日本大使館', 'Berlin East', 'Berlin West'];
const NOTES = ['quiet at night', 'watched from Łódź', 'guards in Berlin', null];
const KINDS = ['PAPERS', 'FLOWERS', 'FRUIT', null] as const;
const LONG = 120_000;

/** Who sees a row, and who of those its note, its kind and its sign. */
interface Reach {
  readonly row: readonly string[];
  readonly note: readonly string[];
  readonly kind: readonly string[];
  readonly sign: readonly string[];
}

const setOf = (states: readonly string[]) => (states.length === 0 ? '-' : [...states].sort().join('+'));
const handlingOf = ({ row, note, kind, sign }: Reach, owner: number) =>
  `l=-;rel=${setOf(row)};nat=*;pur=*;own=USA.team${owner}${[
    ['kind', kind] as const,
    ['note', note] as const,
    ['sign', sign] as const,
  ]
    .map(([field, states]) => `!Kiosk.${field}(l=-;rel=${setOf(states)};nat=*;pur=*)`)
    .join('')}`;

interface Row extends StoredKiosk {
  readonly name: string;
  readonly reach: Reach;
}

const sample = <T>(values: fc.Arbitrary<T>, count: number): T[] => fc.sample(values, { numRuns: count, seed: 7 });
const states = fc.subarray([...STATES]);
// Uruguay sees so little that its rows are found by their handlings.
const rare = fc.subarray(STATES.slice(1));

const ROWS: readonly Row[] = sample(
  fc.record({
    name: fc.constantFrom(...NAMES),
    note: fc.constantFrom(...NOTES),
    kind: fc.constantFrom(...KINDS),
    row: rare,
    more: fc.record({ note: states, kind: states, sign: states }),
  }),
  400,
).map(({ name, note, kind, row, more }, index) => {
  const reach = { row: index % 90 === 3 ? [...row, 'URY'] : row, ...more };
  return { name: `${name} ${index}`, note, kind, reach, handling: handlingOf(reach, index % 120) };
});

const QUESTIONS = [
  '',
  'lodz',
  'LÓDŹ',
  'lodz gate',
  'gate lodz',
  'berl',
  'berl ',
  'berlin',
  'guards ber',
  'the fruit',
  'fruit of zurich',
  'papers lod',
  'sanaa',
  'москв',
  '大使',
  'night qui',
  '1',
  '-',
  'nobody',
];

/** What a viewer may find, by the values that it may read and by nothing else. */
function found(state: string, question: string): string[] {
  const wanted = parseSearch(question);
  return ROWS.filter(({ reach }) => reach.row.includes(state)).flatMap(({ name, note, kind, reach }) => {
    const isSign = kind !== null && kind !== undefined && reach.sign.includes(state) && reach.kind.includes(state);
    const read = [
      name,
      ...(reach.note.includes(state) && note ? [note] : []),
      ...(isSign ? [`The ${kind.toLowerCase()} of ${name}`] : []),
    ];
    const words = read.flatMap((text) => [...wordsOf(text)]);
    const stands = wanted.every(({ text, isPrefix }) =>
      words.some((word) => word === text || (isPrefix && word.startsWith(text))),
    );
    return stands ? [name] : [];
  });
}

const KIOSKS = `query ($search: String, $first: Int, $after: String, $filter: KioskFilter, $orderBy: [KioskOrder!]) {
  kiosks(search: $search, first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount edges { node { name } } pageInfo { hasNextPage endCursor }
  }
}`;

interface Answered {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly name: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe('a search', () => {
  let kiosks: RunningKiosks;
  beforeAll(async () => {
    kiosks = await runKiosks(ROWS);
  }, LONG);
  afterAll(async () => kiosks[Symbol.asyncDispose]());

  async function page(state: string, variables: Readonly<Record<string, unknown>>): Promise<Answered> {
    const answer = await kiosks.client.query(profileFor(state), KIOSKS, variables);
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data.kiosks as Answered;
  }

  async function walk(
    state: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<{ names: string[]; total: number }> {
    const names: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo, totalCount } = await page(state, { ...variables, first: 30, after });
      names.push(...edges.map(({ node }) => node.name));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) return { names, total: totalCount };
    }
  }

  it.each(STATES)(
    '%s: finds each row once of which it may read every word that is searched for, and no other',
    async (state) => {
      for (const search of QUESTIONS) {
        const wanted = found(state, search).sort();
        const { names, total } = await walk(state, { search });
        expect([search, names.sort(), total]).toEqual([search, wanted, wanted.length]);
      }
    },
    LONG,
  );

  it('finds the same in any order that is asked for, and beside a filter', async () => {
    const wanted = found('USA', 'berlin').sort(new Intl.Collator('und').compare);
    expect((await walk('USA', { search: 'berlin', orderBy: [{ name: 'ASC' }] })).names).toEqual(wanted);
    const name = { in: wanted.slice(0, 3) };
    expect((await walk('USA', { search: 'berlin', filter: { name } })).names.sort()).toEqual(wanted.slice(0, 3));
  });

  it('of which nothing is left finds what is found without it', async () => {
    const { total } = await walk('USA', {});
    expect((await page('USA', { search: ' - ' })).totalCount).toBe(total);
    expect((await page('USA', { search: null })).totalCount).toBe(total);
  });

  it('gives cursors that are of that search', async () => {
    const { pageInfo } = await page('USA', { search: 'berlin', first: 2 });
    const other = await kiosks.client.query(profileFor('USA'), KIOSKS, {
      search: 'berlin w',
      after: pageInfo.endCursor,
    });
    expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', argument: 'after' });
  });

  it.each(STATES)(
    'of all kinds at once finds for %s the same, whole words before beginnings, page by page',
    async (state) => {
      const query = `query ($text: String!, $after: String) {
      kiosksSearch(text: $text, types: [KIOSK], first: 7, after: $after) {
        totalCount edges { node { ... on Kiosk { name } } } pageInfo { hasNextPage endCursor } } }`;
      for (const text of QUESTIONS) {
        const names: string[] = [];
        let total = 0;
        for (let after: string | null = null; ; ) {
          const answer = await kiosks.client.query(profileFor(state), query, { text, after });
          if (!answer.data) throw new Error(JSON.stringify(answer.errors));
          const { edges, pageInfo, totalCount } = answer.data.kiosksSearch as Answered;
          names.push(...edges.map(({ node }) => node.name));
          total = totalCount;
          after = pageInfo.endCursor;
          if (!pageInfo.hasNextPage) break;
        }
        const wanted = parseSearch(text).length === 0 ? [] : found(state, text).sort();
        expect([text, names.toSorted(), total]).toEqual([text, wanted, wanted.length]);
        const isWhole = (name: string) => found(state, `${text} `).includes(name);
        expect(names.map(isWhole)).toEqual(names.map(isWhole).sort((a, b) => Number(b) - Number(a)));
      }
    },
  );

  it('of all kinds at once refuses what is no search', async () => {
    const asked = (args: string) => kiosks.client.query(profileFor('USA'), `{ kiosksSearch(${args}) { totalCount } }`);
    for (const [args, argument] of [
      ['text: "x", first: -1', 'first'],
      ['text: "x", after: "nonsense"', 'after'],
      ['text: "x", types: []', 'types'],
      ['text: "a b c d e f g h i"', 'text'],
    ] as const) {
      expect((await asked(args)).errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', argument });
    }
  });

  it('keeps no word of a row that its import no longer holds, and has it again when it is back', async () => {
    const words = () =>
      withConnection(kiosks.database.ownerUrl, async (owner) => {
        const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from search_token');
        return rows[0]?.count;
      });
    const before = await words();
    await kiosks.store(ROWS.slice(1));
    expect(await words()).toBeLessThan(before ?? 0);
    await kiosks.store(ROWS);
    expect(await words()).toBe(before);
  });

  it('reads words of its own viewer’s rows alone, whoever asks the database', async () => {
    await withConnection(kiosks.database.serviceUrl, async (service) => {
      const { rows } = await service.query<{ count: number }>('select count(*)::int as count from search_token');
      expect(rows[0]?.count).toBe(0);
      await expect(service.query('update search_token set handling_id = 0')).rejects.toThrow('permission denied');
    });
  });
});
