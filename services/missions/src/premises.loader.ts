import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { createRowLoader } from '@chancery/shared/subgraph/reading/row-loader';
import { Any } from 'typeorm';
import { Premises } from './premises.entity.js';

/** Premises by id, for the viewer of a call. */
export const premisesRows = createRowLoader(Premises, 'prm');

const byMission = {};

/** The premises of a post; null when it has none that this viewer sees. */
export function loadPremisesOf(context: CallContext, missionId: string): Promise<Premises | null> {
  return context
    .loader<string, Premises | null>(byMission, async (missionIds) => {
      const rows = await context.read((manager) => manager.findBy(Premises, { missionId: Any([...missionIds]) }));
      const found = new Map(rows.map((row) => [row.missionId, row]));
      return missionIds.map((id) => found.get(id) ?? null);
    })
    .load(missionId);
}
