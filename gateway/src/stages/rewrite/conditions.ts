import { type DirectiveNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { DocumentError } from '../read/document-error.js';

export type CoercedVariables = Readonly<Record<string, unknown>>;

interface Conditional {
  readonly directives?: readonly DirectiveNode[] | undefined;
}

/** Whether `@skip` and `@include` leave a selection in, as the caller's variables say. */
export function isIncluded(node: Conditional, variables: CoercedVariables): boolean {
  for (const directive of node.directives ?? []) {
    if (directive.name.value === 'skip' && conditionOf(directive, variables)) return false;
    if (directive.name.value === 'include' && !conditionOf(directive, variables)) return false;
  }
  return true;
}

function conditionOf(directive: DirectiveNode, variables: CoercedVariables): boolean {
  const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
  if (value?.kind === Kind.BOOLEAN) return value.value;
  if (value?.kind !== Kind.VARIABLE) {
    throw DocumentError.at('DOCUMENT_INVALID', `\`@${directive.name.value}\` needs \`if\``, directive);
  }
  const condition = variables[value.name.value];
  if (typeof condition === 'boolean') return condition;
  // Validation lets a variable with a default stand here, and the caller may still send null for it.
  const message = `variable \`$${value.name.value}\` must be true or false`;
  throw DocumentError.at('INPUT_INVALID', message, directive, 'variables');
}

/** Names of the variables that decide what is selected, sorted: their values belong to the key of anything made of the selection. */
export function conditionVariables(
  operation: OperationDefinitionNode,
  fragments: Iterable<FragmentDefinitionNode>,
): readonly string[] {
  const names = new Set<string>();
  const collect = {
    Directive(directive: DirectiveNode) {
      if (directive.name.value !== 'skip' && directive.name.value !== 'include') return;
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  };
  visit(operation, collect);
  for (const fragment of fragments) visit(fragment, collect);
  return [...names].sort();
}
