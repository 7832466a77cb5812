import type { ClassType } from 'type-graphql';
import { InternalError } from '../../errors.js';
import { columnOf } from '../record/declared-table-of.js';
import { type Labelled, recordOf, type Stored } from '../record/record.js';
import type { Telling } from '../writing/telling.js';
import { referredRowsOf } from './posts-of.js';

/** What a command tells of another record below that one's label, as it is written. */
export interface Tells<T> {
  /** The argument that names the other record. */
  readonly argument: string;
  readonly says: string;
  /** Fields of the new record that tell of it. */
  readonly sets: readonly (keyof T & string)[];
  readonly telling: () => Telling;
}

/**
 * A declassifier: a few coarse values made of a record, which the new record holds under its own label. The law is asked whether its teller
 * may lower what it is made of, and each such value stands in docs/declassifiers.md.
 */
export function tells<T extends Labelled>() {
  return <
    S extends Labelled,
    const R extends readonly (keyof S & string)[],
    V extends { [P in keyof T]?: Stored<T[P]> },
  >(parts: {
    readonly argument: string;
    readonly says: string;
    readonly of: () => ClassType<S>;
    /** What it is made of, and nothing else of the other record. */
    readonly from: R;
    readonly sets: readonly (keyof V & keyof T & string)[];
    readonly by: (source: Pick<S, R[number]>) => V;
  }): Tells<T> => ({
    argument: parts.argument,
    says: parts.says,
    sets: parts.sets,
    telling: () => {
      const source = parts.of();
      const declared = recordOf(source);
      if (declared === undefined) throw new InternalError('INTERNAL', `\`${parts.argument}\` tells of no record`);
      const { table, name, lines } = declared;
      const columns = parts.from.map((property) => {
        const line = lines.find((each) => each.property === property);
        if (line?.what !== 'value')
          throw new InternalError('INTERNAL', `\`${name}.${property}\` is no value to tell of`);
        return `${columnOf(line)} as "${property}"`;
      });
      return {
        link: { field: parts.argument, rows: referredRowsOf(declared), isOfPost: true },
        reads: parts.from.map((property) => `${name}.${property}` as const),
        async valuesOf(manager, id) {
          const rows = await manager.query<Pick<S, R[number]>[]>(
            `select ${columns.join(', ')} from ${table} where id = $1`,
            [id],
          );
          const [row] = rows;
          if (row === undefined) throw new InternalError('INTERNAL', 'what is told of is not there any more');
          return parts.by(row);
        },
      };
    },
  });
}

/** Asked when the service is made, when every record is declared. */
export const tellingOf = <T>({ telling }: Tells<T>): Telling => telling();
