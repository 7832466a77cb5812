import { buildSchema } from 'graphql';
import type { Coordinate } from '../vocabulary.js';
import { type FieldCategory, fieldCategoriesOf } from './field-categories.js';

/** What the composed SDL says of each coordinate that holds data of a record. */
export function supergraphCategories(sdl: string): ReadonlyMap<Coordinate, FieldCategory> {
  // Composition has checked it; that of a checkout is read here for its directives alone.
  return fieldCategoriesOf(buildSchema(sdl, { assumeValid: true, assumeValidSDL: true, noLocation: true }));
}
