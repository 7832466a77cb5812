import {
  coerceInputValue,
  type DocumentNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  specifiedRules,
  typeFromAST,
  validate,
  visit,
} from 'graphql';
import { TextCache } from '../../memory/text-cache.js';
import { limitRepetition } from '../limit/limit.js';
import { DOCUMENT_ERRORS_MAX, FIELD_COMPARISONS_MAX, INTROSPECTION_LISTS_MAX } from '../limit/limits.js';
import { DocumentError, type DocumentIssue, issueAt, issueOf } from './document-error.js';
import { finiteFloats } from './finite-floats.js';
import { coordinateOfVariable, coordinatesOf, coordinateWithin, namingCoordinates } from './name-coordinate.js';
import { parseDocument } from './parse.js';

/** An operation that is valid against the schema the caller sees, with its variables coerced. */
export interface ValidOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

const VARIABLE_ERRORS_MAX = 5;

const RULES = [...specifiedRules, finiteFloats];

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
      namingCoordinates(this.schema, document, () => limitRepetition(document));
      return this.#judge(document);
    });
    if (verdict !== 'valid') throw new DocumentError(verdict.code, verdict.issues);
  }

  /** The values of an operation's variables. Throws INPUT_INVALID. */
  coerce(
    { document, operation }: Pick<ValidOperation, 'document' | 'operation'>,
    input: Readonly<Record<string, unknown>>,
  ): ValidOperation['variables'] {
    const { coerced, errors } = getVariableValues(this.schema, operation.variableDefinitions ?? [], input, {
      maxErrors: VARIABLE_ERRORS_MAX,
    });
    if (!errors) return coerced;
    const issues = errors.slice(0, 1).map((error) => issueAt(issueOf(error), this.#placeOf(error, document, input)));
    throw new DocumentError('INPUT_INVALID', issues, 'variables');
  }

  /** The input field that a value of a variable fails at; where that is the value itself, the first place that it is used at. */
  #placeOf({ nodes }: GraphQLError, document: DocumentNode, input: Readonly<Record<string, unknown>>): string | null {
    const definition = nodes?.find((node) => node.kind === Kind.VARIABLE_DEFINITION);
    const type = definition && typeFromAST(this.schema, definition.type);
    if (!definition || !isInputType(type)) return null;
    const name = definition.variable.name.value;
    return placeWithin(type, input[name]) ?? coordinateOfVariable(this.schema, document, name);
  }

  #judge(document: DocumentNode): Verdict | 'valid' {
    const errors = validate(this.schema, document, RULES, { maxErrors: DOCUMENT_ERRORS_MAX });
    for (const error of errors) {
      const limit = LIBRARY_LIMITS.get(error.message);
      if (limit !== undefined) return { code: 'LIMIT_EXCEEDED', issues: [{ ...issueOf(error), message: limit }] };
    }
    if (errors.length === 0) return 'valid';
    const firstNodes = errors.flatMap(({ nodes }) => nodes?.slice(0, 1) ?? []);
    const places = coordinatesOf(this.schema, document, firstNodes);
    const named = (error: GraphQLError) => issueAt(issueOf(error), error.nodes?.[0] && places.get(error.nodes[0]));
    return { code: 'DOCUMENT_INVALID', issues: errors.map(named) };
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

/** Where in a value the first thing is that does not fit its type. */
function placeWithin(type: GraphQLInputType, value: unknown): string | null {
  let path: readonly (string | number)[] | null = null;
  coerceInputValue(value, type, (place) => {
    path ??= place;
  });
  return path && coordinateWithin(type, path);
}
