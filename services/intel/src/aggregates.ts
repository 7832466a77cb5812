import { warnings } from './warning.js';

/** Everything that intel owns. */
export const aggregates = [warnings];
