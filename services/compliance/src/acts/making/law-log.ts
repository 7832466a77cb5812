import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { EntityManager } from 'typeorm';

/** Adds a version of an act to the law: what the snapshot is made of. Versions are only added, each once. */
export async function enact(transaction: EntityManager, act: Act): Promise<void> {
  await transaction.query('insert into law_act (id, v, act) values ($1, $2, $3)', [act.id, act.v, JSON.stringify(act)]);
}
