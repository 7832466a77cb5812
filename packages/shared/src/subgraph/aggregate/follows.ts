import { InternalError } from '../../errors.js';
import { columnOf } from '../record/declared-table-of.js';
import type { Labelled } from '../record/record.js';
import type { Following } from '../writing/follow.js';
import type { CommandRecord } from './command.js';

/** That a new period takes its place among those of the same thing, as it is written. */
export interface Follows<T extends Labelled> {
  /** What they have in common. */
  readonly of: readonly (keyof T & string)[];
  /** From which day on each holds, and from which on it no longer does. */
  readonly from: keyof T & string;
  readonly until: keyof T & string;
  /** The moment of the new one from which on another is no longer what is known, and where that is kept. */
  readonly at: keyof T & string;
  readonly ends: keyof T & string;
}

/** The same, by the columns of its record. */
export function followingOf<T extends Labelled>(
  { record, declared: { name, table, lines } }: CommandRecord<T>,
  { of, from, until, at, ends }: Follows<T>,
): Following {
  const lineNamed = (field: string) => {
    const line = lines.find(({ property }) => property === field);
    if (line === undefined) throw new InternalError('INTERNAL', `\`${name}.${field}\` is no line`);
    return { field, column: columnOf(line) };
  };
  return {
    record,
    type: name,
    table,
    of: of.map(lineNamed),
    from: lineNamed(from),
    until: lineNamed(until),
    at: lineNamed(at),
    ends: lineNamed(ends),
  };
}
