import { statfs } from 'node:fs/promises';
import { ConfigurationError } from './errors.js';
import type { Log } from './log.js';

/** Bytes that must be free, unless an operator says otherwise: room for four segments of the database's own log. */
export const FREE_BYTES_MIN = 64 * 1024 * 1024;
/** How often the disks are looked at. */
export const DISK_EVERY_MS = 500;

export interface DiskRoomOptions {
  /** Folders whose disks must have room. */
  readonly folders: readonly string[];
  readonly bytesMin: number;
  readonly log: Log;
  readonly read?: (folder: string) => Promise<number>;
}

/** Bytes of a folder's disk that an account without privileges may still fill. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Whether there is room to write. A database whose disk is full does not refuse: it falls, and what it holds up with it; so
 * writing ends while there still is room to end it cleanly, and begins again by itself.
 */
export class DiskRoom {
  readonly #options: DiskRoomOptions;
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<void> | null = null;
  #isThere = true;

  private constructor(options: DiskRoomOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.look(), DISK_EVERY_MS).unref();
  }

  /** Looks once, then twice a second. */
  static async open(options: DiskRoomOptions): Promise<DiskRoom> {
    const room = new DiskRoom(options);
    await room.look();
    return room;
  }

  isThere(): boolean {
    return this.#isThere;
  }

  /** Looks now; a disk that takes long to say leaves what it said last. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const short = await shortOf(this.#options);
    if (this.#isThere !== (short === null)) {
      this.#options.log({ event: 'disk', message: short ?? 'there is room again: entries are recorded' });
    }
    this.#isThere = short === null;
  }
}

/** Throws ConfigurationError where there is no room to begin with. */
export async function requireRoom(options: Omit<DiskRoomOptions, 'log'>): Promise<void> {
  const short = await shortOf(options);
  if (short !== null) throw new ConfigurationError(short);
}

/** What is wrong, in words; null when there is room everywhere. What cannot be read counts as full. */
async function shortOf({
  folders,
  bytesMin,
  read = freeBytesOf,
}: Omit<DiskRoomOptions, 'log'>): Promise<string | null> {
  for (const folder of folders) {
    try {
      const free = await read(folder);
      if (!(free >= bytesMin))
        return `\`${folder}\` has ${free} bytes free, and ${bytesMin} must be: nothing is written until there are`;
    } catch (error) {
      return `the disk of \`${folder}\` cannot be read: ${String(error)}`;
    }
  }
  return null;
}
