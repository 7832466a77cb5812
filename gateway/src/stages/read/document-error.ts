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
    /** Where in the document; null where no one place can be named. */
    readonly node: ASTNode | null = null,
  ) {
    super(code, issues[0]?.message ?? 'the document is not valid', argument);
  }

  /** One issue at one place of the document. */
  static at(code: DocumentCode, message: string, node: ASTNode, argument?: string): DocumentError {
    return new DocumentError(code, [{ message, ...placeOf(node) }], argument, node);
  }

  /** The same, with the schema coordinate of its place in its words. */
  at(coordinate: string | null): DocumentError {
    return new DocumentError(
      this.code as DocumentCode,
      this.issues.map((issue) => issueAt(issue, coordinate)),
      this.argument,
    );
  }
}

/** An issue as graphql-js tells it. */
export const issueOf = ({ message, locations }: GraphQLError): DocumentIssue =>
  locations === undefined
    ? { message }
    : { message, locations: locations.map(({ line, column }) => ({ line, column })) };

/** The issue with the schema coordinate of its place in its words; graphql-js names some by itself. */
export const issueAt = (issue: DocumentIssue, coordinate: string | null | undefined): DocumentIssue =>
  coordinate == null || issue.message.includes(coordinate)
    ? issue
    : { ...issue, message: `${issue.message} (\`${coordinate}\`)` };

function placeOf({ loc }: ASTNode): { locations?: readonly SourceLocation[] } {
  if (loc === undefined) return {};
  const { line, column } = loc.startToken;
  return { locations: [{ line, column }] };
}
