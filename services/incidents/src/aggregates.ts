import { incidents } from './incident.js';

/** Everything that incidents owns. */
export const aggregates = [incidents];
