import type { Coordinate } from '@chancery/shared/vocabulary';
import type { SubgraphName } from '../testkit/world.js';

/** A table of labelled rows, and the type that it is read as. */
export interface LabelledTable {
  readonly database: SubgraphName;
  readonly table: string;
  readonly type: string;
  readonly prefix: string;
  /** Links that stand in a table of their own: who sees the field of the holder sees its rows. */
  readonly links: readonly { readonly table: string; readonly holder: string; readonly field: string }[];
}

export const TABLES: readonly LabelledTable[] = [
  { database: 'incidents', table: 'incident', type: 'Incident', prefix: 'inc', links: [] },
  {
    database: 'intel',
    table: 'warning',
    type: 'Warning',
    prefix: 'wrn',
    links: [{ table: 'warning_mission', holder: 'warning_id', field: 'missions' }],
  },
  { database: 'missions', table: 'premises', type: 'Premises', prefix: 'prm', links: [] },
];

/** The coordinate that a column is read by: `floor_plan` of Premises is `Premises.floorPlan`, a key is its link. */
export const coordinateOf = ({ type }: LabelledTable, column: string): Coordinate =>
  `${type}.${column.replace(/_id$/, '').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
