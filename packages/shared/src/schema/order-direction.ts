import { defineEnum } from './define-enum.js';

const DIRECTIONS = ['ASC', 'DESC'] as const;
export type OrderDirection = (typeof DIRECTIONS)[number];

/** Sort direction as an enum of the schema. */
export const OrderDirection = defineEnum(
  'OrderDirection',
  'Sort direction; nulls, and values that the caller may not read, come last in both.',
  DIRECTIONS,
);
