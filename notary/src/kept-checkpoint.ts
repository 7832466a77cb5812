import { existsSync, readFileSync } from 'node:fs';
import { replaceFile } from '@chancery/shared/replace-file';

/** The last checkpoint that was signed, outside the database. */
export interface KeptCheckpoint {
  read(): string | null;
  /** Resolves once it is on the disk. */
  keep(note: string): Promise<void>;
}

/** Keeps it in a file, which is replaced as a whole. */
export function keepCheckpointIn(file: string): KeptCheckpoint {
  return {
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : null),
    keep: (note) => replaceFile(file, note),
  };
}
