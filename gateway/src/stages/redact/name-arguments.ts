import { type GraphQLSchema, isObjectType } from 'graphql';
import { type FieldProjection, isAbstractProjection, type SelectionProjection } from '../rewrite/projection.js';
import type { AnswerError } from './redacted.js';

/**
 * The errors of an answer, those about an argument with its schema coordinate in their words: a service says `first`, and there may
 * be ten of them in the document.
 */
export function withNamedArguments(
  errors: readonly AnswerError[],
  root: SelectionProjection,
  schema: GraphQLSchema,
): readonly AnswerError[] {
  return errors.map((error) => {
    const { code, argument } = error.extensions;
    if (code !== 'INPUT_INVALID' || argument === undefined) return error;
    const field = fieldAt(root, error.path ?? []);
    return field === null ? error : { ...error, message: atArgument(error.message, field, argument, schema) };
  });
}

/** A message about an argument, with the coordinate of it where the field has one of that name. */
export function atArgument(
  message: string,
  { fieldName, policy }: FieldProjection,
  argument: string,
  schema: GraphQLSchema,
): string {
  const [name = ''] = argument.split('.');
  const holder = schema.getType(policy.coordinate.slice(0, -fieldName.length - 1));
  const field = isObjectType(holder) ? holder.getFields()[fieldName] : undefined;
  const isKnown = field?.args.some((each) => each.name === name) ?? false;
  return isKnown ? `${message} (\`${policy.coordinate}(${name}:)\`)` : message;
}

/** The field at a path of the answer; null behind an interface or a union, where it may be that of several types. */
function fieldAt(root: SelectionProjection, path: readonly (string | number)[]): FieldProjection | null {
  let field: FieldProjection | null = null;
  let within: SelectionProjection | null = root;
  for (const key of path) {
    if (typeof key === 'number') continue;
    if (within === null || isAbstractProjection(within)) return null;
    field = within.fields.find(({ responseKey }) => responseKey === key) ?? null;
    within = field?.selection ?? null;
  }
  return field;
}
