import { accessHandling } from './audit-handling.js';
import { handlingAt } from './handling-at.js';
import type { Handling } from './label.js';
import { parseHandling } from './parse-handling.js';

const existences = new WeakMap<Handling, string>();

/**
 * Of whose access a record's oversight is told by (ADR 0063), found once for records that say the same of their existence: of a hundred thousand handlings
 * hardly any differ in that.
 */
export class ToldToOversight {
  readonly #byKind = new Map<string, Handling>();

  /** The handling of what is told of an access to such records, to the oversight of one agency's State. */
  of(records: Handling, agency: string): Handling {
    const kind = `${agency} ${existenceOf(records)}`;
    const known = this.#byKind.get(kind);
    if (known !== undefined) return known;
    const told = parseHandling(accessHandling(records, agency));
    this.#byKind.set(kind, told);
    return told;
  }
}

/** All that `accessHandling` reads of a record, as one text. */
function existenceOf(records: Handling): string {
  const known = existences.get(records);
  if (known !== undefined) return known;
  const { label, record } = handlingAt(records, 'EXISTENCE', 'EXISTENCE', 0);
  const made = `${label.text} ${record.tags.has('synthetic')}`;
  existences.set(records, made);
  return made;
}
