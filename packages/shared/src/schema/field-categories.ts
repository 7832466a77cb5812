import { type GraphQLSchema, isObjectType, valueFromAST } from 'graphql';
import type { Category, Coordinate } from '../vocabulary.js';

/** What a schema says of one coordinate. */
export interface FieldCategory {
  readonly category: Category;
  /** Least handling rank, under the row's own policy. */
  readonly floor: number;
}

/** Reads `@category` of every field of every object type. */
export function fieldCategoriesOf(schema: GraphQLSchema): ReadonlyMap<Coordinate, FieldCategory> {
  const definition = schema.getDirective('category');
  const categories = new Map<Coordinate, FieldCategory>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const node = field.astNode?.directives?.find(({ name }) => name.value === 'category');
      if (node === undefined || definition === null || definition === undefined) continue;
      const read = (name: string): unknown => {
        const argument = definition.args.find((each) => each.name === name);
        const given = node.arguments?.find((each) => each.name.value === name);
        if (argument === undefined) return undefined;
        return given === undefined ? argument.defaultValue : valueFromAST(given.value, argument.type);
      };
      categories.set(`${type.name}.${field.name}`, { category: read('is') as Category, floor: Number(read('floor')) });
    }
  }
  return categories;
}
