import { describe, expect, it } from '@jest/globals';
import { ATTACKS, playRound } from '../testkit/quorum-round.js';

/** A soak sets this to 1000. */
const ROUNDS = Number(process.env.CHANCERY_MIRROR_ROUNDS ?? 40);

describe('an operator who is corrupt together with any one agency', () => {
  it.each(ATTACKS)(
    `is found within ten seconds when it tries %s (${ROUNDS} rounds)`,
    async (attack) => {
      for (let round = 0; round < Math.ceil(ROUNDS / ATTACKS.length); round += 1) {
        const { foundAfterMs, isBelieved, seed } = await playRound(attack, round);
        expect({ seed, isBelieved, isInTime: foundAfterMs !== null && foundAfterMs <= 10_000 }).toEqual({
          ...{ seed, isBelieved: false, isInTime: true },
        });
      }
    },
    60_000 + ROUNDS * 500,
  );
});
