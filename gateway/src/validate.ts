import { ClientError } from '@chancery/shared/errors';
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  validate,
} from 'graphql';
import { TextCache } from './text-cache.js';

/** An operation that is valid against the schema the caller sees, with its variables coerced. */
export interface ValidOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

export class DocumentInvalidError extends ClientError {
  constructor(readonly messages: readonly string[]) {
    super('DOCUMENT_INVALID', messages[0] ?? 'the document is not valid');
  }
}

const ERRORS_MAX = 20;

/** Validates documents against one schema; the verdict on a text is kept, for it depends on nothing else. */
export class Validator {
  readonly #verdicts = new TextCache<readonly string[]>();

  constructor(readonly schema: GraphQLSchema) {}

  /** Throws DOCUMENT_INVALID or INPUT_INVALID. */
  validate(
    text: string,
    document: DocumentNode,
    operationName: string | null,
    input: Record<string, unknown>,
  ): ValidOperation {
    const messages = this.#verdicts.compute(text, () =>
      validate(this.schema, document, undefined, { maxErrors: ERRORS_MAX }).map((error) => error.message),
    );
    if (messages.length > 0) throw new DocumentInvalidError(messages);
    const operation = this.#operation(document, operationName);
    return { document, operation, variables: this.#variables(operation, input) };
  }

  #operation(document: DocumentNode, operationName: string | null): OperationDefinitionNode {
    const operation = getOperationAST(document, operationName);
    if (operation) return operation;
    const known = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION).length;
    throw new DocumentInvalidError([
      operationName === null
        ? `the document has ${known} operations: name one`
        : `the document has no operation \`${operationName}\``,
    ]);
  }

  #variables(operation: OperationDefinitionNode, input: Record<string, unknown>): Readonly<Record<string, unknown>> {
    const { coerced, errors } = getVariableValues(this.schema, operation.variableDefinitions ?? [], input, {
      maxErrors: 5,
    });
    if (errors)
      throw new ClientError('INPUT_INVALID', errors[0]?.message ?? 'the variables are not valid', 'variables');
    return coerced;
  }
}
