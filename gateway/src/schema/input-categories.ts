import { ConfigurationError } from '@chancery/shared/errors';
import { CATEGORY_RULES, type Category, type Coordinate } from '@chancery/shared/vocabulary';
import { type DocumentNode, Kind } from 'graphql';
import { directivesNamed, enumArgument } from './join-directives.js';

/** The kind of data that each field of an input object sets or asks by; a field that is exempt is not in it. */
export function inputCategoriesOf(supergraph: DocumentNode): ReadonlyMap<Coordinate, Category> {
  const categories = new Map<Coordinate, Category>();
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const coordinate: Coordinate = `${type.name.value}.${field.name.value}`;
      for (const declared of directivesNamed(field.directives, 'category')) {
        if (categories.has(coordinate)) throw new ConfigurationError(`two categories on \`${coordinate}\``);
        categories.set(coordinate, categoryOf(enumArgument(declared, 'is'), coordinate));
      }
    }
  }
  return categories;
}

function categoryOf(name: string | null, coordinate: Coordinate): Category {
  if (name !== null && Object.hasOwn(CATEGORY_RULES, name)) return name as Category;
  throw new ConfigurationError(`unknown category on \`${coordinate}\``);
}
