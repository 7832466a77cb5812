import { Any, type EntityTarget, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import type { CallContext } from './call-context.js';

/** Finds rows by id, all that one call asks for at once; null for a row that is not there or not for this viewer. */
export interface RowLoader<T> {
  load(context: CallContext, id: string): Promise<T | null>;
}

const ID_TAIL = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** A loader of an entity whose ids begin with `prefix`; a malformed id is nobody's and is never asked for. */
export function createRowLoader<T extends ObjectLiteral & { id: string }>(
  entity: EntityTarget<T>,
  prefix: string,
): RowLoader<T> {
  const owner = {};
  return {
    async load(context, id) {
      if (!id.startsWith(`${prefix}_`) || !ID_TAIL.test(id.slice(prefix.length + 1))) return null;
      return context
        .loader<string, T | null>(owner, async (ids) => {
          const where = { id: Any([...ids]) } as FindOptionsWhere<T>;
          const rows = await context.read((manager) => manager.findBy(entity, where));
          const byId = new Map(rows.map((row) => [row.id, row]));
          return ids.map((each) => byId.get(each) ?? null);
        })
        .load(id);
    },
  };
}
