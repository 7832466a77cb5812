import { columnOf } from '../record/declared-table-of.js';
import type { Labelled } from '../record/record.js';
import type { Superseding } from '../writing/supersede.js';
import type { CommandRecord } from './command.js';
import { referredRowsOf } from './posts-of.js';

/** That a new record takes the place of an earlier one, as it is written. */
export interface Supersedes<T extends Labelled> {
  /** The argument that names the earlier one. */
  readonly argument: string;
  readonly says: string;
  /** The moment from which on the earlier one is no longer what is known. */
  readonly ends: keyof T & string;
  /** The moment of the new record that it is. */
  readonly at: keyof T & string;
  /** The link that both have in common: to whom or what they are about. */
  readonly of: keyof T & string;
}

/** The same, by the columns of its record. */
export function supersedingOf<T extends Labelled>(
  { record, declared }: CommandRecord<T>,
  { argument, ends, at, of }: Supersedes<T>,
): Superseding {
  const columnNamed = (property: string): string => {
    const line = declared.lines.find((each) => each.property === property);
    return line === undefined ? property : columnOf(line);
  };
  return {
    record,
    type: declared.name,
    link: { field: argument, rows: referredRowsOf(declared), isOfPost: true },
    ends: { field: ends, column: columnNamed(ends) },
    of: { field: of, column: columnNamed(of) },
    at: columnNamed(at),
  };
}
