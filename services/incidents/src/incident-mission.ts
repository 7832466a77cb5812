import type { CallContext } from '@chancery/shared/subgraph/call-context';
import { SqlText } from '@chancery/shared/subgraph/sql-text';
import { Mission } from './mission.entity.js';

const loaderOwner = {};

/**
 * The post of an incident. Null as well when the viewer may not read the link: the gateway would withhold it, but first
 * ask for the post, and that request would tell that there is one.
 */
export function loadMissionOf(context: CallContext, incidentId: string): Promise<Mission | null> {
  return context.loader<string, Mission | null>(loaderOwner, (ids) => missionsOf(context, ids)).load(incidentId);
}

async function missionsOf(context: CallContext, incidentIds: readonly string[]): Promise<(Mission | null)[]> {
  const sql = new SqlText(context.masks);
  const text = `select t.id, r.id as mission from incident t join mission_ref r on r.id = t.mission_id
    where t.id = any(${sql.value(incidentIds, 'text[]')}) and ${sql.mask('Incident.mission') ?? 'false'}`;
  const rows = await context.read((manager) => manager.query<{ id: string; mission: string }[]>(text, sql.values));
  const missions = new Map(rows.map(({ id, mission }) => [id, Object.assign(new Mission(), { id: mission })]));
  return incidentIds.map((id) => missions.get(id) ?? null);
}
