import { POLICIES } from '@chancery/policy/policies';
import { supergraphCategories } from '@chancery/shared/schema/supergraph-categories';
import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import { CATEGORIES, type Category } from '@chancery/shared/vocabulary';
import type { DataKind } from '../register/data-kind.js';
import { PUBLISHED } from './published.js';

/** What the project itself permits, where no treaty or statute does. */
const CHARTER = 'CHY-';

/** The kinds of data that a rule governs; none of one that no policy holds. */
export const governedBy = (rule: string): readonly Category[] =>
  POLICIES.find(({ id }) => id === rule)?.categories ?? [];

/** By kind of data, the fields that hold it, as `Type.field`. */
export interface KindsOfFields {
  readonly coordinates: ReadonlyMap<Category, readonly string[]>;
}

/** What the composed schema says of its fields. */
export function kindsOfFields(supergraphSdl: string): KindsOfFields {
  const coordinates = new Map<Category, string[]>();
  for (const [coordinate, { category }] of supergraphCategories(supergraphSdl)) {
    coordinates.set(category, [...(coordinates.get(category) ?? []), coordinate]);
  }
  return { coordinates };
}

/** Every kind of data, with the rules that govern it and the fields that hold it. */
export function kindRows(coordinates: KindsOfFields['coordinates']): ImportedRow<DataKind>[] {
  return CATEGORIES.map((reference) => {
    const about = POLICIES.filter(({ categories }) => categories.includes(reference));
    const ids = (effect: string): string[] => about.filter((policy) => policy.effect === effect).map(({ id }) => id);
    const permittedBy = ids('permit');
    return {
      handling: PUBLISHED,
      synthetic: false,
      reference,
      permittedBy,
      barredBy: ids('forbid'),
      owedBy: ids('duty'),
      coordinates: [...(coordinates.get(reference) ?? [])].sort(),
      isGap: permittedBy.every((id) => id.startsWith(CHARTER) || governedBy(id).length === CATEGORIES.length),
    };
  });
}
