import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../../errors.js';

/** What is known of one base backup of a set; written last, so that one that was broken off is none. */
const baseShape = z.strictObject({
  v: z.literal(1),
  /** When the copy was whole; it cannot be restored to an earlier time. */
  wholeAt: z.iso.datetime(),
  /** Name of the point in the log to which it is restored unless a time is given. */
  restorePoint: z.string().regex(/^[\w-]+$/),
  /** The first segment that its recovery needs. */
  firstSegment: z.string().regex(/^[0-9A-F]{24}$/),
  /** The last segment that was kept when it was taken. */
  lastSegment: z.string().regex(/^[0-9A-F]{24}$/),
});

/** One base backup of a set. */
export interface BaseBackup extends z.infer<typeof baseShape> {
  readonly folder: string;
}

/** Where the parts of a set of backups are. */
export interface BackupSet {
  readonly folder: string;
  /** Kept segments of the write-ahead log. */
  readonly wal: string;
}

/** The parts of a set of backups in a folder. */
export const backupSetIn = (folder: string): BackupSet => ({ folder, wal: join(folder, 'wal') });

/** Base backups that are whole, oldest first. */
export function basesOf({ folder }: BackupSet): BaseBackup[] {
  if (!existsSync(folder)) throw new ConfigurationError(`there is no backup in \`${folder}\``);
  return readdirSync(folder)
    .filter((name) => name.startsWith('base-') && existsSync(join(folder, name, 'backup.json')))
    .sort()
    .map((name) => ({
      ...baseShape.parse(JSON.parse(readFileSync(join(folder, name, 'backup.json'), 'utf8'))),
      folder: join(folder, name),
    }));
}

/** The base to recover from: the newest, or the newest that was whole at a time. */
export function chooseBase(set: BackupSet, time: Date | null): BaseBackup {
  const bases = basesOf(set).filter(({ wholeAt }) => time === null || Date.parse(wholeAt) <= time.getTime());
  const base = bases.at(-1);
  if (base !== undefined) return base;
  const why = time === null ? 'holds no whole backup' : `holds no backup that was whole at ${time.toISOString()}`;
  throw new ConfigurationError(`\`${set.folder}\` ${why}`);
}

/** Segments that are kept, oldest first. */
export function keptSegments({ wal }: BackupSet): string[] {
  return readdirSync(wal)
    .filter((name) => /^[0-9A-F]{24}$/.test(name))
    .sort();
}

/** The first segment that is missing between two of one timeline; null when all are there. */
export function missingSegment(kept: readonly string[], first: string, last: string): string | null {
  const there = new Set(kept);
  for (let segment = first; segment <= last; segment = nextSegment(segment)) {
    if (!there.has(segment)) return segment;
  }
  return null;
}

/** Timeline, then the number of the log file of 4 GB, then one of its 256 segments of 16 MB. */
function nextSegment(segment: string): string {
  const timeline = segment.slice(0, 8);
  const number = BigInt(`0x${segment.slice(8, 16)}`) * 256n + BigInt(`0x${segment.slice(16)}`) + 1n;
  const hex = (value: bigint) => value.toString(16).toUpperCase().padStart(8, '0');
  return timeline + hex(number / 256n) + hex(number % 256n);
}
