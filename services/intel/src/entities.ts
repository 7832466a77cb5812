import { Mission } from './mission.entity.js';
import { Warning } from './warning.entity.js';

/** What the service keeps rows of. */
export const ENTITIES = [Warning, Mission];
