import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClientError } from '../../errors.js';
import { CurrentSnapshot } from '../../snapshot/current-snapshot.js';
import type { Snapshot } from '../../snapshot/snapshot.js';
import { type ToldSnapshot, tellSnapshot } from '../snapshot-teller.js';
import { SNAPSHOTS } from '../snapshot-wire.js';

/** Tells snapshots as compliance does, without a database behind it. */
export interface SnapshotServer extends AsyncDisposable {
  readonly url: string;
  replace(snapshot: Snapshot): void;
  /** From now on it says how long ago it knew; null for what it has always just known. */
  pretend(ageMs: number | null): void;
}

/** How a server of snapshots listens, and what else it answers. */
export interface SnapshotServing {
  /** Left out, a free one. */
  readonly port?: number;
  /** What is asked at other paths; left out, nothing is there. */
  readonly others?: RequestListener;
}

/** Serves snapshots on loopback. */
export async function tellSnapshots(
  first: Snapshot,
  key: Uint8Array,
  { port = 0, others = nothingThere }: SnapshotServing = {},
): Promise<SnapshotServer> {
  let age: number | null = null;
  const waiting = new Set<() => void>();
  class Told extends CurrentSnapshot {
    override lagMs(): number {
      return age ?? 0;
    }
  }
  const current = new Told();
  current.take(first);
  const told: ToldSnapshot = {
    current,
    changed: (waitMs, signal) =>
      new Promise((resolve) => {
        const over = (): void => {
          clearTimeout(late);
          waiting.delete(over);
          resolve();
        };
        const late = setTimeout(over, waitMs);
        signal.addEventListener('abort', over, { once: true });
        waiting.add(over);
      }),
  };
  const teller = tellSnapshot(told, key);
  const server = createServer((request, response) => {
    if (request.url !== SNAPSHOTS.path) return others(request, response);
    teller.answer(request, response).catch((error: unknown) => {
      response.writeHead(error instanceof ClientError ? error.status : 500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    replace(snapshot) {
      current.take(snapshot);
      for (const over of [...waiting]) over();
    },
    pretend(ageMs) {
      age = ageMs;
    },
    async [Symbol.asyncDispose]() {
      teller.beginClosing();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const nothingThere: RequestListener = (_, response) => void response.writeHead(404).end();
