import { isCombined } from '@chancery/shared/schema/combined-filter';
import { type GraphQLSchema, getArgumentValues, getNamedType, Kind } from 'graphql';
import type { FieldPolicy } from '../schema/field-policy.js';
import type { Supergraph } from '../schema/supergraph.js';
import { SELECTIONS_MAX } from '../stages/limit/limits.js';
import type { PreparedOperation } from '../stages/plan/prepare-operation.js';
import { DocumentError } from '../stages/read/document-error.js';
import type { ValidOperation } from '../stages/read/validate.js';
import { collectFields } from '../stages/rewrite/collect-fields.js';
import { isAbstractProjection } from '../stages/rewrite/projection.js';

/** What a subscription looks at: records of one type, and of them the fields that it selects or lets through by. */
export interface Watched {
  readonly type: string;
  /** The service that keeps the records and tells of their changes. */
  readonly owner: string;
  /** Key of the record in the answer, and in what is fetched. */
  readonly responseKey: string;
  readonly canonicalKey: string;
  readonly selected: readonly WatchedField[];
  /** Whether it selects what lies behind a link, which is decided by handlings that no event names. */
  readonly isDeep: boolean;
  /** Fields by which its filter reads the record. */
  readonly filtered: readonly WatchedField[];
}

export interface WatchedField {
  readonly name: string;
  readonly policy: FieldPolicy;
}

/** Reads off an operation what it watches. Throws DOCUMENT_INVALID where there is nothing that could change. */
export function watchedBy(
  { canonical }: Pick<PreparedOperation, 'canonical'>,
  valid: ValidOperation,
  supergraph: Supergraph,
): Watched {
  const [field, second] = canonical.root.fields;
  const selection = field?.selection ?? null;
  const owner = selection === null ? null : supergraph.ownerOf(selection.typeName);
  if (!field || second || selection === null || owner === null || isAbstractProjection(selection)) {
    throw DocumentError.at('DOCUMENT_INVALID', 'a subscription selects one record', valid.operation);
  }
  const { typeName } = selection;
  const filtered = filterFields(valid, supergraph.consumerSchema);
  return {
    type: typeName,
    owner,
    responseKey: field.responseKey,
    canonicalKey: field.canonicalKey,
    // What is closed to the profile now too: whether it still is, is decided at each event.
    selected: selection.fields
      .filter(({ policy }) => policy.category !== null)
      .map(({ fieldName, policy }) => ({ name: fieldName, policy })),
    isDeep: selection.fields.some((each) => each.selection !== null),
    filtered: filtered.map((name) => ({ name, policy: supergraph.policyOf(typeName, name) })),
  };
}

function filterFields({ document, operation, variables }: ValidOperation, schema: GraphQLSchema): string[] {
  const type = schema.getSubscriptionType();
  if (!type) return [];
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const expansion = { schema, fragments, variables, selectionsMax: SELECTIONS_MAX, selections: 0 };
  const [nodes] = collectFields(expansion, type, [operation.selectionSet]).values();
  const field = nodes && type.getFields()[nodes[0].name.value];
  const { filter } = field ? getArgumentValues(field, nodes[0], variables) : {};
  return [...new Set(testedBy(filter))];
}

/** Names of fields that a filter tests, wherever in its `and`, `or` and `not`. What an id is never changes. */
function testedBy(filter: unknown): string[] {
  if (Array.isArray(filter)) return filter.flatMap(testedBy);
  if (typeof filter !== 'object' || filter === null) return [];
  return Object.entries(filter).flatMap(([name, test]) => {
    if (test === null || test === undefined || name === 'id') return [];
    return isCombined(name) ? testedBy(test) : [name];
  });
}

/** The services that keep the records which may be subscribed to. */
export function subscribedOwners({ consumerSchema, ownerOf }: Supergraph): ReadonlySet<string> {
  const fields = Object.values(consumerSchema.getSubscriptionType()?.getFields() ?? {});
  return new Set(fields.flatMap(({ type }) => ownerOf(getNamedType(type).name) ?? []));
}
