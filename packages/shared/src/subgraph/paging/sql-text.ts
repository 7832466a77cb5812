import type { Coordinate } from '../../vocabulary.js';
import type { Masks } from '../visibility/viewer-masks.js';
import type { ColumnType } from './declared-columns.js';

/** Parameters of one statement. Text of a statement is constant; whatever a caller sent goes through here. */
export class SqlText {
  readonly values: unknown[] = [];
  readonly #masks: Masks;
  readonly #maskSql = new Map<Coordinate, string>();

  constructor(masks: Masks) {
    this.#masks = masks;
  }

  value(value: unknown, type: ColumnType | `${ColumnType}[]`): string {
    // The driver would write an instant in the time zone of this process.
    this.values.push(value instanceof Date ? value.toISOString() : value);
    return `$${this.values.length}::${type}`;
  }

  /**
   * Whether the viewer may read the coordinate on the row `t`; null where it may on each row that it sees, as with EXISTENCE, which
   * row level security has asked: without a mask around it an index can serve the column.
   */
  mask(coordinate: Coordinate): string | null {
    if (coordinate === 'EXISTENCE') return null;
    const reach = this.#masks.reach(coordinate);
    if (reach !== 'some') return reach === 'all' ? null : 'false';
    const known = this.#maskSql.get(coordinate);
    if (known !== undefined) return known;
    this.values.push(this.#masks.at(coordinate));
    // Out of range `substring` is empty, where `get_bit` would raise an error.
    const sql = `(substring($${this.values.length}::varbit, t.handling_id + 1, 1) = B'1')`;
    this.#maskSql.set(coordinate, sql);
    return sql;
  }
}
