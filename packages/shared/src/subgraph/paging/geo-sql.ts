import { InternalError } from '../../errors.js';
import type { GeoBox, GeoCircle, MapPoint } from '../../schema/place-conditions.js';
import type { Coordinate } from '../../vocabulary.js';
import { boxAround, cellsOf, checkBox, checkCircle, EARTH_RADIUS_M } from './map-cover.js';
import type { SqlText } from './sql-text.js';

/** A place of the row `t` that rows are found by. */
export interface PlaceColumn {
  /** Columns of its degrees, and of the cell of the map that it is in. */
  readonly latitude: string;
  readonly longitude: string;
  readonly cell: string;
  /** What must be readable on the row. */
  readonly guard: Coordinate;
}

/** What is asked of a place. */
export type PlaceTest =
  | { readonly what: 'within'; readonly box: GeoBox }
  | { readonly what: 'near'; readonly circle: GeoCircle }
  | { readonly what: 'isNull'; readonly isNull: boolean };

/** Reads an operator of a place; throws INPUT_INVALID for a box or a circle that is none. */
export function readPlaceTest(operator: string, operand: unknown, argument: string): PlaceTest {
  switch (operator) {
    case 'within': {
      const box = operand as GeoBox;
      checkBox(box, argument);
      return { what: 'within', box };
    }
    case 'near': {
      const circle = operand as GeoCircle;
      checkCircle(circle, argument);
      return { what: 'near', circle };
    }
    case 'isNull':
      return { what: 'isNull', isNull: operand === true };
    default:
      throw new InternalError('INTERNAL', `unknown operator \`${operator}\` of a place`);
  }
}

/**
 * SQL that a test of a place holds, or that it certainly does not: a place that is not there, or that this viewer may not read, is
 * neither within nor without.
 */
export function placeSql(place: PlaceColumn, test: PlaceTest, holds: boolean, sql: SqlText): string {
  const mask = sql.mask(place.guard);
  const readable = `${mask === null ? '' : `${mask} and `}${place.cell} is not null`;
  if (test.what === 'isNull') return test.isNull === holds ? `(not (${readable}))` : `(${readable})`;
  const inside = test.what === 'within' ? boxSql(place, test.box, sql) : circleSql(place, test.circle, sql);
  return `(${readable} and ${holds ? inside : `not (${inside})`})`;
}

function boxSql(place: PlaceColumn, box: GeoBox, sql: SqlText): string {
  const { latitude, longitude } = place;
  const [south, west, north, east] = [box.south, box.west, box.north, box.east].map((each) =>
    sql.value(each, 'float8'),
  );
  const between = `${longitude} >= ${west} ${box.west <= box.east ? 'and' : 'or'} ${longitude} <= ${east}`;
  // The two names of the 180th meridian are one line.
  const seam = box.east === 180 || box.west === -180 || box.west > box.east ? ` or abs(${longitude}) = 180` : '';
  return `${cellSql(place, box, sql)}${latitude} >= ${south} and ${latitude} <= ${north} and (${between}${seam})`;
}

/** SQL of a place that lies within a circle, which its cell is looked for by where the circle touches few of them. */
export function circleSql(place: PlaceColumn, circle: GeoCircle, sql: SqlText): string {
  const meters = sql.value(circle.meters, 'float8');
  return `${cellSql(place, boxAround(circle), sql)}${distanceSql(place, circle, sql)} <= ${meters}`;
}

/** SQL of how many metres a place is from a point; null for none. */
export function distanceSql(place: PlaceColumn, point: MapPoint, sql: SqlText): string {
  const latitude = sql.value(point.latitude, 'float8');
  const longitude = sql.value(point.longitude, 'float8');
  const half = (difference: string): string => `power(sin(radians(${settled(difference)}) / 2), 2)`;
  const narrowing = [place.latitude, latitude].map((each) => `cos(radians(${settled(each)}))`).join(' * ');
  // The haversine formula; rounding must not take the root of more than one.
  const chord = `${half(`${place.latitude} - ${latitude}`)} + ${narrowing} * ${half(`${place.longitude} - ${longitude}`)}`;
  return `(2 * ${EARTH_RADIUS_M} * asin(sqrt(least(1, ${chord}))))`;
}

/**
 * Less than a tenth of a millimetre is nothing: of the smallest numbers the database refuses to compute at all, and an error
 * would tell of a row.
 */
const settled = (degrees: string): string => `(case when abs(${degrees}) < 1e-9 then 0 else ${degrees} end)`;

/** The cells that an index is asked for first, where they are few. */
function cellSql({ cell }: PlaceColumn, box: GeoBox, sql: SqlText): string {
  const cells = cellsOf(box);
  return cells === null ? '' : `${cell} = any(${sql.value(cells, 'int4[]')}) and `;
}
