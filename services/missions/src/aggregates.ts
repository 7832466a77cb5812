import { missions } from './mission.js';
import { premises } from './premises.js';

/** Everything that missions owns. */
export const aggregates = [missions, premises];
