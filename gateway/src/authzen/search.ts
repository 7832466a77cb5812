import { checkReason } from '@chancery/policy/writes/reading-reason';
import { ClientError, InternalError } from '@chancery/shared/errors';
import { type AskedField, fieldsOf, THE_ROW } from '../consult/asked-field.js';
import { rootListOf } from '../consult/listed-type.js';
import { partnersAt } from '../consult/partner-profile.js';
import { undisclosed } from '../consult/undisclosed.js';
import { query } from '../query.js';
import { ACCESS } from '../stages/limit/limits.js';
import type { RequestBody } from '../stages/read/choose-document.js';
import { readDocument, readOperation } from '../stages/read/read-operation.js';
import { type ActionSearch, invalid, type Page, type ResourceSearch, type SubjectSearch } from './access-request.js';
import { type AccessAnswering, AGENCY, evaluate, evaluateFields, fieldOf, READ, SELF } from './evaluate.js';

/** What a search found, and how it goes on: an empty token when there is no more. */
export interface Found {
  readonly results: readonly object[];
  readonly nextToken: string;
}

const NOTHING: Found = { results: [], nextToken: '' };

const limitOf = (page: Page | undefined): number => Math.min(page?.limit ?? ACCESS.pageMax, ACCESS.pageMax);

/** The subjects that may do something with a resource (8.4): who asks itself, or agencies in the order of their names. */
export async function searchSubjects(search: SubjectSearch, answering: AccessAnswering): Promise<Found> {
  const { subject, page, ...question } = search;
  const { asking, consulting } = answering;
  const known =
    subject.type === SELF
      ? [asking.token.subject.id]
      : subject.type === AGENCY
        ? partnersAt(consulting.trust, asking.now).map((partner) => partner.subject.agency)
        : [];
  const after = page?.token === undefined ? '' : textOf(page.token);
  const left = known.filter((id) => id > after);
  const looked = left.slice(0, limitOf(page));
  const results: object[] = [];
  for (const id of looked) {
    const { decision } = await evaluate({ ...question, subject: { type: subject.type, id } }, answering);
    if (decision) results.push({ type: subject.type, id });
  }
  return { results, nextToken: left.length > looked.length ? tokenOf(looked.at(-1) ?? '') : '' };
}

const tokenOf = (text: string): string => Buffer.from(text).toString('base64url');

function textOf(token: string): string {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  if (tokenOf(text) !== token) throw invalid('page.token', 'is none of ours');
  return text;
}

/** The resources of a type that a subject may do something with (8.5), of those that who asks sees; none of a type without a list. */
export async function searchResources(search: ResourceSearch, answering: AccessAnswering): Promise<Found> {
  const { resource, page, ...question } = search;
  // What is wrong with the question is told whether or not there is a row.
  fieldOf(question.action, resource, answering);
  const list = rootListOf(resource.type, answering.consulting.supergraph.consumerSchema);
  if (list === null) return NOTHING;
  const { ids, nextToken } = await pageOf(list, page, answering);
  const results: object[] = [];
  for (const id of ids) {
    const { decision } = await evaluate({ ...question, resource: { ...resource, id } }, answering);
    if (decision) results.push({ type: resource.type, id });
  }
  return { results, nextToken };
}

const NOBODY_LEAVES = new AbortController().signal;

async function pageOf(
  list: string,
  page: Page | undefined,
  { asking, consulting, consulted }: AccessAnswering,
): Promise<{ readonly ids: readonly string[]; readonly nextToken: string }> {
  const text = `query List($first: Int, $after: String) { list: ${list}(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
  const variables = { first: limitOf(page), after: page?.token ?? null };
  const body: RequestBody = { ...PLAIN, text, variables };
  const valid = readOperation(readDocument(body, consulting), body, consulting);
  const { data, errors, tally, records } = await query({ asking, body, valid }, NOBODY_LEAVES, consulting);
  consulted.items.push(...tally.map(undisclosed));
  consulted.records.push(...records);
  const [error] = errors;
  if (error?.extensions.code === 'INPUT_INVALID')
    throw new ClientError('INPUT_INVALID', '`page.token`: is none of this search', 'page.token');
  if (error !== undefined) throw new InternalError('SUBGRAPH_UNREACHABLE', 'records could not be listed');
  const { edges, pageInfo } = Object(data?.list);
  const ids = Array.isArray(edges) ? edges.map((edge) => String(Object(Object(edge).node).id)) : [];
  return { ids, nextToken: Object(pageInfo).hasNextPage === true ? String(Object(pageInfo).endCursor) : '' };
}

const PLAIN = { operationName: null, tellsBasis: false, onError: 'PROPAGATE', resume: null, listed: null } as const;

/** What a subject may do with a resource (8.6): read it, and read each of its fields that is open. */
export async function searchActions(search: ActionSearch, answering: AccessAnswering): Promise<Found> {
  const { asking, consulting } = answering;
  const fields: readonly AskedField[] = [
    THE_ROW,
    ...fieldsOf(search.resource.type, consulting.supergraph).filter(
      // What asks for a reason is asked for with one.
      ({ policy }) => policy !== null && checkReason([policy.category], asking.reason).accepted,
    ),
  ];
  const outcomes = await evaluateFields({ ...search, action: { name: READ } }, fields, answering);
  const results = fields.filter((_, index) => outcomes[index]?.decision === true).map(actionShown);
  return { results, nextToken: '' };
}

function actionShown({ policy }: AskedField): object {
  if (policy === null) return { name: READ };
  return { name: READ, properties: { field: policy.coordinate.slice(policy.coordinate.indexOf('.') + 1) } };
}
