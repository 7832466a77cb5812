import { handlingAt } from '@chancery/shared/labels/handling-at';
import { TYPES_ELSEWHERE } from '@chancery/shared/subgraph/links/published-types';
import { type KeptValue, SEEN_MAX, type SeenRecord } from '@chancery/shared/subgraph/reading/seen-record';
import { getNamedType, isObjectType } from 'graphql';
import type { Supergraph } from '../schema/supergraph.js';
import type { GivenCommand } from '../stages/authorize/commands.js';
import { Consulted } from '../stages/execute/consulted.js';
import type { Asking } from '../stages/identify/identify.js';
import { type AskedField, type AskedRecord, type AskedSchema, fieldsOf, recordOf } from './asked-field.js';
import { type Looking, lookAt, type ValueSight } from './look-at.js';

/** Commands about a record of whatever type, by the arguments that name it, and values of it. */
const ABOUT: Readonly<Record<string, { readonly record: string; readonly coordinates?: string }>> = {
  requestInformation: { record: 'record', coordinates: 'coordinates' },
  answerRequest: { record: 'tearline' },
};

const POST = 'Mission';

/** What commands are about, as their caller sees it. */
export interface Seen {
  readonly records: readonly SeenRecord[];
  /** For the ledger: that it was looked at, and how it was decided. */
  readonly consulted: Consulted;
}

/** Looks at what commands are about, for those who may see it. */
export type LookBefore = (commands: readonly GivenCommand[], asking: Asking) => Promise<Seen>;

/**
 * A command about what is kept from its caller wants to know that the caller sees the record, and what of it is withheld: only the gateway
 * decides that. A record that is hidden and one that there is not are looked at alike, and both are nothing that was seen.
 */
export function createLookBefore(looking: () => Looking & { readonly supergraph: LookedSchema }): LookBefore {
  return async (commands, asking) => {
    const consulted = new Consulted();
    const records: SeenRecord[] = [];
    const { supergraph } = looking();
    for (const { record, coordinates, posts } of commands
      .flatMap((each) => namedBy(each, supergraph))
      .slice(0, SEEN_MAX)) {
      const fields = fieldsAsked(record.typeName, coordinates, supergraph);
      const sight = await lookAt(record, [...fields, ...posts], asking, looking(), consulted);
      if (sight === null) continue;
      const tellsPosts = sight.values.slice(fields.length).every((value) => value?.isOpen === true);
      const existence = handlingAt(sight.handling, 'EXISTENCE', 'EXISTENCE', 0).text;
      const withheld = sight.values.slice(0, fields.length).flatMap(keptOf);
      records.push({ id: record.id, existence, tellsPosts, withheld });
    }
    return { records, consulted };
  };
}

type LookedSchema = AskedSchema & Pick<Supergraph, 'ownerOf'>;

/** A record that a command names, and values of it that the command is about. */
interface Named {
  readonly record: AskedRecord;
  readonly coordinates: unknown;
  /** Its links to posts, where it is to be one of some post. */
  readonly posts: readonly AskedField[];
}

/** What is looked at for a command: the record that it is about, and those of other services that it links its own record to. */
function namedBy({ name, input }: GivenCommand, schema: LookedSchema): readonly Named[] {
  const about = Object.hasOwn(ABOUT, name) ? ABOUT[name] : undefined;
  const named =
    about === undefined
      ? []
      : [{ id: input[about.record], coordinates: input[about.coordinates ?? ''], isLinked: false }];
  const linked = Object.entries(input).flatMap(([field, id]) =>
    typeof id === 'string' && leadsElsewhere(name, field, id, schema) ? [{ id, coordinates: [], isLinked: true }] : [],
  );
  return [...named, ...linked].flatMap(({ id, coordinates, isLinked }) => {
    const record = typeof id === 'string' ? recordOf(id) : null;
    return record === null
      ? []
      : [{ record, coordinates, posts: isLinked ? linksToPosts(record.typeName, schema) : [] }];
  });
}

/**
 * Whether a field of an input is a link to a record of another service, of which the command's own service keeps nothing: then it cannot say
 * whether its caller sees that record.
 */
function leadsElsewhere(
  command: string,
  field: string,
  id: string,
  { consumerSchema, ownerOf }: LookedSchema,
): boolean {
  const type = recordOf(id)?.typeName;
  if (type === undefined || !Object.hasOwn(TYPES_ELSEWHERE, type)) return false;
  const payload = getNamedType(consumerSchema.getMutationType()?.getFields()[command]?.type);
  const made = isObjectType(payload) ? Object.values(payload.getFields()).map((each) => getNamedType(each.type)) : [];
  return made.some((record) => {
    const link = isObjectType(record) ? record.getFields()[field] : undefined;
    return link !== undefined && getNamedType(link.type).name === type && ownerOf(record.name) !== ownerOf(type);
  });
}

/** The fields of a type that lead to posts. */
function linksToPosts(typeName: string, schema: AskedSchema): readonly AskedField[] {
  const type = schema.consumerSchema.getType(typeName);
  if (!isObjectType(type)) return [];
  const links = Object.values(type.getFields()).filter((field) => getNamedType(field.type).name === POST);
  const coordinates = new Set<string>(links.map(({ name }) => `${typeName}.${name}`));
  return fieldsOf(typeName, schema).filter(({ policy }) => policy !== null && coordinates.has(policy.coordinate));
}

/** Those of the coordinates that are fields of the type; of what is none, nothing is there to be withheld. */
function fieldsAsked(typeName: string, coordinates: unknown, schema: AskedSchema): readonly AskedField[] {
  if (!Array.isArray(coordinates)) return [];
  const asked = new Set(coordinates.slice(0, SEEN_MAX));
  return fieldsOf(typeName, schema).filter(({ policy }) => policy !== null && asked.has(policy.coordinate));
}

/** A value that hides is not there, and one that is open is not kept: of both nothing is said. */
function keptOf(value: ValueSight | null): readonly KeptValue[] {
  const policy = value?.field.policy ?? null;
  if (policy === null || value?.isOpen !== false || value.withheld === null) return [];
  return [{ coordinate: policy.coordinate, category: policy.category, code: value.withheld.code }];
}
