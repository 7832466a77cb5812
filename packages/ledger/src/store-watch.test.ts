import { describe, expect, it } from '@jest/globals';
import { StoreWatch } from './store-watch.js';

describe('a store that is waited for', () => {
  it('is late long before its connection is cut, and no longer once it has answered', async () => {
    const watch = new StoreWatch(10_000);
    let ended = 0;
    let answer = (_: string): void => {};
    const session = {
      end: async () => {
        ended += 1;
      },
    };
    const waiting = watch.guard(session, new Promise<string>((resolve) => (answer = resolve)));
    expect(watch.isLate()).toBe(false);
    const begun = performance.now();
    while (!watch.isLate()) await new Promise((resolve) => setImmediate(resolve));
    expect(performance.now() - begun).toBeLessThan(1_000);

    answer('committed');
    expect(await waiting).toBe('committed');
    expect([watch.isLate(), ended]).toEqual([false, 0]);
  });

  it('has its connection cut at the deadline', async () => {
    const watch = new StoreWatch(20);
    const cut = new Promise<never>((_, reject) => {
      void watch
        .guard({ end: async () => reject(new Error('cut')) }, new Promise<never>(() => undefined))
        .catch(() => undefined);
    });
    await expect(cut).rejects.toThrow('cut');
  });
});
