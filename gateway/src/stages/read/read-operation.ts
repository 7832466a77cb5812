import { ClientError } from '@chancery/shared/errors';
import { OperationTypeNode } from 'graphql';
import type { Asking } from '../identify/identify.js';
import { limitCost } from '../limit/cost.js';
import { limitOperation } from '../limit/limit.js';
import type { GatewayRequest } from '../receive/request.js';
import type { RequestBody } from './choose-document.js';
import { DocumentError } from './document-error.js';
import { namingCoordinates } from './name-coordinate.js';
import { chooseOperation, type Validator, type ValidOperation } from './validate.js';

/** What documents are read with. */
export interface Reading {
  readonly validator: Validator;
}

/** A request that is identified, admitted, read and within its limits: what a verb begins with. */
export interface ReadRequest {
  readonly asking: Asking;
  readonly body: RequestBody;
  readonly valid: ValidOperation;
}

/** A document that is valid, with the operation of it that is asked for. */
export type ChosenOperation = Pick<ValidOperation, 'document' | 'operation'>;

/** Parses and validates a document, and finds the operation. Throws DOCUMENT_INVALID or LIMIT_EXCEEDED. */
export function readDocument({ text, operationName }: RequestBody, { validator }: Reading): ChosenOperation {
  const document = validator.read(text);
  return { document, operation: chooseOperation(document, operationName) };
}

/** A GET may be repeated, kept and fetched ahead by whoever is on the way, so it is for queries alone (RFC 9110 section 9.2.1). */
export function requireMethod(
  { method, isStream }: Pick<GatewayRequest, 'method' | 'isStream'>,
  { operation }: ChosenOperation,
): void {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION && !isStream) {
    throw DocumentError.at(
      'DOCUMENT_INVALID',
      'a subscription is answered as a stream: accept `text/event-stream`, or open a web socket',
      operation,
    );
  }
  if (method === 'POST' || operation.operation === OperationTypeNode.QUERY) return;
  throw new ClientError('METHOD_NOT_ALLOWED', `a ${operation.operation} is not taken by GET`);
}

/** Limits an operation and coerces its variables, before anything is planned. Throws LIMIT_EXCEEDED or INPUT_INVALID. */
export function readOperation(
  { document, operation }: ChosenOperation,
  { variables }: RequestBody,
  { validator }: Reading,
): ValidOperation {
  if (validator.withinLimits.has(operation)) return { document, operation, variables: {} };
  const { schema } = validator;
  namingCoordinates(schema, document, () => limitOperation(document, operation));
  const valid = { document, operation, variables: validator.coerce({ document, operation }, variables) };
  namingCoordinates(schema, document, () => limitCost(valid, schema));
  if ((operation.variableDefinitions ?? []).length === 0) validator.withinLimits.add(operation);
  return valid;
}
