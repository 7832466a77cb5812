import { InternalError } from '../../errors.js';
import { internHandling } from '../../labels/intern.js';
import type { Handling, PersonMarks } from '../../labels/label.js';

/** What is said of the person whom a record concerns, beside its label: on it rests what the treaties protect (VCDR 39, VCCR 53). */
export interface Described {
  /** Null of somebody whom no treaty describes. */
  readonly person: PersonMarks | null;
  /** Person key: a pseudonym. */
  readonly who: string;
  readonly tags?: readonly string[];
}

/**
 * The handling of a new record with the marks of the person whom it concerns. What it links to may say something else of the same person, as the record of a
 * holder does of a household; were it another person, the marks of neither would stand for both.
 */
export function describedAs(
  handling: Handling,
  { person, who, tags = [] }: Described,
  sources: readonly Handling[],
): Handling {
  const isOfOne = sources.every(({ record }) => (record.person === null && record.who === null) || record.who === who);
  if (!isOfOne) throw new InternalError('INTERNAL', 'a record of one person is drawn from that of another');
  const { record } = handling;
  return internHandling({ ...handling, record: { ...record, person, who, tags: new Set([...record.tags, ...tags]) } });
}

/** The same handling, where a change says something else of the days of its person; of nobody who is described nothing is said. */
export function describedAnew(handling: Handling, change: (before: PersonMarks) => PersonMarks): Handling {
  const { record } = handling;
  if (record.person === null) return handling;
  return internHandling({ ...handling, record: { ...record, person: change(record.person) } });
}
