import type { Handling, PersonMarks, RecordMarks } from './label.js';
import { printLabel, printSet } from './print-label.js';

/** A handling without its text and number, which follow from the rest. */
export type HandlingParts = Omit<Handling, 'text' | 'ordinal'>;

/** Prints the canonical text of a handling from its parts. */
export function printHandling(handling: HandlingParts): string {
  const portions = [...handling.portions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([target, label]) => `!${target}(${printLabel(label)})`);
  return printLabel(handling.label) + printRecordMarks(handling.record) + portions.join('');
}

function printRecordMarks(record: RecordMarks): string {
  return [
    `;own=${record.owner}`,
    record.missions.length === 0 ? '' : `;m=${printSet(record.missions)}`,
    record.person === null ? '' : `;im=${printPersonMarks(record.person)}`,
    record.who === null ? '' : `;who=${record.who}`,
    record.tags.size === 0 ? '' : `;t=${printSet(record.tags)}`,
    record.key === null ? '' : `;x=${record.key}`,
  ].join('');
}

/** The marks of a person as they stand behind `im=`; sets are sorted when they are printed. */
export function printPersonMarks({ category, nationalities, from, until }: PersonMarks): string {
  return `${category}:${printSet(nationalities)}:${from}..${until ?? ''}`;
}
