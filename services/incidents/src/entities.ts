import { Incident } from './incident.entity.js';
import { Mission } from './mission.entity.js';

/** What the service keeps rows of. */
export const ENTITIES = [Incident, Mission];
