import { existsSync, readFileSync } from 'node:fs';
import { InternalError } from '@chancery/shared/errors';
import type { Log } from '@chancery/shared/log';
import { replaceFile } from '@chancery/shared/replace-file';
import { z } from 'zod';
import { continues, type Edge, parseEdge, printPeaks } from './tree.js';

/** Remembers the last head outside the database: one that was put back to an older state is then seen at once. */
export interface HeadKeeper {
  /** Throws AUDIT_UNAVAILABLE when the head that is found is older than the kept one, or cannot have grown from it. */
  assertContinues(found: Edge): void;
  /** Keeps a head; never throws, and never makes an acknowledgement wait. */
  keep(edge: Edge): void;
  /** Settles once the last head is on the disk. */
  settled(): Promise<void>;
}

const shape = z.strictObject({ v: z.literal(1), log: z.int(), size: z.int().nonnegative(), peaks: z.string() });

/** The head that a file keeps; null when there is no file. */
export function readKeptHead(file: string): Edge | null {
  if (!existsSync(file)) return null;
  const { size, peaks } = shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  return parseEdge(size, Buffer.from(peaks, 'hex'));
}

/** Keeps the head of a log in a file, which is replaced as a whole. */
export function keepHeadIn(file: string, logId: number, log: Log = () => {}): HeadKeeper {
  let waiting: Edge | null = null;
  let writing: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    const edge = waiting;
    waiting = null;
    if (edge === null) return;
    try {
      await replaceFile(
        file,
        `${JSON.stringify({ v: 1, log: logId, size: edge.size, peaks: printPeaks(edge).toString('hex') })}\n`,
      );
    } catch (error) {
      log({ event: 'ledger', message: `the head could not be kept in \`${file}\`: ${String(error)}` });
    }
  };
  const run = async (): Promise<void> => {
    while (waiting !== null) await write();
    writing = null;
  };
  return {
    assertContinues: (found) => assertContinues(readKeptHead(file), found, file, logId),
    keep(edge) {
      waiting = edge;
      writing ??= run();
    },
    settled: async () => {
      while (writing !== null) await writing;
    },
  };
}

function assertContinues(kept: Edge | null, found: Edge, file: string, logId: number): void {
  if (kept === null || continues(kept, found)) return;
  const what = found.size < kept.size ? `${found.size}` : 'others';
  throw new InternalError(
    'AUDIT_UNAVAILABLE',
    `log ${logId} held ${kept.size} entries when its head was last kept in \`${file}\`, and the database holds ${what}: ` +
      'it was put back to an older state. Bring the newer one back; to go on with the older one, whose later receipts are then lost, remove that file',
  );
}
