import { CreateWarnings1790000000000 } from './migrations/1790000000000-create-warnings.js';

/** Every migration of the service, oldest first. */
export const MIGRATIONS = [CreateWarnings1790000000000];
