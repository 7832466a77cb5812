import type { CheckpointMemory } from '../kept-checkpoints.js';
import type { CopyStore } from '../mirror/copy-store.js';

/** What a witness remembers, without a disk. */
export function rememberCheckpoints(): CheckpointMemory {
  const latest = new Map<string, string>();
  const contradictions = new Map<string, string>();
  return {
    latest: (origin) => latest.get(origin) ?? null,
    keep: async (origin, note) => void latest.set(origin, note),
    keepContradiction: async (origin, cosigned, submitted) => {
      if (!contradictions.has(origin)) contradictions.set(origin, `${cosigned}\n----\n\n${submitted}`);
      return origin;
    },
    contradiction: (origin) => (contradictions.has(origin) ? origin : null),
  };
}

/** The copy of a log, without a disk. */
export function copyInMemory(files: Map<string, Buffer> = new Map()): CopyStore {
  return {
    read: (path) => files.get(path) ?? null,
    put: async (path, bytes) => void files.set(path, Buffer.from(bytes)),
    remove: async (path) => void files.delete(path),
  };
}
