import { ConfigurationError } from '../errors.js';

/** The three login roles of one database. */
export interface RoleNames {
  /** Owns the database and everything in it; used by migrations alone. */
  readonly owner: string;
  /** Serves requests: owns nothing and is bound by row level security. */
  readonly service: string;
  /** Imports and reads handlings: owns nothing and is bound by row level security. */
  readonly loader: string;
}

// PostgreSQL cuts names at 63 bytes, silently; the longest suffix is 8.
const DATABASE_NAME = /^[a-z][a-z0-9_]{0,54}$/;

/** The roles of a database; throws on a name that would need quoting or that PostgreSQL would cut. */
export function roleNamesOf(database: string): RoleNames {
  if (!DATABASE_NAME.test(database)) throw new ConfigurationError(`not a database name: \`${database}\``);
  return { owner: `${database}_owner`, service: `${database}_service`, loader: `${database}_loader` };
}

/** The role of the one that reads the ledger's entries and signs what follows from them. Only the ledger's database has it. */
export function notaryNameOf(database: string): string {
  return roleNamesOf(database).owner.replace(/_owner$/, '_notary');
}
