import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GeoBox, GeoCircle } from '../../schema/place-conditions.js';
import { type RunningKiosks, runKiosks, type StoredKiosk } from '../testkit/running-kiosks.js';
import { profileFor } from '../testkit/running-notes.js';
import { EARTH_RADIUS_M } from './map-cover.js';

const STATES = ['URY', 'USA', 'DEU'] as const;
const LONG = 120_000;

/** Anywhere, but more often where maps go wrong: at the poles, at the seam, on the lines of cells. */
const edge = (most: number) => fc.constantFrom(-most, -most + 0.1, -0.25, 0, 0.25, 0.1, 10.5, most - 0.1, most);
const latitude = fc.oneof(edge(90), fc.double({ min: -90, max: 90, noNaN: true }));
const longitude = fc.oneof(edge(180), fc.double({ min: -180, max: 180, noNaN: true }));

interface Row extends StoredKiosk {
  readonly name: string;
  readonly spot: { readonly latitude: number; readonly longitude: number } | null;
  readonly seenBy: readonly string[];
  readonly readBy: readonly string[];
}

const states = fc.subarray([...STATES]);
const setOf = (among: readonly string[]) => (among.length === 0 ? '-' : [...among].sort().join('+'));
const ROWS: readonly Row[] = fc
  .sample(fc.record({ latitude, longitude, seenBy: states, readBy: states, isNowhere: fc.nat(9) }), {
    numRuns: 300,
    seed: 11,
  })
  .map(({ latitude: north, longitude: east, seenBy, readBy, isNowhere }, index) => {
    const spot = isNowhere === 0 ? null : { latitude: north, longitude: east };
    const handling = `l=-;rel=${setOf(seenBy)};nat=*;pur=*;own=USA.team${index % 40}!Kiosk.spot(l=-;rel=${setOf(readBy)};nat=*;pur=*)`;
    return { name: `k${index}`, seenBy, readBy, spot, handling, ...(spot ?? {}) };
  });

function inBox({ latitude: north, longitude: east }: NonNullable<Row['spot']>, box: GeoBox): boolean {
  // The seam has two names.
  const names = Math.abs(east) === 180 ? [-180, 180] : [east];
  const isBetween = (each: number): boolean =>
    box.west <= box.east ? each >= box.west && each <= box.east : each >= box.west || each <= box.east;
  return north >= box.south && north <= box.north && names.some(isBetween);
}

const radians = (angle: number): number => (angle * Math.PI) / 180;
/** By the angle between two vectors, which is another way than the statement's. */
function metersBetween(a: NonNullable<Row['spot']>, b: GeoCircle): number {
  const vector = (point: { readonly latitude: number; readonly longitude: number }) => {
    const [north, east] = [radians(point.latitude), radians(point.longitude)];
    return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)] as const;
  };
  const [[x, y, z], [u, v, w]] = [vector(a), vector(b)];
  const cross = Math.hypot(y * w - z * v, z * u - x * w, x * v - y * u);
  return EARTH_RADIUS_M * Math.atan2(cross, x * u + y * v + z * w);
}

const KIOSKS = `query ($filter: KioskFilter) {
  kiosks(first: 100, filter: $filter) { totalCount edges { node { name } } }
}`;

describe('a place on the map', () => {
  let kiosks: RunningKiosks;
  beforeAll(async () => {
    kiosks = await runKiosks(ROWS);
  }, LONG);
  afterAll(async () => kiosks[Symbol.asyncDispose]());

  async function count(state: string, spot: object): Promise<number> {
    const answer = await kiosks.client.query(profileFor(state), KIOSKS, { filter: { spot } });
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return (answer.data.kiosks as { totalCount: number }).totalCount;
  }

  const among = (state: string, test: (spot: NonNullable<Row['spot']>) => boolean): number =>
    ROWS.filter(
      ({ seenBy, readBy, spot }) => spot !== null && seenBy.includes(state) && readBy.includes(state) && test(spot),
    ).length;

  const box = fc
    .record({ a: latitude, b: latitude, west: longitude, east: longitude })
    .map(({ a, b, west, east }) => ({ south: Math.min(a, b), north: Math.max(a, b), west, east }));
  const near = fc.record({
    latitude,
    longitude,
    meters: fc.oneof(
      fc.double({ min: 0, max: 20_000_000, noNaN: true }),
      fc.double({ min: 0, max: 300_000, noNaN: true }),
    ),
  });

  it(
    'is found in a box, over the seam and at the poles too, where the viewer may read it and nowhere else',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...STATES), box, async (state, within) => {
          expect(await count(state, { within })).toBe(among(state, (spot) => inBox(spot, within)));
        }),
        { numRuns: 150 },
      );
    },
    LONG,
  );

  it(
    'is found near a point by its distance, where the viewer may read it and nowhere else',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...STATES), near, async (state, circle) => {
          // What lies on the edge to a millimetre is decided by rounding.
          fc.pre(ROWS.every(({ spot }) => spot === null || Math.abs(metersBetween(spot, circle) - circle.meters) > 1));
          const wanted = among(state, (spot) => metersBetween(spot, circle) <= circle.meters);
          expect(await count(state, { near: circle })).toBe(wanted);
        }),
        { numRuns: 150 },
      );
    },
    LONG,
  );

  it('that the viewer may not read is none', async () => {
    for (const state of STATES) {
      const seen = ROWS.filter(({ seenBy }) => seenBy.includes(state)).length;
      const read = among(state, () => true);
      expect(await count(state, { isNull: false })).toBe(read);
      expect(await count(state, { isNull: true })).toBe(seen - read);
      expect(await count(state, { within: { south: -90, west: -180, north: 90, east: 180 } })).toBe(read);
    }
  });

  it.each([
    [{ within: { south: 1, west: 0, north: 0, east: 1 } }, 'filter.spot.within.south'],
    [{ within: { south: 0, west: -181, north: 1, east: 1 } }, 'filter.spot.within.west'],
    [{ within: { south: 0, west: 0, north: 91, east: 1 } }, 'filter.spot.within.north'],
    [{ near: { latitude: 0, longitude: 181, meters: 1 } }, 'filter.spot.near.longitude'],
    [{ near: { latitude: 0, longitude: 0, meters: -1 } }, 'filter.spot.near.meters'],
    [{ near: { latitude: 0, longitude: 0, meters: 1e9 } }, 'filter.spot.near.meters'],
  ])('%j is refused', async (spot, argument) => {
    const { errors } = await kiosks.client.query(profileFor('USA'), KIOSKS, { filter: { spot } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', argument });
  });
});
