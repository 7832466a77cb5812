import type { Handling } from './label.js';

/** Whether a record was made for exercises. */
export const isSynthetic = ({ record }: Handling): boolean => record.tags.has('synthetic');
