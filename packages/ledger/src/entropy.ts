import { randomFillSync } from 'node:crypto';

/** Gives that many random bytes; injected, so that a test can repeat an entry. */
export type Entropy = (size: number) => Buffer;

const POOL_BYTES = 8_192;

/** The system's random bytes, drawn in pools: a call for each receipt and salt would cost more than the entry's hash. */
export function createEntropy(): Entropy {
  const pool = Buffer.alloc(POOL_BYTES);
  let used = POOL_BYTES;
  return (size) => {
    if (used + size > POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    const bytes = Buffer.from(pool.subarray(used, used + size));
    // What was given out must not stay readable in memory: salts guard what was erased.
    pool.fill(0, used, used + size);
    used += size;
    return bytes;
  };
}
