import { Mission } from './mission.entity.js';
import { Premises } from './premises.entity.js';

/** What the service keeps rows of. */
export const ENTITIES = [Mission, Premises];
