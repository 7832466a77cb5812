import { isCombined } from '@chancery/shared/schema/combined-filter';
import { type GraphQLSchema, getArgumentValues, getNamedType, isObjectType, Kind } from 'graphql';
import type { FieldPolicy } from '../schema/field-policy.js';
import type { Supergraph } from '../schema/supergraph.js';
import { SELECTIONS_MAX } from '../stages/limit/limits.js';
import type { PreparedOperation } from '../stages/plan/prepare-operation.js';
import { DocumentError } from '../stages/read/document-error.js';
import type { ValidOperation } from '../stages/read/validate.js';
import { collectFields } from '../stages/rewrite/collect-fields.js';
import { isAbstractProjection, type ObjectProjection } from '../stages/rewrite/projection.js';

/** What a subscription looks at: records of a type, or of several, and of them the fields that it selects or lets through by. */
export interface Watched {
  /** The services that keep the records and tell of their changes, that of the question first. */
  readonly owners: readonly [string, ...string[]];
  /** Key of the record in the answer, and in what is fetched. */
  readonly responseKey: string;
  readonly canonicalKey: string;
  readonly types: ReadonlyMap<string, WatchedType>;
  /** Of records that meet a standing question; null where each is told of for itself. */
  readonly standing: StandingQuestion | null;
}

/** What it looks at of records of one type. */
export interface WatchedType {
  /** The service that tells of their changes. */
  readonly owner: string;
  readonly selected: readonly WatchedField[];
  /** Whether it selects what lies behind a link, which is decided by handlings that no event names. */
  readonly isDeep: boolean;
  /** Fields by which its filter reads the record, or for which the token that it selects stands. */
  readonly filtered: readonly WatchedField[];
}

export interface WatchedField {
  readonly name: string;
  readonly policy: FieldPolicy;
}

/** A record that says what others are told of. */
export interface StandingQuestion {
  readonly type: string;
  readonly id: string;
  readonly watched: WatchedType;
  /** The subscription field, and its argument that names the question. */
  readonly field: string;
  readonly argument: string;
  /** Keys in the answer under which the record stands that meets it. */
  readonly shownBy: readonly string[];
  /** By type of record that is told of, the field of a match, by which its service says what meets it. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Of these, what other services keep than that of the question. */
  readonly elsewhere: ReadonlySet<string>;
  /** Types that records of these kinds lead to within their service: by what changes there, others can come to meet it. */
  readonly behind: ReadonlyMap<string, WatchedType>;
}

/** Stands for every value of its record that may be read: a change of any of them is one of it. */
const TOKEN = 'concurrencyToken';

/** Reads off an operation what it watches. Throws DOCUMENT_INVALID where there is nothing that could change. */
export function watchedBy(
  { canonical }: Pick<PreparedOperation, 'canonical'>,
  valid: ValidOperation,
  supergraph: Supergraph,
): Watched {
  const [field, second] = canonical.root.fields;
  const selection = field?.selection ?? null;
  if (!field || second || selection === null || isAbstractProjection(selection)) refuse(valid);
  const { responseKey, canonicalKey } = field;
  const owner = supergraph.ownerOf(selection.typeName);
  const asked = argumentsOf(valid, supergraph.consumerSchema);
  if (owner === null) {
    return { responseKey, canonicalKey, ...standingIn(field.fieldName, selection, asked, valid, supergraph) };
  }
  const tested = [...new Set(testedBy(asked.filter))];
  const filtered = selection.fields.some(({ fieldName }) => fieldName === TOKEN)
    ? allFieldsOf(selection.typeName, supergraph)
    : tested.map((name) => ({ name, policy: supergraph.policyOf(selection.typeName, name) }));
  const types = new Map([[selection.typeName, { owner, ...selectedIn(selection), filtered }]]);
  return { owners: [owner], responseKey, canonicalKey, types, standing: null };
}

/** Of an object whose fields are records: one of them is the question that the subscription names, the others meet it. */
function standingIn(
  field: string,
  { fields }: ObjectProjection,
  asked: Readonly<Record<string, unknown>>,
  valid: ValidOperation,
  supergraph: Supergraph,
): Pick<Watched, 'owners' | 'types' | 'standing'> {
  const [argument = ''] = Object.keys(asked);
  const records = fields.flatMap(({ fieldName, responseKey, selection }) => {
    if (selection === null || isAbstractProjection(selection)) return [];
    const owner = supergraph.ownerOf(selection.typeName);
    return owner === null ? [] : [{ fieldName, responseKey, selection, owner }];
  });
  const meeting = records.filter(({ fieldName }) => fieldName !== argument);
  const type = questionType(field, argument, supergraph.consumerSchema);
  const owner = type === null ? null : supergraph.ownerOf(type);
  if (type === null || owner === null || meeting.length === 0) refuse(valid);
  const types = meeting.map(({ selection, owner: of }): [string, WatchedType] => [
    selection.typeName,
    // By which of its fields a record meets a question is the question's to say: a change of any that may be read can matter.
    { owner: of, ...selectedIn(selection), filtered: allFieldsOf(selection.typeName, supergraph) },
  ]);
  const others = meeting.filter((each) => each.owner !== owner);
  const kinds = new Map(meeting.map(({ selection, fieldName }) => [selection.typeName, fieldName]));
  const watched = { owner, selected: [], isDeep: false, filtered: allFieldsOf(type, supergraph) };
  const shownBy = meeting.map(({ responseKey }) => responseKey);
  const elsewhere = new Set(others.map(({ selection }) => selection.typeName));
  const behind = typesBehind([...kinds.keys()], supergraph);
  return {
    owners: [owner, ...[...new Set(others.map((each) => each.owner))].sort()],
    types: new Map(types),
    standing: { type, id: String(asked[argument]), watched, field, argument, shownBy, kinds, elsewhere, behind },
  };
}

/** Types of records that some lead to, over one link or several; each within its own service, whose alone the way is. */
function typesBehind(of: readonly string[], supergraph: Supergraph): Map<string, WatchedType> {
  const behind = new Map<string, WatchedType>();
  const follow = (from: string): void => {
    const owner = supergraph.ownerOf(from);
    const type = supergraph.consumerSchema.getType(from);
    if (owner === null || !isObjectType(type)) return;
    for (const { type: to } of Object.values(type.getFields())) {
      const { name } = getNamedType(to);
      if (behind.has(name) || supergraph.ownerOf(name) !== owner) continue;
      behind.set(name, { owner, selected: [], isDeep: false, filtered: allFieldsOf(name, supergraph) });
      follow(name);
    }
  };
  for (const type of of) follow(type);
  return behind;
}

/** The type of the question that a subscription names by an argument. */
function questionType(field: string, argument: string, schema: GraphQLSchema): string | null {
  const match = getNamedType(schema.getSubscriptionType()?.getFields()[field]?.type);
  const named = isObjectType(match) ? match.getFields()[argument] : undefined;
  return named === undefined ? null : getNamedType(named.type).name;
}

const allFieldsOf = (type: string, { policies }: Supergraph): WatchedField[] =>
  policies
    .filter(({ coordinate, category }) => coordinate.startsWith(`${type}.`) && category !== null)
    .map((policy) => ({ name: policy.coordinate.slice(type.length + 1), policy }));

const selectedIn = ({ fields }: ObjectProjection): Pick<WatchedType, 'selected' | 'isDeep'> => ({
  // What is closed to the profile now too: whether it still is, is decided at each event.
  selected: fields
    .filter(({ policy }) => policy.category !== null)
    .map(({ fieldName, policy }) => ({ name: fieldName, policy })),
  isDeep: fields.some((each) => each.selection !== null),
});

function refuse({ operation }: ValidOperation): never {
  throw DocumentError.at('DOCUMENT_INVALID', 'a subscription selects one record', operation);
}

function argumentsOf(
  { document, operation, variables }: ValidOperation,
  schema: GraphQLSchema,
): Readonly<Record<string, unknown>> {
  const type = schema.getSubscriptionType();
  if (!type) return {};
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const expansion = { schema, fragments, variables, selectionsMax: SELECTIONS_MAX, selections: 0 };
  const [nodes] = collectFields(expansion, type, [operation.selectionSet]).values();
  const field = nodes && type.getFields()[nodes[0].name.value];
  return field ? getArgumentValues(field, nodes[0], variables) : {};
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
  const types = fields.flatMap(({ type }) => {
    const named = getNamedType(type);
    const within = isObjectType(named) ? Object.values(named.getFields()) : [];
    return [named.name, ...within.map((each) => getNamedType(each.type).name)];
  });
  return new Set(types.flatMap((type) => ownerOf(type) ?? []));
}
