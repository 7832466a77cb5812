import type { EntityManager } from 'typeorm';
import { WriteDenied } from '../../errors.js';
import type { Handling } from '../../labels/label.js';
import type { Coordinate } from '../../vocabulary.js';
import type { RowSink } from '../reading/row-sink.js';
import type { LinkedField } from './find-handlings.js';

/** What a record tells of another one below that one's label: a declassifier (docs/declassifiers.md). */
export interface Telling {
  /** The argument that names the other record; the new one holds no link to it. */
  readonly link: LinkedField;
  /** What it is made of: who may not read that may not tell of it. */
  readonly reads: readonly Coordinate[];
  /** Columns of the new record. */
  valuesOf(manager: EntityManager, id: string): Promise<Readonly<Record<string, unknown>>>;
}

/** Throws WRITE_DENIED with the rules that close the first field that its teller may not read. */
export function checkReadable(sink: RowSink, handling: Handling, { reads, link: { field } }: Telling): void {
  for (const coordinate of reads) {
    const { allowed, rules } = sink.verdictOn(coordinate, handling);
    if (!allowed)
      throw new WriteDenied(`\`${field}\` is told of by nobody who may not read it`, rules, `input.${field}`);
  }
}
