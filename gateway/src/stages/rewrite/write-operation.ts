import { InternalError } from '@chancery/shared/errors';
import { getNullableType, type OperationTypeNode } from 'graphql';
import type { CanonicalCall, CanonicalField, CanonicalSelection } from './canonical-selection.js';

/** One argument of the canonical operation, and the variable through which its value travels. */
export interface BoundArgument {
  readonly call: CanonicalCall;
  readonly argumentName: string;
  readonly variableName: string;
}

export interface WrittenOperation {
  readonly text: string;
  readonly bound: readonly BoundArgument[];
}

/**
 * Writes an operation in our own words. Every argument becomes a variable of ours, literals too: the planner's parser reads
 * some literals otherwise than the one that validated them (`\b`, `\u{…}`, integers beyond 64 bits), and a caller that
 * varies a literal would fill the plan cache.
 */
export function writeOperation(kind: OperationTypeNode, root: CanonicalSelection): WrittenOperation {
  const bound: BoundArgument[] = [];
  const variables = new Map<CanonicalCall, string>();
  const definitions: string[] = [];

  const writeArguments = (call: CanonicalCall): string => {
    const written = call.argumentNames.map((argumentName) => {
      const variableName = `a${bound.length}`;
      bound.push({ call, argumentName, variableName });
      definitions.push(`$${variableName}:${variableType(call, argumentName)}`);
      return `${argumentName}:$${variableName}`;
    });
    return written.length > 0 ? `(${written.join(',')})` : '';
  };

  const argumentsOf = (call: CanonicalCall): string => {
    const known = variables.get(call);
    if (known !== undefined) return known;
    const written = writeArguments(call);
    variables.set(call, written);
    return written;
  };

  const writeField = ({ key, name, call, selection }: CanonicalField): string => {
    const head = call ? `${key}:${name}${argumentsOf(call)}` : name;
    return selection ? `${head}${writeSelection(selection)}` : head;
  };
  // An object of which nothing is fetched must still be seen to be there.
  const writeSelection = (selection: CanonicalSelection): string =>
    selection.isEmpty ? '{__typename}' : `{${writeParts(selection).join(' ')}}`;
  const writeParts = ({ fields, fragments }: CanonicalSelection): readonly string[] => [
    ...Array.from(fields.values(), writeField),
    ...Array.from(fragments, ([typeName, fragment]) =>
      fragment.isEmpty ? [] : [`...on ${typeName}${writeSelection(fragment)}`],
    ).flat(),
  ];

  const body = writeSelection(root);
  return { text: `${kind}${definitions.length > 0 ? `(${definitions.join(',')})` : ''}${body}`, bound };
}

function variableType({ field }: CanonicalCall, argumentName: string): string {
  const argument = field.args.find((candidate) => candidate.name === argumentName);
  if (!argument) throw new InternalError('INTERNAL', `no argument ${argumentName} on field ${field.name}`);
  // `first: Int! = 20` with a variable that the caller left out: the default must still be able to apply.
  return String(argument.defaultValue === undefined ? argument.type : getNullableType(argument.type));
}
