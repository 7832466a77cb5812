import { describe, expect, it } from '@jest/globals';
import { roomOf } from './unread.js';

/** A connection whose client takes what it is sent when a test says so. */
function connection(bytes: number) {
  const listeners = new Set<() => void>();
  return {
    listeners,
    owed: bytes,
    take(): void {
      this.owed = 0;
      for (const listener of [...listeners]) listener();
    },
    bytesOwed(): number {
      return this.owed;
    },
    whenTaken(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const limits = { unsentBytesMax: 10, unreadMaxMs: 20 };

describe('room for another event', () => {
  const roomFor = (held: ReturnType<typeof connection>) =>
    roomOf({ bytesOwed: () => held.bytesOwed(), whenTaken: (listener) => held.whenTaken(listener) }, limits);

  it('is there at once for who has taken what it was sent', async () => {
    expect(await roomFor(connection(10))).toBe(true);
  });

  it('is there when what was sent has been taken', async () => {
    const held = connection(11);
    const room = roomFor(held);
    held.take();
    expect(await room).toBe(true);
  });

  it('is not there for who takes nothing in time, and then nothing waits for it', async () => {
    const held = connection(11);
    expect(await roomFor(held)).toBe(false);
    expect(held.listeners.size).toBe(0);
  });
});
