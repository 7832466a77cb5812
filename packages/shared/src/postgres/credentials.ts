import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeSecretFile } from './secret-file.js';

/** Passwords of login roles. */
export interface Credentials {
  /** The role's password, made at its first use and kept before it is returned. */
  passwordOf(role: string): string;
}

const credentialsSchema = z.record(z.string(), z.string().min(1));

/** Passwords kept in a file of mode 0600. */
export function openCredentialsFile(path: string): Credentials {
  return {
    passwordOf(role) {
      const known = existsSync(path) ? credentialsSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
      const password = known[role];
      if (password !== undefined) return password;
      const made = newPassword();
      writeSecretFile(path, `${JSON.stringify({ ...known, [role]: made }, null, 2)}\n`);
      return made;
    },
  };
}

/** Passwords that are gone with the process, for databases that are gone with it too. */
export function holdCredentials(): Credentials {
  const known = new Map<string, string>();
  return {
    passwordOf(role) {
      const password = known.get(role) ?? newPassword();
      known.set(role, password);
      return password;
    },
  };
}

// Letters, digits, `-` and `_` alone: needs no escape in a connection string or in SQL.
function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
