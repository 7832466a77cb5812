import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MapPoint } from '../../schema/place-conditions.js';
import { type RunningKiosks, runKiosks, type StoredKiosk } from '../testkit/running-kiosks.js';
import { profileFor } from '../testkit/running-notes.js';
import { EARTH_RADIUS_M } from './map-cover.js';

const STATES = ['URY', 'USA', 'DEU'] as const;
const LONG = 120_000;

interface Row extends StoredKiosk {
  readonly name: string;
  readonly spot: MapPoint | null;
  readonly seenBy: readonly string[];
  readonly readBy: readonly string[];
}

/** Crowds round some cities, and some rows anywhere; none at a pole, where all longitudes are one place and rounding would put them in order. */
const CROWDS: readonly MapPoint[] = [
  { latitude: 52.5, longitude: 13.4 },
  { latitude: -18.1, longitude: 179.9 },
  { latitude: 88.9, longitude: 10 },
];
const states = fc.subarray([...STATES]);
const setOf = (among: readonly string[]) => (among.length === 0 ? '-' : [...among].sort().join('+'));
/** Four decimals, as places are published: what is nearer than a tenth of a millimetre is one place. */
const aside = fc.integer({ min: -9_000, max: 9_000 }).map((each) => each / 10_000);
const spot = fc.oneof(
  { weight: 3, arbitrary: fc.record({ crowd: fc.constantFrom(...CROWDS), north: aside, east: aside }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const anywhere = fc.record({
  latitude: fc.integer({ min: -899_999, max: 899_999 }).map((each) => each / 10_000),
  longitude: fc.integer({ min: -1_799_999, max: 1_799_999 }).map((each) => each / 10_000),
});
const ROWS: readonly Row[] = fc
  .sample(fc.record({ spot, anywhere, seenBy: states, readBy: states, isNowhere: fc.nat(9) }), {
    numRuns: 260,
    seed: 7,
  })
  .map(({ spot: crowded, anywhere: point, seenBy, readBy, isNowhere }, index) => {
    const place =
      crowded === null
        ? point
        : {
            latitude: crowded.crowd.latitude + crowded.north,
            longitude: ((crowded.crowd.longitude + crowded.east + 540) % 360) - 180,
          };
    const spotOf = isNowhere === 0 ? null : place;
    const handling = `l=-;rel=${setOf(seenBy)};nat=*;pur=*;own=USA.team${index % 40}!Kiosk.spot(l=-;rel=${setOf(readBy)};nat=*;pur=*)`;
    return { name: `k${index}`, seenBy, readBy, spot: spotOf, handling, ...(spotOf ?? {}) };
  });

const radians = (angle: number): number => (angle * Math.PI) / 180;
/** By the angle between two vectors, which is another way than the statement's. */
function metersBetween(a: MapPoint, b: MapPoint): number {
  const vector = (point: MapPoint) => {
    const [north, east] = [radians(point.latitude), radians(point.longitude)];
    return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)] as const;
  };
  const [[x, y, z], [u, v, w]] = [vector(a), vector(b)];
  const cross = Math.hypot(y * w - z * v, z * u - x * w, x * v - y * u);
  return EARTH_RADIUS_M * Math.atan2(cross, x * u + y * v + z * w);
}

const KIOSKS = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: [KioskOrder!], $search: String) {
  kiosks(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, search: $search) {
    edges { cursor node { id name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string; readonly name: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

describe('rows by their distance from a point', () => {
  let kiosks: RunningKiosks;
  let ids: ReadonlyMap<string, string>;
  beforeAll(async () => {
    kiosks = await runKiosks(ROWS);
    ids = await kiosks.store(ROWS);
  }, LONG);
  afterAll(async () => kiosks[Symbol.asyncDispose]());

  async function page(state: string, variables: object): Promise<Page> {
    const answer = await kiosks.client.query(profileFor(state), KIOSKS, { ...variables });
    if (!answer.data?.kiosks) throw new Error(JSON.stringify(answer.errors));
    return answer.data.kiosks as Page;
  }

  async function walk(state: string, variables: object, size: number): Promise<string[]> {
    const names: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo } = await page(state, { ...variables, first: size, after });
      names.push(...edges.map(({ node }) => node.name));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) return names;
    }
  }

  /** By brute force: the nearest first, then in the order of ids all whose place is none or may not be read. */
  function wanted(state: string, point: MapPoint): string[] {
    const id = (row: Row): string => ids.get(row.name) ?? '';
    const seen = ROWS.filter(({ seenBy }) => seenBy.includes(state)).toSorted((a, b) => (id(a) < id(b) ? -1 : 1));
    const metersOf = ({ spot: place, readBy }: Row): number =>
      place !== null && readBy.includes(state) ? metersBetween(place, point) : Number.POSITIVE_INFINITY;
    const keyed = seen.map((row) => ({ name: row.name, meters: metersOf(row) }));
    return keyed.toSorted((a, b) => (a.meters === b.meters ? 0 : a.meters < b.meters ? -1 : 1)).map(({ name }) => name);
  }

  const near = fc.oneof(
    anywhere,
    fc
      .record({ crowd: fc.constantFrom(...CROWDS), north: aside })
      .map(({ crowd, north }) => ({ ...crowd, latitude: crowd.latitude + north })),
  );

  it(
    'come nearest first, page by page, and last those whose place is none or may not be read',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...STATES),
          near,
          fc.constantFrom(3, 17, 100),
          async (state, location, size) => {
            const orderBy = [{ spot: location }];
            expect(await walk(state, { orderBy }, size)).toEqual(wanted(state, location));
          },
        ),
        { numRuns: 20, seed: 3 },
      );
    },
    LONG,
  );

  it('come the same way from behind', async () => {
    const [location] = CROWDS;
    if (location === undefined) throw new RangeError('no crowd');
    const all = wanted('USA', location);
    const end = await page('USA', { orderBy: [{ spot: location }], last: 7 });
    expect(end.edges.map(({ node }) => node.name)).toEqual(all.slice(-7));
    const begin = await page('USA', { orderBy: [{ spot: location }], first: 9 });
    const before = begin.edges.at(-1)?.cursor;
    const middle = await page('USA', { orderBy: [{ spot: location }], last: 4, before });
    expect(middle.edges.map(({ node }) => node.name)).toEqual(all.slice(4, 8));
  });

  it('are found by words and put in order by distance', async () => {
    const [location] = CROWDS;
    if (location === undefined) throw new RangeError('no crowd');
    const begins = wanted('DEU', location).filter((name) => name.startsWith('k1'));
    expect(await walk('DEU', { orderBy: [{ spot: location }], search: 'k1' }, 10)).toEqual(begins);
  });

  it('have cursors that serve the same point alone, and nobody else', async () => {
    const [location] = CROWDS;
    const { pageInfo } = await page('USA', { orderBy: [{ spot: location }], first: 3 });
    for (const [state, spotOf] of [
      ['USA', { latitude: 52.5, longitude: 13.5 }],
      ['DEU', location],
    ] as const) {
      const variables = { orderBy: [{ spot: spotOf }], first: 3, after: pageInfo.endCursor };
      const { errors } = await kiosks.client.query(profileFor(state), KIOSKS, variables);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', argument: 'after' });
    }
  });

  it.each([
    [{ latitude: 91, longitude: 0 }, 'orderBy.0.spot.latitude'],
    [{ latitude: 0, longitude: -181 }, 'orderBy.0.spot.longitude'],
  ])('%j is refused', async (point, argument) => {
    const { errors } = await kiosks.client.query(profileFor('USA'), KIOSKS, { orderBy: [{ spot: point }] });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', argument });
  });
});
