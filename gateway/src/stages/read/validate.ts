import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  validate,
  visit,
} from 'graphql';
import { TextCache } from '../../memory/text-cache.js';
import { limitRepetition } from '../limit/limit.js';
import { DOCUMENT_ERRORS_MAX, FIELD_COMPARISONS_MAX, INTROSPECTION_LISTS_MAX } from '../limit/limits.js';
import { DocumentError, type DocumentIssue, issueOf } from './document-error.js';
import { parseDocument } from './parse.js';

/** An operation that is valid against the schema the caller sees, with its variables coerced. */
export interface ValidOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

const VARIABLE_ERRORS_MAX = 5;

/** Limits that graphql-js keeps by itself and tells as if the document were wrong, by its messages. */
const LIBRARY_LIMITS: ReadonlyMap<string, string> = new Map([
  ['Validation aborted.', `comparing the fields of the document takes more than ${FIELD_COMPARISONS_MAX} steps`],
  [
    'Maximum introspection depth exceeded',
    `the introspection lists fields or types inside one another more than ${INTROSPECTION_LISTS_MAX} times`,
  ],
]);

interface Verdict {
  readonly code: 'DOCUMENT_INVALID' | 'LIMIT_EXCEEDED';
  readonly issues: readonly DocumentIssue[];
}

/** Documents that are kept as they were parsed: thirty times as large as their text. */
const DOCUMENTS_MAX = 256;
const DOCUMENT_KEPT_MAX = 8_000;

/** Validates documents against one schema; the verdict on a text is kept, and the document that was valid: they depend on nothing else. */
export class Validator {
  readonly #verdicts = new TextCache<Verdict | 'valid'>();
  readonly #documents = new TextCache<DocumentNode>(DOCUMENTS_MAX, DOCUMENT_KEPT_MAX);
  /** Operations without variables that were found within their limits: of those it follows from document and schema. */
  readonly withinLimits = new WeakSet<OperationDefinitionNode>();

  constructor(readonly schema: GraphQLSchema) {}

  /** A valid document: one object as long as it is kept, and read by all who ask alike. Throws DOCUMENT_INVALID or LIMIT_EXCEEDED. */
  read(text: string): DocumentNode {
    return this.#documents.compute(text, () => {
      const document = parseDocument(text);
      this.validate(text, document);
      return document;
    });
  }

  /** Throws DOCUMENT_INVALID or LIMIT_EXCEEDED. */
  validate(text: string, document: DocumentNode): void {
    const verdict = this.#verdicts.compute(text, () => {
      refuseIncremental(document);
      limitRepetition(document);
      return judge(validate(this.schema, document, undefined, { maxErrors: DOCUMENT_ERRORS_MAX }));
    });
    if (verdict !== 'valid') throw new DocumentError(verdict.code, verdict.issues);
  }

  /** The values of an operation's variables. Throws INPUT_INVALID. */
  coerce(operation: OperationDefinitionNode, input: Readonly<Record<string, unknown>>): ValidOperation['variables'] {
    const { coerced, errors } = getVariableValues(this.schema, operation.variableDefinitions ?? [], input, {
      maxErrors: VARIABLE_ERRORS_MAX,
    });
    if (errors) throw new DocumentError('INPUT_INVALID', errors.slice(0, 1).map(issueOf), 'variables');
    return coerced;
  }
}

const INCREMENTAL: ReadonlySet<string> = new Set(['defer', 'stream']);

/** An answer is decided, marked and recorded whole before its first byte leaves. Throws INCREMENTAL_NOT_SUPPORTED. */
function refuseIncremental(document: DocumentNode): void {
  visit(document, {
    Directive(node) {
      if (!INCREMENTAL.has(node.name.value)) return;
      throw DocumentError.at('INCREMENTAL_NOT_SUPPORTED', `\`@${node.name.value}\` is not served`, node);
    },
  });
}

/** The operation that a request names. Throws DOCUMENT_INVALID. */
export function chooseOperation(document: DocumentNode, operationName: string | null): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (operation) return operation;
  const known = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION).length;
  const message =
    operationName === null
      ? `the document has ${known} operations: name one`
      : `the document has no operation \`${operationName}\``;
  throw new DocumentError('DOCUMENT_INVALID', [{ message }]);
}

function judge(errors: readonly GraphQLError[]): Verdict | 'valid' {
  for (const error of errors) {
    const limit = LIBRARY_LIMITS.get(error.message);
    if (limit !== undefined) return { code: 'LIMIT_EXCEEDED', issues: [{ ...issueOf(error), message: limit }] };
  }
  return errors.length === 0 ? 'valid' : { code: 'DOCUMENT_INVALID', issues: errors.map(issueOf) };
}
