import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '@chancery/shared/make-folder';
import { replaceFile } from '@chancery/shared/replace-file';

/** Where the copy of a log is kept: resources by the paths of C2SP tlog-tiles. */
export interface CopyStore {
  /** Null where it is not there. */
  read(path: string): Buffer | null;
  /** Resolves once it cannot be lost. */
  put(path: string, bytes: Uint8Array | string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** A copy as files of one folder, which any tool for that layout can read. */
export function keepCopyIn(folder: string): CopyStore {
  return {
    read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : null),
    async put(path, bytes) {
      const file = join(folder, path);
      makeFolder(dirname(file), 0o700);
      await replaceFile(file, bytes);
    },
    remove: (path) => rm(join(folder, path), { force: true }),
  };
}
