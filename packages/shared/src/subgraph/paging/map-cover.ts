import { ClientError } from '../../errors.js';
import type { GeoBox, GeoCircle, MapPoint } from '../../schema/place-conditions.js';
import { CELL_COLUMNS, CELLS_PER_DEGREE } from '../tables/map-cells.js';

/** Mean radius of the Earth in metres, as the International Union of Geodesy and Geophysics has it. */
export const EARTH_RADIUS_M = 6_371_008.8;
/** No two points are further apart. */
const METERS_MAX = Math.PI * EARTH_RADIUS_M;
/** Cells that are looked into one by one; of more than that an index saves nothing. */
const CELLS_MAX = 4_000;
/** What rounding may take from the edge of a circle, in degrees. */
const MARGIN = 1e-9;

/** Throws INPUT_INVALID for a box that is none. */
export function checkBox({ south, west, north, east }: GeoBox, argument: string): void {
  checkDegrees({ south, north }, 90, argument);
  checkDegrees({ west, east }, 180, argument);
  if (south > north) throw new ClientError('INPUT_INVALID', `\`south\` is north of \`north\``, `${argument}.south`);
}

/** Throws INPUT_INVALID for a point that is not on the map. */
export function checkPoint({ latitude, longitude }: MapPoint, argument: string): void {
  checkDegrees({ latitude }, 90, argument);
  checkDegrees({ longitude }, 180, argument);
}

/** Throws INPUT_INVALID for a circle that is none. */
export function checkCircle({ meters, ...centre }: GeoCircle, argument: string): void {
  checkPoint(centre, argument);
  if (meters >= 0 && meters <= METERS_MAX) return;
  throw new ClientError(
    'INPUT_INVALID',
    `\`${meters}\` is not from 0 to ${Math.floor(METERS_MAX)}`,
    `${argument}.meters`,
  );
}

function checkDegrees(degrees: Readonly<Record<string, number>>, most: number, argument: string): void {
  for (const [name, value] of Object.entries(degrees)) {
    if (value >= -most && value <= most) continue;
    throw new ClientError('INPUT_INVALID', `\`${value}\` is not from -${most} to ${most}`, `${argument}.${name}`);
  }
}

/** A box that holds every point of a circle: round a pole, all longitudes. */
export function boxAround({ latitude, longitude, meters }: GeoCircle): GeoBox {
  const angle = meters / EARTH_RADIUS_M;
  const reach = degrees(angle) + MARGIN;
  const [south, north] = [latitude - reach, latitude + reach];
  const around = { south: Math.max(south, -90), north: Math.min(north, 90) };
  if (south <= -90 || north >= 90) return { ...around, west: -180, east: 180 };
  // The meridians that touch the circle touch it nearer to the pole than its centre.
  const breadth = degrees(Math.asin(Math.min(1, Math.sin(angle) / Math.cos(radians(latitude))))) + MARGIN;
  return { ...around, west: normal(longitude - breadth), east: normal(longitude + breadth) };
}

/** The cells of the map that a box has a part in; null where they are too many to be looked into one by one. */
export function cellsOf({ south, west, north, east }: GeoBox): readonly number[] | null {
  const [first, last] = [south + 90, north + 90].map((degree) => Math.floor(degree * CELLS_PER_DEGREE));
  const begin = Math.floor((west + 180) * CELLS_PER_DEGREE);
  const end = Math.floor(((east < west ? east + 360 : east) + 180) * CELLS_PER_DEGREE);
  const rows = range(first ?? 0, last ?? -1);
  // East of the last column comes the first.
  const columns = [...new Set(range(begin, end).map((column) => column % CELL_COLUMNS))];
  if (rows.length * columns.length > CELLS_MAX) return null;
  return rows.flatMap((row) => columns.map((column) => row * CELL_COLUMNS + column));
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
const radians = (angle: number): number => (angle * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;
const normal = (longitude: number): number =>
  longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
