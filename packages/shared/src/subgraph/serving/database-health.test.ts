import { describe, expect, it } from '@jest/globals';
import { DatabaseHealth, HEALTH_MAX_MS } from './database-health.js';

describe('the health of a service’s database', () => {
  it('is good while it answers, and bad when it refuses', async () => {
    expect(await new DatabaseHealth({ query: async <T>() => [] as T }, []).answers()).toBe(true);
    expect(await new DatabaseHealth({ query: () => Promise.reject(new Error('gone')) }, []).answers()).toBe(false);
  });

  it('is bad in time when it says nothing, and it is not asked again meanwhile', async () => {
    let asked = 0;
    const query = <T>() => {
      asked += 1;
      return new Promise<T>(() => undefined);
    };
    const health = new DatabaseHealth({ query }, ['note']);
    const begun = performance.now();
    expect(await Promise.all([health.answers(), health.answers()])).toEqual([false, false]);
    expect(performance.now() - begun).toBeGreaterThan(HEALTH_MAX_MS - 50);
    expect(asked).toBe(1);
  });
});
