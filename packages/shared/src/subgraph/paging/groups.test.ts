import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GROUP_LEAST } from '../../schema/group.js';
import { type RunningKiosks, runKiosks, type StoredKiosk } from '../testkit/running-kiosks.js';
import { profileFor } from '../testkit/running-notes.js';

const STATES = ['URY', 'USA', 'DEU', 'GBR'] as const;
const KINDS = ['PAPERS', 'FLOWERS', 'FRUIT', null] as const;
const LONG = 120_000;

interface Row extends StoredKiosk {
  readonly kind: (typeof KINDS)[number];
  readonly seenBy: readonly string[];
  readonly readBy: readonly string[];
}

const setOf = (among: readonly string[]) => (among.length === 0 ? '-' : [...among].sort().join('+'));
const states = fc.subarray([...STATES]);
const ROWS: readonly Row[] = fc
  .sample(
    fc.record({
      // Some are rare, so that there is something to keep back.
      kind: fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom<Row['kind']>('PAPERS', null) },
        { weight: 2, arbitrary: fc.constant<Row['kind']>('FLOWERS') },
        { weight: 1, arbitrary: fc.constant<Row['kind']>('FRUIT') },
      ),
      seenBy: states,
      readBy: states,
    }),
    { numRuns: 120, seed: 5 },
  )
  .map(({ kind, seenBy, readBy }, index) => ({
    name: `k${index} ${index % 3 === 0 ? 'corner' : 'square'}`,
    kind,
    seenBy,
    readBy,
    handling: `l=-;rel=${setOf(seenBy)};nat=*;pur=*;own=USA.team${index % 30}!Kiosk.kind(l=-;rel=${setOf(readBy)};nat=*;pur=*)`,
  }));

interface Told {
  readonly value: string | null;
  readonly count: number | null;
  readonly isSuppressed: boolean;
}

const KIOSKS = `query ($by: KioskGroupBy!, $first: Int, $filter: KioskFilter, $search: String) {
  kiosks(filter: $filter, search: $search) { totalCount groups(by: $by, first: $first) { value count isSuppressed } }
}`;

/** How many rows a viewer sees of each kind that it may read. */
function counted(state: string, test: (row: Row) => boolean): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const row of ROWS.filter((each) => each.seenBy.includes(state) && test(each))) {
    const value = row.readBy.includes(state) ? row.kind : null;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

describe('groups of rows', () => {
  let kiosks: RunningKiosks;
  beforeAll(async () => {
    kiosks = await runKiosks(ROWS);
  }, LONG);
  afterAll(async () => kiosks[Symbol.asyncDispose]());

  async function groups(
    state: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<{ totalCount: number; groups: readonly Told[] }> {
    const answer = await kiosks.client.query(profileFor(state), KIOSKS, { by: { kind: true }, ...variables });
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data.kiosks as { totalCount: number; groups: readonly Told[] };
  }

  it.each(STATES)('%s: each value that it may read on a row that it sees is counted, and no other', async (state) => {
    for (const search of [null, 'corner', 'squ']) {
      const wanted = counted(state, ({ name }) => search === null || String(name).includes(search));
      const told = await groups(state, { search });
      expect(new Set(told.groups.map(({ value }) => value))).toEqual(new Set(wanted.keys()));
      for (const { value, count, isSuppressed } of told.groups) {
        expect(isSuppressed).toBe(count === null);
        if (count !== null) expect([value, count]).toEqual([value, wanted.get(value)]);
      }
    }
  });

  it.each(STATES)('%s: no small group is told, nor by what is left of the total', async (state) => {
    for (const search of [null, 'corner', 'squ']) {
      const wanted = counted(state, ({ name }) => search === null || String(name).includes(search));
      const { groups: told, totalCount } = await groups(state, { search });
      const kept = told.filter(({ isSuppressed }) => isSuppressed);
      expect(told.every(({ count }) => count === null || count >= GROUP_LEAST)).toBe(true);
      const small = [...wanted.values()].filter((count) => count < GROUP_LEAST).length;
      if (small === 0) expect(kept).toEqual([]);
      else {
        const left = totalCount - told.reduce((sum, { count }) => sum + (count ?? 0), 0);
        // Unless there is nothing else to keep back.
        expect(kept.length === wanted.size || (kept.length >= 2 && left >= GROUP_LEAST)).toBe(true);
      }
    }
  });

  it('come largest first, and so many as are asked for', async () => {
    const { groups: all } = await groups('USA');
    const counts = all.flatMap(({ count }) => count ?? []);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect((await groups('USA', { first: 1 })).groups).toEqual(all.slice(0, 1));
    expect((await groups('USA', { first: 0 })).groups).toEqual([]);
  });

  it.each([
    [{ first: -1 }, 'first'],
    [{ first: 501 }, 'first'],
    [{ by: {} }, 'by'],
    [{ by: { kind: true, synthetic: true } }, 'by'],
    [{ by: { kind: false } }, 'by'],
  ])('%j is refused', async (variables, argument) => {
    const asked = { by: { kind: true }, ...variables };
    const { errors } = await kiosks.client.query(profileFor('USA'), KIOSKS, asked);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', argument });
  });
});

describe('cells of a map', () => {
  const HANDLING = `l=-;rel=USA;nat=*;pur=*;own=USA.team1`;
  const CLOSED = `${HANDLING}!Kiosk.spot(l=-;rel=DEU;nat=*;pur=*)`;
  const at = (count: number, latitude: number, longitude: number, handling = HANDLING): StoredKiosk[] =>
    Array.from({ length: count }, (_, index) => ({
      name: `c${latitude} ${longitude} ${index} ${handling.length}`,
      handling,
      latitude,
      longitude,
    }));
  let kiosks: RunningKiosks;
  beforeAll(async () => {
    kiosks = await runKiosks([
      ...at(9, 52.51, 13.41),
      ...at(7, 52.24, 13.9),
      ...at(6, 90, 179.9),
      ...at(8, -90, 180),
      ...at(12, 52.51, 13.41, CLOSED),
    ]);
  }, LONG);
  afterAll(async () => kiosks[Symbol.asyncDispose]());

  const MAP = `query ($degrees: Float!) {
    kiosks { groups(by: { spot: { degrees: $degrees } }, first: 500) { value count isSuppressed cell { south west north east } } }
  }`;
  async function cells(degrees: number): Promise<Record<string, unknown>[]> {
    const answer = await kiosks.client.query(profileFor('USA'), MAP, { degrees });
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return (answer.data.kiosks as { groups: Record<string, unknown>[] }).groups;
  }

  it('count the rows whose places lie in them and may be read; all others are in none', async () => {
    const none = { value: null, count: 12, isSuppressed: false, cell: null };
    const cell = (south: number, west: number, count: number, degrees: number) => ({
      value: `${south},${west}`,
      count,
      isSuppressed: false,
      cell: { south, west, north: south + degrees, east: west + degrees },
    });
    expect(await cells(0.25)).toEqual([
      none,
      cell(52.5, 13.25, 9, 0.25),
      cell(-90, -180, 8, 0.25),
      cell(52, 13.75, 7, 0.25),
      cell(89.75, 179.75, 6, 0.25),
    ]);
    expect(await cells(1)).toEqual([cell(52, 13, 16, 1), none, cell(-90, -180, 8, 1), cell(89, 179, 6, 1)]);
    expect(await cells(30)).toEqual([cell(30, 0, 16, 30), none, cell(-90, -180, 8, 30), cell(60, 150, 6, 30)]);
  });

  it('of which few rows are seen are not counted', async () => {
    await kiosks.store([...at(9, 52.51, 13.41), ...at(8, 10, 10), ...at(4, 20, 20)]);
    const told = await cells(1);
    expect(told.map(({ value, count }) => [value, count])).toEqual([
      ['52,13', 9],
      ['10,10', null],
      ['20,20', null],
    ]);
  });

  it.each([0, -1, 0.3, 7, 45])('of %d degrees are refused', async (degrees) => {
    const { errors } = await kiosks.client.query(profileFor('USA'), MAP, { degrees });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', argument: 'by.spot.degrees' });
  });
});
