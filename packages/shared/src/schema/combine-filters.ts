import { type ClassType, Field } from 'type-graphql';

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
