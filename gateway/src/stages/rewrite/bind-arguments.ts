import { GraphQLError, getArgumentValues } from 'graphql';
import { DocumentError } from '../read/document-error.js';
import type { CanonicalCall } from './canonical-selection.js';
import type { CoercedVariables } from './conditions.js';
import type { BoundArgument } from './write-operation.js';

/** The values of the canonical operation's variables for one request. An argument whose variable was not sent is left out. */
export function bindArguments(bound: readonly BoundArgument[], variables: CoercedVariables): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const evaluated = new Map<CanonicalCall, Record<string, unknown>>();
  for (const { call, argumentName, variableName } of bound) {
    const given = evaluated.get(call) ?? evaluate(call, variables);
    evaluated.set(call, given);
    if (Object.hasOwn(given, argumentName)) values[variableName] = given[argumentName];
  }
  return values;
}

function evaluate({ field, node }: CanonicalCall, variables: CoercedVariables): Record<string, unknown> {
  try {
    return getArgumentValues(field, node, variables);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // Validation lets a variable with a default stand for a non-null argument, and the caller may still send null for it.
    throw DocumentError.at('INPUT_INVALID', `the arguments of \`${field.name}\` are not valid`, node, 'variables');
  }
}
