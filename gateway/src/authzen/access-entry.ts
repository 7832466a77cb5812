import { getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import type { Consulted } from '../stages/execute/consulted.js';
import type { Asking } from '../stages/identify/identify.js';
import type { RequestBody } from '../stages/read/choose-document.js';
import type { Answered } from '../stages/record/outcome.js';
import type { Redacted } from '../stages/redact/redacted.js';
import { withConsulted } from '../stages/redact/with-consulted.js';

/** What the API is asked for. */
const ACCESS_NAMES = [
  'AccessEvaluation',
  'AccessEvaluations',
  'SearchSubject',
  'SearchResource',
  'SearchAction',
] as const;
export type AccessName = (typeof ACCESS_NAMES)[number];

/** What stands in the entry in the place of a document: which of the API's operations was asked. */
const textOf = (name: AccessName): string => `query ${name}($request: JSON) { __typename }`;

const operations = new Map(
  ACCESS_NAMES.map((name): [AccessName, OperationDefinitionNode] => {
    const operation = getOperationAST(parse(textOf(name)));
    if (!operation) throw new RangeError(`\`${name}\` is no operation`);
    return [name, operation];
  }),
);

/** The operation of an entry, by the name of the API's. */
export function accessOperation(name: AccessName): OperationDefinitionNode {
  const operation = operations.get(name);
  if (operation === undefined) throw new RangeError(`no operation \`${name}\``);
  return operation;
}

/** The body of an entry: what was sent stands in the sidecar, as the variables of a document do. */
export const accessBody = (name: AccessName, sent: unknown): RequestBody => ({
  text: textOf(name),
  operationName: null,
  variables: { request: sent },
  tellsBasis: false,
  onError: 'PROPAGATE',
  resume: null,
  listed: null,
});

const NOTHING_READ: Redacted = {
  data: null,
  repeated: new Set(),
  errors: [],
  withheld: [],
  marked: [],
  exercise: false,
  tally: [],
  asked: [],
  records: new Set(),
  owed: [],
  bases: null,
  obligations: [],
  acts: [],
};

/** What an entry says of questions that were answered: every decision, and no value. */
export function answeredAccess(name: AccessName, asking: Asking, sent: unknown, consulted: Consulted): Answered {
  const redacted = withConsulted(NOTHING_READ, consulted);
  const acts = [...new Set(consulted.items.flatMap((item) => item.acts))].sort();
  return {
    kind: 'answered',
    isOtherForm: true,
    asking,
    body: accessBody(name, sent),
    operation: accessOperation(name),
    redacted: { ...redacted, acts },
    attempt: null,
  };
}
