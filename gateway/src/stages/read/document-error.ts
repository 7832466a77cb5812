import { ClientError } from '@chancery/shared/errors';
import type { ASTNode, GraphQLError, SourceLocation } from 'graphql';

/** One thing that is wrong with a document, and where in its text (GraphQL section 7.1.2). */
export interface DocumentIssue {
  readonly message: string;
  readonly locations?: readonly SourceLocation[];
}

type DocumentCode = 'DOCUMENT_INVALID' | 'INPUT_INVALID' | 'LIMIT_EXCEEDED' | 'INCREMENTAL_NOT_SUPPORTED';

/** A request that fails for its document: each issue is an item of `errors`. */
export class DocumentError extends ClientError {
  constructor(
    code: DocumentCode,
    readonly issues: readonly DocumentIssue[],
    argument?: string,
  ) {
    super(code, issues[0]?.message ?? 'the document is not valid', argument);
  }

  /** One issue at one place of the document. */
  static at(code: DocumentCode, message: string, node: ASTNode, argument?: string): DocumentError {
    return new DocumentError(code, [{ message, ...placeOf(node) }], argument);
  }
}

/** An issue as graphql-js tells it. */
export const issueOf = ({ message, locations }: GraphQLError): DocumentIssue =>
  locations === undefined
    ? { message }
    : { message, locations: locations.map(({ line, column }) => ({ line, column })) };

function placeOf({ loc }: ASTNode): { locations?: readonly SourceLocation[] } {
  if (loc === undefined) return {};
  const { line, column } = loc.startToken;
  return { locations: [{ line, column }] };
}
