/** What combines filters; no field has such a name. */
export const COMBINED = ['and', 'or', 'not'] as const;

/** Filters inside one another, and tests and parts of all of them together. */
export const FILTER_LEVELS_MAX = 8;
export const FILTER_TESTS_MAX = 100;

/** Whether a field of a filter combines filters, and tests no value. */
export function isCombined(field: string): field is (typeof COMBINED)[number] {
  return COMBINED.some((each) => each === field);
}
