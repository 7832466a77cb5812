import { CreateBase1795923900000 } from './migrations/1795923900000-create-base.js';
import { CreateRegister1795924220348 } from './migrations/1795924220348-create-register.js';

/** Every migration of the service, oldest first. */
export const MIGRATIONS = [CreateBase1795923900000, CreateRegister1795924220348];
