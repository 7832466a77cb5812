/** Rows that are counted of what a filter, a link or words find; then it is known that there are more. */
export const EXACT_MAX = 10_000;
