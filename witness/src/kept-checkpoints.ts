import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '@chancery/shared/clock';
import { makeFolder } from '@chancery/shared/make-folder';
import { replaceFile } from '@chancery/shared/replace-file';

/** Remembers checkpoints of logs, and what contradicts them. */
export interface CheckpointMemory {
  latest(origin: string): string | null;
  /** Resolves once it cannot be forgotten. */
  keep(origin: string, note: string): Promise<void>;
  /** Keeps two checkpoints that cannot both be true, for whoever has to answer for them; gives where. */
  keepContradiction(origin: string, cosigned: string, submitted: string): Promise<string>;
  /** Where a contradiction is kept; null without one. */
  contradiction(origin: string): string | null;
}

/** Checkpoints of logs as files: the last that was cosigned, the last of each hour, and what contradicts them. */
export class KeptCheckpoints implements CheckpointMemory {
  readonly #folder: string;
  readonly #clock: Clock;

  constructor(folder: string, clock: Clock) {
    this.#folder = folder;
    this.#clock = clock;
  }

  latest(origin: string): string | null {
    const file = join(this.#folderOf(origin), 'latest.checkpoint');
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  async keep(origin: string, note: string): Promise<void> {
    const folder = this.#folderOf(origin);
    const hour = new Date(this.#clock()).toISOString().slice(0, 13);
    await replaceFile(join(folder, `${hour}.checkpoint`), note);
    await replaceFile(join(folder, 'latest.checkpoint'), note);
  }

  async keepContradiction(origin: string, cosigned: string, submitted: string): Promise<string> {
    const file = join(this.#folderOf(origin), 'contradiction.txt');
    // The first is the one to explain; what comes after it follows from it.
    if (!existsSync(file)) await replaceFile(file, `${cosigned}\n----\n\n${submitted}`);
    return file;
  }

  contradiction(origin: string): string | null {
    const file = join(this.#folderOf(origin), 'contradiction.txt');
    return existsSync(file) ? file : null;
  }

  /** An origin is whatever a log calls itself, and no name of a file. */
  #folderOf(origin: string): string {
    const folder = join(this.#folder, createHash('sha256').update(origin).digest('hex').slice(0, 16));
    makeFolder(folder, 0o700);
    return folder;
  }
}
