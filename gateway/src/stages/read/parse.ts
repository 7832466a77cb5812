import { type DocumentNode, GraphQLError, Lexer, parse, Source, type Token, TokenKind } from 'graphql';
import { DOCUMENT_NESTING_MAX, DOCUMENT_TOKENS_MAX } from '../limit/limits.js';
import { DocumentError, issueOf } from './document-error.js';

const OPENERS: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSERS: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Reads a document. Throws DOCUMENT_INVALID or LIMIT_EXCEEDED. */
export function parseDocument(text: string): DocumentNode {
  // The parser calls itself for each bracket, so how deep they nest is measured before it sees them.
  limitTokens(new Source(text));
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new DocumentError('DOCUMENT_INVALID', [issueOf(error)]);
  }
}

function limitTokens(source: Source): void {
  const lexer = new Lexer(source);
  let depth = 0;
  for (let tokens = 0; ; tokens++) {
    const token = nextToken(lexer);
    if (token === null) return;
    if (tokens >= DOCUMENT_TOKENS_MAX) refuse(token, `the document has more than ${DOCUMENT_TOKENS_MAX} tokens`);
    if (OPENERS.has(token.kind)) depth++;
    else if (CLOSERS.has(token.kind)) depth--;
    if (depth > DOCUMENT_NESTING_MAX) refuse(token, `the document nests deeper than ${DOCUMENT_NESTING_MAX} levels`);
  }
}

/** Null at the end, and where the text cannot be read on: the parser comes no further and says why. */
function nextToken(lexer: Lexer): Token | null {
  try {
    const token = lexer.advance();
    return token.kind === TokenKind.EOF ? null : token;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function refuse({ line, column }: Token, message: string): never {
  throw new DocumentError('LIMIT_EXCEEDED', [{ message, locations: [{ line, column }] }]);
}
