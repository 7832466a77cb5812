import { ClientError } from '@chancery/shared/errors';
import type { FieldCategory } from '@chancery/shared/schema/field-categories';
import type { Category, Coordinate } from '@chancery/shared/vocabulary';

/** What a question is about: a kind of data, its floor, and the coordinate whose portion is read. */
export interface Target extends FieldCategory {
  readonly coordinate: Coordinate;
}

/** What somebody named; what is undefined was not said. */
export interface NamedTarget {
  readonly category?: Category | undefined;
  readonly coordinate?: string | undefined;
  readonly floor?: number | undefined;
}

/** What the supergraph says of a coordinate. */
export type FindField = (coordinate: Coordinate) => FieldCategory | undefined;

/** No coordinate has this name, so no portion is of it: the row label is read. */
const THE_ROW: Coordinate = '.';

/**
 * A kind of data is asked about as it stands on the row; a coordinate brings its kind, its floor and its portion. Who says
 * both is refused when they differ: an answer about another kind of data would be a false one.
 */
export function findTarget({ category, coordinate, floor }: NamedTarget, findField: FindField): Target {
  if (coordinate === undefined) {
    if (category === undefined) return refuse('category', 'neither a category nor a coordinate is named');
    return { category, floor: floor ?? 0, coordinate: category === 'EXISTENCE' ? 'EXISTENCE' : THE_ROW };
  }
  const named: Coordinate = coordinate === 'EXISTENCE' ? coordinate : parseCoordinate(coordinate);
  const field: FieldCategory | undefined =
    named === 'EXISTENCE' ? { category: 'EXISTENCE', floor: 0 } : findField(named);
  if (field === undefined) return refuse('coordinate', `the supergraph gives \`${coordinate}\` no category`);
  if (category !== undefined && category !== field.category) {
    refuse('category', `\`${coordinate}\` is ${field.category}, and the question says ${category}`);
  }
  if (floor !== undefined && floor !== field.floor) {
    refuse('floor', `\`${coordinate}\` has floor ${field.floor}, and the question says ${floor}`);
  }
  return { ...field, coordinate: named };
}

/** Refuses a question in its own words. */
export function refuse(path: string, message: string): never {
  throw new ClientError('INPUT_INVALID', path === '' ? message : `\`${path}\`: ${message}`, path);
}

function parseCoordinate(text: string): Coordinate {
  const [type, field, ...rest] = text.split('.');
  if (!type || !field || rest.length > 0) {
    return refuse('coordinate', `\`${text}\` is not a coordinate such as Premises.floorPlan`);
  }
  return `${type}.${field}`;
}
