import { InternalError } from '@chancery/shared/errors';
import type { Handling } from '@chancery/shared/labels/label';
import type { Coordinate } from '@chancery/shared/vocabulary';
import { type Querying, query } from '../query.js';
import type { Consulted } from '../stages/execute/consulted.js';
import type { Asking } from '../stages/identify/identify.js';
import type { RequestBody } from '../stages/read/choose-document.js';
import { type Reading, readDocument, readOperation } from '../stages/read/read-operation.js';
import type { BasisItem, OwedItem, Redacted, WithheldItem } from '../stages/redact/redacted.js';
import type { AskedField, AskedRecord } from './asked-field.js';
import { undisclosed } from './undisclosed.js';

/** What a value came to, as its caller would be told with the answer. */
export interface ValueSight {
  readonly field: AskedField;
  readonly isOpen: boolean;
  /** Why not. */
  readonly withheld: WithheldItem | null;
  readonly bases: readonly BasisItem[];
  readonly owed: readonly OwedItem[];
}

/** A record as who asks sees it: what of it may be told without reading it. */
export interface Sight {
  /** Of the whole record. */
  readonly handling: Handling;
  /** In the order asked; null where a value hides, or is not there where it might hide: the two are one. */
  readonly values: readonly (ValueSight | null)[];
}

/** What records are looked at with: a query like any other. */
export type Looking = Querying & Reading;

const NOBODY_LEAVES = new AbortController().signal;

/**
 * Looks at a record as its caller would read it: planned, fetched, decided by its service and by the gateway. Null where there is no
 * such record that it sees. What came of it is put down as looked at, and not as disclosed.
 */
export async function lookAt(
  record: AskedRecord,
  fields: readonly AskedField[],
  asking: Asking,
  looking: Looking,
  consulted: Consulted,
): Promise<Sight | null> {
  const { typeName, id } = record;
  const chosen = fields.flatMap(({ selection }, index) => (selection === null ? [] : `v${index}: ${selection}`));
  const own = chosen.length === 0 ? '' : ` ... on ${typeName} { ${chosen.join(' ')} }`;
  const body: RequestBody = {
    ...PLAIN,
    text: `query Look($id: ID!) { node(id: $id) { id${own} } }`,
    variables: { id },
  };
  const valid = readOperation(readDocument(body, looking), body, looking);
  const redacted = await query({ asking, body, valid }, NOBODY_LEAVES, looking);
  if (redacted.errors.length > 0) throw new InternalError('SUBGRAPH_UNREACHABLE', 'a record could not be looked at');
  const row = redacted.tally.find(({ coordinate, letter }) => coordinate === 'EXISTENCE' && letter === 'A');
  consulted.items.push(...redacted.tally.map(undisclosed));
  consulted.records.push(...redacted.records);
  const node = redacted.data?.node;
  if (!isObject(node) || !row?.handling) return null;
  consulted.told.push(row.handling);
  return { handling: row.handling, values: fields.map((field, index) => sightOf(field, node[`v${index}`], redacted)) };
}

const PLAIN = { operationName: null, tellsBasis: true, onError: 'PROPAGATE', resume: null, listed: null } as const;

function sightOf(field: AskedField, value: unknown, { tally, withheld, bases, owed }: Redacted): ValueSight | null {
  const coordinate = field.policy?.coordinate ?? 'EXISTENCE';
  const isOf = (item: { readonly coordinate: Coordinate }): boolean => item.coordinate === coordinate;
  const letter = field.policy === null ? 'A' : tally.find(isOf)?.letter;
  if (letter !== 'A' && letter !== 'W') return null;
  const isOpen = letter === 'A';
  if (isOpen && field.policy?.optional === true && value === null) return null;
  return {
    field,
    isOpen,
    withheld: withheld.find(isOf) ?? null,
    bases: (bases ?? []).filter(isOf),
    owed: owed.filter(isOf),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
