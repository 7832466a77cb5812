import type { Coordinate } from '../../vocabulary.js';
import type { BitString } from '../visibility/bit-string.js';
import type { Masks } from '../visibility/viewer-masks.js';
import type { ColumnType } from './declared-columns.js';

/** Handlings; beyond that the list is too long. */
const FEW_MAX = 500;
/**
 * How many handlings count as few. Their rows cost some four buffers for each of them; a walk costs entries in proportion to how many handlings
 * there are of which they are one. The two meet where the square is that part of all; and later where a walk would meet few of the rows that are asked for.
 */
const FEW_PART = 0.22;
const FEW_PART_WIDE = 3;

/** Parameters of one statement. Text of a statement is constant; whatever a caller sent goes through here. */
export class SqlText {
  readonly values: unknown[] = [];
  /** Handlings of the rows that the text is about. */
  readonly rows: BitString;
  readonly #masks: Masks;
  readonly #maskSql = new Map<Coordinate, string>();
  #bits = new Map<string, string>();

  constructor(masks: Masks, rows = masks.seen()) {
    this.#masks = masks;
    this.rows = rows;
  }

  /** For a part of the same statement that is about fewer rows: what masks all or none of those is not asked again. */
  about(rows: BitString): SqlText {
    const part = new SqlText(this.#masks, rows);
    // One list of parameters for the statement, with each set of handlings once.
    Object.assign(part, { values: this.values });
    part.#bits = this.#bits;
    return part;
  }

  /** For a part of the same statement that is about rows of another table, of which all are meant that the viewer sees. */
  ofOthers(): SqlText {
    return this.about(this.#masks.seen());
  }

  /** Handlings among some under which the viewer may read the coordinate. */
  readable(rows: BitString, coordinate: Coordinate): BitString {
    return coordinate === 'EXISTENCE' ? rows : rows.and(this.#masks.readable(coordinate));
  }

  value(value: unknown, type: ColumnType | `${ColumnType}[]`): string {
    // The driver would write an instant in the time zone of this process.
    this.values.push(value instanceof Date ? value.toISOString() : value);
    return `$${this.values.length}::${type}`;
  }

  /**
   * Whether the viewer may read the coordinate on the row `t`; null where it may on each of the rows, as with EXISTENCE, which
   * row level security has asked: without a mask around it an index can serve the column.
   */
  mask(coordinate: Coordinate): string | null {
    if (coordinate === 'EXISTENCE') return null;
    const known = this.#maskSql.get(coordinate);
    if (known !== undefined) return known;
    const readable = this.#masks.readable(coordinate);
    const reach = this.rows.heldBy(readable);
    if (reach !== 'some') return reach === 'all' ? null : 'false';
    const sql = this.#among(readable);
    this.#maskSql.set(coordinate, sql);
    return sql;
  }

  /** The handlings of the rows, where they are so few that the rows are better found by them than met on a walk; else null. */
  few(isWide: boolean): readonly number[] | null {
    const part = isWide ? FEW_PART_WIDE : FEW_PART;
    return this.rows.members(Math.min(FEW_MAX, Math.sqrt(this.#masks.known() * part)));
  }

  /** Tests that the row `t` is one of the rows; none where row level security has asked just that. */
  among(): readonly string[] {
    return this.#masks.seen().heldBy(this.rows) === 'all' ? [] : [this.#among(this.rows)];
  }

  /**
   * Out of range `substring` is empty, where `get_bit` would raise an error. `>` and not `=`: the planner then takes the bit to be set on
   * every third row, and on every two hundredth for `=`, which keeps it from walking an index in order.
   */
  #among(handlings: BitString): string {
    const text = handlings.toString();
    const bits = this.#bits.get(text) ?? `$${this.values.push(text)}::varbit`;
    this.#bits.set(text, bits);
    return `(substring(${bits}, t.handling_id + 1, 1) > B'0')`;
  }
}
