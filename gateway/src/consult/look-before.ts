import { handlingAt } from '@chancery/shared/labels/handling-at';
import { type KeptValue, SEEN_MAX, type SeenRecord } from '@chancery/shared/subgraph/reading/seen-record';
import type { GivenCommand } from '../stages/authorize/commands.js';
import { Consulted } from '../stages/execute/consulted.js';
import type { Asking } from '../stages/identify/identify.js';
import { type AskedField, type AskedSchema, fieldsOf, recordOf } from './asked-field.js';
import { type Looking, lookAt, type ValueSight } from './look-at.js';

/** Commands about a record of whatever service, by the arguments that name it, and values of it. */
const ABOUT: Readonly<Record<string, { readonly record: string; readonly coordinates?: string }>> = {
  requestInformation: { record: 'record', coordinates: 'coordinates' },
  answerRequest: { record: 'tearline' },
};

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
export function createLookBefore(looking: () => Looking & { readonly supergraph: AskedSchema }): LookBefore {
  return async (commands, asking) => {
    const consulted = new Consulted();
    const records: SeenRecord[] = [];
    for (const { name, input } of commands.filter((command) => Object.hasOwn(ABOUT, command.name)).slice(0, SEEN_MAX)) {
      const about = ABOUT[name];
      const id = about === undefined ? undefined : input[about.record];
      const record = typeof id === 'string' ? recordOf(id) : null;
      if (record === null) continue;
      const fields = fieldsAsked(record.typeName, input[about?.coordinates ?? ''], looking().supergraph);
      const sight = await lookAt(record, fields, asking, looking(), consulted);
      if (sight === null) continue;
      const existence = handlingAt(sight.handling, 'EXISTENCE', 'EXISTENCE', 0).text;
      records.push({ id: record.id, existence, withheld: sight.values.flatMap(keptOf) });
    }
    return { records, consulted };
  };
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
