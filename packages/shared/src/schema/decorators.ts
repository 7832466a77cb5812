import 'reflect-metadata';
import { Directive } from 'type-graphql';
import type { Category as CategoryName, HandledBy } from '../vocabulary.js';

type SchemaDecorator = ReturnType<typeof Directive>;

/** The legal kind of data that a field, argument or input field holds; `floor` is the least rank it is handled at. */
export function Category(is: CategoryName, floor = 0): SchemaDecorator {
  return Directive(floor === 0 ? `@category(is: ${is})` : `@category(is: ${is}, floor: ${floor})`);
}

/** Whose handling decides the fields of an object type. */
export function Handled(by: HandledBy): SchemaDecorator {
  return Directive(`@handled(by: ${by})`);
}

/** The field is absent in many visible rows, so that hiding it tells nothing. */
export function Optional(): SchemaDecorator {
  return Directive('@optional');
}

/** The type is an entity, found by its id. */
export function Key(): SchemaDecorator {
  return Directive('@key(fields: "id")');
}

/** Any subgraph that has the type may answer it. */
export function Shareable(): SchemaDecorator {
  return Directive('@shareable');
}

/** The field is another subgraph's, which answers it. */
export function External(): SchemaDecorator {
  return Directive('@external');
}

/** Before this field is asked for, fields of other subgraphs are read, and told with the record. */
export function Requires(fields: string): SchemaDecorator {
  return Directive(`@requires(fields: "${fields}")`);
}

/** Exactly one field of the input is given (GraphQL September 2025, section 3.10.1). */
export function OneOf(): SchemaDecorator {
  return Directive('@oneOf');
}

/** For the gateway alone: not in the schema that callers see. */
export function Inaccessible(): SchemaDecorator {
  return Directive('@inaccessible');
}
