import { type ASTNode, type DefinitionNode, type GraphQLSchema, print } from 'graphql';

const printed = new WeakMap<GraphQLSchema, string>();

/** The SDL of a schema as callers may have it, with the directives that it was built with; printed once. */
export function printServed(schema: GraphQLSchema): string {
  let text = printed.get(schema);
  if (text === undefined) {
    const parts: readonly { readonly astNode?: ASTNode | null | undefined }[] = [
      schema,
      ...schema.getDirectives(),
      ...Object.values(schema.getTypeMap()),
    ];
    text = `${parts.flatMap(({ astNode }) => (astNode ? [print(astNode as DefinitionNode)] : [])).join('\n\n')}\n`;
    printed.set(schema, text);
  }
  return text;
}
