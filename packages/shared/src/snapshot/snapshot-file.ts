import { type BigIntStats, readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Clock, Instant } from '../clock.js';
import { ConfigurationError, InternalError } from '../errors.js';
import type { Snapshot, SnapshotView } from './snapshot.js';
import { SnapshotReader } from './snapshot-reader.js';
import type { SnapshotSource } from './snapshot-source.js';
import { viewOf } from './snapshot-view.js';

export { publishSnapshot } from './publish-snapshot.js';

/** A snapshot in a file that is replaced by rename. */
export interface SnapshotFile extends SnapshotSource, AsyncDisposable {
  /** Looks at the file now, besides once a second; a failure leaves what is held, which then goes stale. */
  confirm(): Promise<void>;
}

interface Held {
  readonly snapshot: Snapshot;
  /** When a newer one took its place. */
  supersededAt: Instant | null;
}

const CONFIRM_EVERY_MS = 1000;
const STALE_AFTER_MS = 5000;
const KEPT = 4;

/**
 * Opens a snapshot file, and confirms every second that it still is the newest; one that cannot be confirmed any more is stale
 * after 5 s.
 */
export function openSnapshotFile(path: string, clock: Clock): SnapshotFile {
  let version = versionOf(statSync(path, { bigint: true }));
  const reader = new SnapshotReader();
  let held: readonly Held[] = [{ snapshot: readFrom(reader, path, readFileSync(path)), supersededAt: null }];
  let confirmedAt = clock();

  /** After a stall of the process or a step of the clock, in either direction, it is looked at again before it is called stale. */
  function isStale(now: Instant): boolean {
    if (Math.abs(now - confirmedAt) <= STALE_AFTER_MS) return false;
    if (!isUnchanged(path, version)) return true;
    confirmedAt = now;
    return false;
  }

  async function confirm(): Promise<void> {
    const startedAt = clock();
    try {
      const found = versionOf(await stat(path, { bigint: true }));
      if (found !== version) {
        held = succeed(held, readFrom(reader, path, await readFile(path)), startedAt);
        version = found;
      }
      confirmedAt = startedAt;
    } catch {
      // Unreadable, half-written or older than what is held: not confirmed, so it goes stale and closes.
    }
  }

  const timer = setInterval(() => void confirm(), CONFIRM_EVERY_MS).unref();
  return {
    confirm,
    view: (now) => viewOf(newest(held).snapshot, isStale(now)),
    at: (number, digest) => find(held, number, digest, clock(), isStale),
    [Symbol.asyncDispose]: async () => clearInterval(timer),
  };
}

function isUnchanged(path: string, version: string): boolean {
  try {
    return versionOf(statSync(path, { bigint: true })) === version;
  } catch {
    return false;
  }
}

function newest(held: readonly Held[]): Held {
  const [first] = held;
  if (first === undefined) throw new InternalError('INTERNAL', 'no snapshot is held');
  return first;
}

/** A number never goes back and never names two contents: an older file put in place would revive revoked acts. */
function succeed(held: readonly Held[], snapshot: Snapshot, now: Instant): readonly Held[] {
  const current = newest(held);
  if (snapshot.number === current.snapshot.number && snapshot.digest === current.snapshot.digest) return held;
  if (snapshot.number <= current.snapshot.number) {
    throw new ConfigurationError(`snapshot \`${snapshot.number}\` does not follow \`${current.snapshot.number}\``);
  }
  current.supersededAt = now;
  return [{ snapshot, supersededAt: null }, ...held].slice(0, KEPT);
}

/** A superseded snapshot serves the responses that were begun under it, as long as one may be old. */
function find(
  held: readonly Held[],
  number: number,
  digest: string,
  now: Instant,
  isStale: (now: Instant) => boolean,
): SnapshotView | null {
  const found = held.find(({ snapshot }) => snapshot.number === number && snapshot.digest === digest);
  if (found === undefined) return null;
  const isOutdated = found.supersededAt !== null && now - found.supersededAt > STALE_AFTER_MS;
  return viewOf(found.snapshot, isOutdated || isStale(now));
}

function versionOf({ ino, mtimeNs, size }: BigIntStats): string {
  return `${ino}:${mtimeNs}:${size}`;
}

function readFrom(reader: SnapshotReader, path: string, bytes: Buffer): Snapshot {
  try {
    return reader.read(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`\`${path}\`: ${reason}`, { cause: error });
  }
}
