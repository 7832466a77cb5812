import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
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

/** What a set may hold while it has no whole backup yet: a first one that was broken off, on a disk of its own. */
const OF_A_SET = /^(?:wal|unfinished-base-\w+|lost\+found)$/;
const OF_THE_LOG = /^[0-9A-F]{8}(?:[0-9A-F]{16})?(?:\.(?:history|partial|[0-9A-F]{8}\.backup))?$/;

/**
 * Refuses a folder that is no set of the cluster in `data`: of another system's set the older backups would be removed, and its
 * segments bear the same names as ours; of any other folder the parts would lie among what is not ours.
 */
export function refuseForeignSet(set: BackupSet, data: string): void {
  const base = basesOf(set).at(-1);
  if (base !== undefined) {
    if (systemOf(join(base.folder, 'cluster')) === systemOf(data)) return;
    throw new ConfigurationError(`\`${set.folder}\` holds backups of another database: each has a folder of its own`);
  }
  const inWal = existsSync(set.wal) ? readdirSync(set.wal).filter((name) => !OF_THE_LOG.test(name)) : [];
  const [stranger] = [...readdirSync(set.folder).filter((name) => !OF_A_SET.test(name)), ...inWal];
  if (stranger === undefined) return;
  throw new ConfigurationError(
    `\`${set.folder}\` holds \`${stranger}\`, which is of no backup: choose a folder of its own`,
  );
}

/** The number that a cluster was given when it was made, and keeps in every copy (the first field of PostgreSQL's `pg_control`). */
function systemOf(data: string): bigint {
  const file = openSync(join(data, 'global', 'pg_control'), 'r');
  try {
    const first = Buffer.alloc(8);
    readSync(file, first, 0, first.length, 0);
    return first.readBigUInt64LE();
  } finally {
    closeSync(file);
  }
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
