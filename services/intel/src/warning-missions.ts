import type { CallContext } from '@chancery/shared/subgraph/call-context';
import { SqlText } from '@chancery/shared/subgraph/sql-text';
import { Mission } from './mission.entity.js';

const loaderOwner = {};

/**
 * The posts of a warning that exist for the viewer; the others are dropped. None when the viewer may not read the link:
 * the gateway would withhold it, but first ask for the posts, and that request would tell how many there are.
 */
export function loadMissionsOf(context: CallContext, warningId: string): Promise<Mission[]> {
  return context.loader<string, Mission[]>(loaderOwner, (ids) => missionsOf(context, ids)).load(warningId);
}

async function missionsOf(context: CallContext, warningIds: readonly string[]): Promise<Mission[][]> {
  const sql = new SqlText(context.masks);
  const text = `select t.id, array_agg(r.id order by r.id) as missions from warning t
    join warning_mission l on l.warning_id = t.id join mission_ref r on r.id = l.mission_id
    where t.id = any(${sql.value(warningIds, 'text[]')}) and ${sql.mask('Warning.missions') ?? 'false'} group by t.id`;
  const rows = await context.read((manager) => manager.query<{ id: string; missions: string[] }[]>(text, sql.values));
  const missions = new Map(rows.map((row) => [row.id, row.missions.map(toMission)]));
  return warningIds.map((id) => missions.get(id) ?? []);
}

function toMission(id: string): Mission {
  return Object.assign(new Mission(), { id });
}
