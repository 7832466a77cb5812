import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing. Not by `recursive` of Node, which tries for ever where the system says of a
 * folder that is there that it is not (`/proc`): a command would hang without a word.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    // Somebody else made it in the meantime.
    if (code !== 'EEXIST') throw new Error(`the folder \`${folder}\` cannot be made: ${code}`);
  }
}
