import {
  type ASTVisitor,
  type FloatValueNode,
  GraphQLError,
  getNamedType,
  type IntValueNode,
  type ValidationContext,
} from 'graphql';

/**
 * A literal that no double holds is none of Float (GraphQL 3.5.2). graphql-js reads it as infinite, which JSON, by which it would be
 * passed on, cannot say.
 */
export function finiteFloats(context: ValidationContext): ASTVisitor {
  const check = (node: FloatValueNode | IntValueNode): void => {
    if (getNamedType(context.getInputType())?.name !== 'Float' || Number.isFinite(Number(node.value))) return;
    const shown = node.value.length > 20 ? `${node.value.slice(0, 20)}…` : node.value;
    context.reportError(new GraphQLError(`Float cannot represent a number as large as ${shown}`, { nodes: node }));
  };
  return { FloatValue: check, IntValue: check };
}
