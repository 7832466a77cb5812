import type { ClassType } from 'type-graphql';
import { Field } from 'type-graphql';

/** What combines filters; no field has such a name. */
export const COMBINED = ['and', 'or', 'not'] as const;

/** Filters inside one another, and tests and parts of all of them together. */
export const FILTER_LEVELS_MAX = 8;
export const FILTER_TESTS_MAX = 100;

/** Whether a field of a filter combines filters, and tests no value. */
export function isCombined(field: string): field is (typeof COMBINED)[number] {
  return COMBINED.some((each) => each === field);
}

/** Lets a filter hold others of its own kind. */
export function combineFilters(filter: ClassType<object>): void {
  Field(() => [filter], { nullable: true, description: 'Each of these must hold.' })(filter.prototype, 'and');
  Field(() => [filter], { nullable: true, description: 'One of these must hold.' })(filter.prototype, 'or');
  Field(() => filter, {
    nullable: true,
    description:
      'This must not hold; of a value that is absent, or that the caller may not read, no test holds, nor does its contrary.',
  })(filter.prototype, 'not');
}
