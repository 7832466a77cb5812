import { ClientError, InternalError } from '@chancery/shared/errors';
import type { Handling } from '@chancery/shared/labels/label';
import { prepare, type Querying } from '../query.js';
import type { Supergraph } from '../schema/supergraph.js';
import type { Consulted } from '../stages/execute/consulted.js';
import { fetchData } from '../stages/execute/fetch.js';
import { ownValue } from '../stages/execute/own-value.js';
import type { Asking } from '../stages/identify/identify.js';
import type { RequestBody } from '../stages/read/choose-document.js';
import { type Reading, readDocument, readOperation } from '../stages/read/read-operation.js';
import { redactAnswer } from '../stages/redact/redact-answer.js';
import type { Redacted } from '../stages/redact/redacted.js';
import type { ListedValue } from './listed-type.js';
import { undisclosed } from './undisclosed.js';

/** What records are listed with: a query like any other. */
export type ListingSight = Querying & Reading & { readonly supergraph: Pick<Supergraph, 'ownerOf'> };

/** A record that who asks sees. */
export interface ListedRow {
  readonly id: string;
  readonly handling: Handling;
}

/** A page of them. */
export interface ListedPage {
  readonly rows: readonly ListedRow[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

const NOBODY_LEAVES = new AbortController().signal;
const PLAIN = { operationName: null, tellsBasis: false, onError: 'PROPAGATE', resume: null, listed: null } as const;

/** Records of a type that who asks sees and of which the person of its question reads a value, a page of them. Throws INPUT_INVALID. */
export async function listSight(
  { typeName, root }: ListedValue,
  { first, after }: { readonly first: number; readonly after: string | null | undefined },
  asking: Asking,
  listing: ListingSight,
  consulted: Consulted,
): Promise<ListedPage> {
  const text = `query Seen($first: Int, $after: String) { list: ${root}(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
  const { redacted, fetched } = await listed(text, { first, after: after ?? null }, asking, listing);
  note(redacted, consulted);
  const handlings = handlingsById(fetched.data, (integer) =>
    listing.handlings.handlingOf(listing.supergraph.ownerOf(typeName) ?? '', integer),
  );
  const { edges, pageInfo } = Object(redacted.data?.list);
  const ids = Array.isArray(edges) ? edges.map((edge) => String(Object(Object(edge).node).id)) : [];
  const { hasNextPage, endCursor } = Object(pageInfo);
  return {
    rows: ids.flatMap((id) => {
      const handling = handlings.get(id);
      return handling === undefined ? [] : [{ id, handling }];
    }),
    endCursor: typeof endCursor === 'string' ? endCursor : null,
    hasNextPage: hasNextPage === true,
  };
}

/** How many there are; null where it is not known. */
export async function countSight(
  { root }: ListedValue,
  asking: Asking,
  listing: ListingSight,
  consulted: Consulted,
): Promise<number | null> {
  const { redacted } = await listed(`query Count { list: ${root}(first: 0) { totalCount } }`, {}, asking, listing);
  note(redacted, consulted);
  const { totalCount } = Object(redacted.data?.list);
  return typeof totalCount === 'number' ? totalCount : null;
}

async function listed(text: string, variables: Record<string, unknown>, asking: Asking, listing: ListingSight) {
  const body: RequestBody = { ...PLAIN, text, variables };
  const valid = readOperation(readDocument(body, listing), body, listing);
  const prepared = prepare({ asking, body, valid }, listing);
  const fetched = await fetchData(prepared, valid, asking, NOBODY_LEAVES, listing);
  const redacted = redactAnswer(prepared, valid, fetched, asking, body, listing);
  const [error] = redacted.errors;
  if (error?.extensions.code === 'INPUT_INVALID') {
    throw new ClientError('INPUT_INVALID', '`after`: no cursor of this list', 'after');
  }
  if (error !== undefined) throw new InternalError('SUBGRAPH_UNREACHABLE', 'records could not be listed');
  return { redacted, fetched };
}

/** The rows are told of; nothing of them is disclosed beside. */
function note({ tally, records, marked, exercise }: Redacted, consulted: Consulted): void {
  consulted.items.push(...tally.map(undisclosed));
  consulted.records.push(...records);
  consulted.marked.push(...marked);
  consulted.isExercise ||= exercise;
}

/** The handling under which each row of the one list came. */
function handlingsById(
  data: Readonly<Record<string, unknown>>,
  handlingOf: (integer: unknown) => Handling | null,
): ReadonlyMap<string, Handling> {
  const found = new Map<string, Handling>();
  for (const list of Object.values(data)) {
    const edges = isObject(list) ? ownValue(list, 'edges') : null;
    for (const edge of Array.isArray(edges) ? edges : []) {
      const node = isObject(edge) ? ownValue(edge, 'node') : null;
      if (!isObject(node)) continue;
      const [id, handling] = [ownValue(node, 'id'), handlingOf(ownValue(node, 'handling'))];
      if (typeof id === 'string' && handling !== null) found.set(id, handling);
    }
  }
  return found;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
