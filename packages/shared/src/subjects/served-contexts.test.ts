import { describe, expect, it } from '@jest/globals';
import { ServedContexts } from './served-contexts.js';

const NOW = 1_790_000_001_000;
const endOf = (now: number) => Math.floor(now / 1000) + 5;

describe('contexts that have served', () => {
  it('serve no second time as long as they are valid', () => {
    const served = new ServedContexts();
    served.serve({ jti: 'a', exp: endOf(NOW) }, NOW);

    expect(() => served.serve({ jti: 'a', exp: endOf(NOW) }, NOW + 4999)).toThrow('has served');
    expect(() => served.serve({ jti: 'a', exp: endOf(NOW) + 1 }, NOW + 1)).toThrow('has served');
    served.serve({ jti: 'b', exp: endOf(NOW) }, NOW);
  });

  it('are forgotten when they end, so that the memory is of the last seconds alone', () => {
    const served = new ServedContexts();
    for (let index = 0; index < 60_000; index += 1) {
      const now = NOW + index;
      served.serve({ jti: String(index), exp: endOf(now) }, now);
    }

    expect(served.size).toBeLessThanOrEqual(6000);
    expect(served.size).toBeGreaterThanOrEqual(4000);
  });

  it('let no other serve when there are too many to remember, until some have ended', () => {
    const served = new ServedContexts(2);
    served.serve({ jti: 'a', exp: endOf(NOW) }, NOW);
    served.serve({ jti: 'b', exp: endOf(NOW) }, NOW);

    expect(() => served.serve({ jti: 'c', exp: endOf(NOW) }, NOW)).toThrow('too many');
    served.serve({ jti: 'c', exp: endOf(NOW + 5000) }, NOW + 5000);
  });
});
