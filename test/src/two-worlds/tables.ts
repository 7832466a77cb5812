import { compliance } from '@chancery/compliance/service';
import { incidents } from '@chancery/incidents/service';
import { intel } from '@chancery/intel/service';
import { missions } from '@chancery/missions/service';
import type { Coordinate } from '@chancery/shared/vocabulary';
import type { SubgraphName } from '../testkit/world.js';

type DeclaredTable = (typeof missions.tables)[number];
export type DeclaredColumn = DeclaredTable['columns'][number];

/** A table of labelled rows, as its record declares it, and where it lies. */
export interface LabelledTable extends Pick<DeclaredTable, 'type' | 'prefix' | 'columns' | 'pairs'> {
  readonly database: SubgraphName;
  readonly table: string;
}

/** Every table of every service, as their lists have them; those that rows of others belong to come first. */
export const TABLES: readonly LabelledTable[] = [missions, incidents, intel, compliance].flatMap(({ name, tables }) =>
  tables.map(({ name: table, ...declared }) => ({ database: name as SubgraphName, table, ...declared })),
);

/** The tables of some types. */
function tablesOf(types: readonly string[]): readonly LabelledTable[] {
  const found = TABLES.filter(({ type }) => types.includes(type));
  if (found.length !== types.length) throw new Error(`a table of ${types} is not there`);
  return found;
}

/** Records with much that is hidden, of three services: where planted leaks stand. */
export const FEW: readonly LabelledTable[] = tablesOf(['Incident', 'Warning', 'Premises']);

/** The coordinate that a column is read by: `floor_plan` of Premises is `Premises.floorPlan`, a key is its link. */
export const coordinateOf = ({ type }: Pick<LabelledTable, 'type'>, column: string): Coordinate =>
  `${type}.${column.replace(/_id$/, '').replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}`;
