import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, Instant } from '@chancery/shared/clock';
import { ClientError, HeaderError } from '@chancery/shared/errors';
import type { SnapshotSource } from '@chancery/shared/snapshot/snapshot-source';
import { SNAPSHOT_WAIT } from '../limit/limits.js';
import { type GatewayRequest, singleValue } from '../receive/request.js';

const HEADER = 'Chancery-Snapshot-At-Least';

/** What a snapshot is waited for with. */
export interface AwaitingSnapshot {
  readonly clock: Clock;
  readonly snapshots: SnapshotSource;
}

/**
 * The moment of a request that must know of all facts and acts up to a number: now, or as soon as they are here and known to be
 * current, within a bound. Throws INPUT_INVALID or SNAPSHOT_NOT_REACHED.
 */
export async function momentWith(
  { snapshotAtLeast, signal }: Pick<GatewayRequest, 'snapshotAtLeast' | 'signal'>,
  now: Instant,
  { clock, snapshots }: AwaitingSnapshot,
): Promise<Instant> {
  if (snapshots.settle && snapshots.view(now).stale) await snapshots.settle();
  const asked = singleValue(HEADER, snapshotAtLeast);
  if (asked === undefined) return now;
  const number = parseNumber(asked);
  for (let at = now; ; at = clock()) {
    const { snapshot, stale } = snapshots.view(at);
    if (snapshot.number >= number && !stale) return at;
    if (at - now >= SNAPSHOT_WAIT.mostMs || signal.aborted) {
      throw new ClientError(
        'SNAPSHOT_NOT_REACHED',
        `snapshot \`${number}\` is not here, or not known to be current`,
        HEADER,
      );
    }
    await pause(SNAPSHOT_WAIT.everyMs);
  }
}

function parseNumber(text: string): number {
  if (!/^[0-9]{1,15}$/.test(text)) throw new HeaderError(HEADER, 'the number of a snapshot is asked for');
  return Number(text);
}
