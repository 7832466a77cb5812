import { CreateIncidents1790000000000 } from './migrations/1790000000000-create-incidents.js';

/** Every migration of the service, oldest first. */
export const MIGRATIONS = [CreateIncidents1790000000000];
