import { WriteDenied } from '../../errors.js';
import type { Handling } from '../../labels/label.js';
import type { Coordinate } from '../../vocabulary.js';
import type { RowSink } from '../reading/row-sink.js';

/**
 * A field is set only by who may read it there: else a writer could leave what it must not know of, or learn by what is
 * refused. Throws WRITE_DENIED with the rules that close the first such field.
 */
export function checkSettable(
  sink: RowSink,
  handling: Handling,
  type: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  for (const [field, value] of Object.entries(fields)) {
    if (value === null || value === undefined) continue;
    const coordinate: Coordinate = `${type}.${field}`;
    const { allowed, rules } = sink.verdictOn(coordinate, handling);
    if (!allowed) throw new WriteDenied(`\`${field}\` cannot be set by who may not read it`, rules, `input.${field}`);
  }
}
