import type { ClassType } from 'type-graphql';
import type { Coordinate } from '../../vocabulary.js';
import { columnNameOf } from '../record/column-name.js';
import { type RecordDeclaration, recordOf } from '../record/record.js';

/** A field of a record by whose words it is found. */
export interface SearchedField {
  readonly field: string;
  /** What must be readable on a row for its words to be there: the field itself, and whatever it is made of. */
  readonly guards: readonly Coordinate[];
}

/** The fields that a record declares to be searched, in their order. */
export function searchedFieldsOf({ name, lines }: RecordDeclaration): SearchedField[] {
  const guardOf = (property: string): Coordinate => `${name}.${property}`;
  const isShown = (property: string): boolean =>
    lines.some((line) => line.property === property && line.what !== 'kept');
  return lines.flatMap((line): SearchedField[] => {
    if ((line.what !== 'value' && line.what !== 'made') || !line.isSearched) return [];
    const from = line.what === 'made' ? line.from.filter(isShown) : [];
    return [{ field: line.property, guards: [line.property, ...from].map(guardOf) }];
  });
}

/** The texts of a stored row by the fields that are searched; `content` is by column. */
export function textsOf(
  record: ClassType<object>,
  declared: RecordDeclaration,
  content: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, readonly string[]> {
  const row: object = Object.create(record.prototype);
  for (const { what, property } of declared.lines) {
    if (what === 'value' || what === 'kept') Reflect.set(row, property, content[columnNameOf(property)] ?? null);
  }
  return new Map(
    searchedFieldsOf(declared).map(({ field }) => {
      const value: unknown = Reflect.get(row, field);
      const values: unknown[] = Array.isArray(value) ? value : [value];
      return [field, values.filter((each) => typeof each === 'string')];
    }),
  );
}

/** What a class declares, where some of it is searched. */
export function searchedRecordOf(record: ClassType<object>): RecordDeclaration | null {
  const declared = recordOf(record);
  return declared !== undefined && searchedFieldsOf(declared).length > 0 ? declared : null;
}
