import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPolicyEngine } from '../engine.js';
import { alikeValues } from '../testkit/alike-values.js';
import { seededSource } from '../testkit/random.js';

const engine = createPolicyEngine();
/** A case, or past them a varied one. */
const request = fc.nat({ max: 400 });

describe('a record that concerns several posts', () => {
  it('is barred by whatever bars it in respect of one of them: that it concerns another too opens nothing of that', () => {
    let open = 0;
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 }), request, request, (law, one, other) => {
        const [evaluations, values] = alikeValues(seededSource(law), one, other);
        for (const { profile, view, now } of evaluations) {
          const decider = engine.open(profile, view, now);
          for (const { category, handling } of values) {
            const { missions } = handling.record;
            if (missions.length < 2 || decider.decide(category, handling, 'read').effect !== 'allow') continue;
            open += 1;
            for (const mission of missions) {
              const alone = parseHandling(handling.text.replace(/;m=[^;!]+/, `;m=${mission}`));
              // A basis at one post is one: what is known of both is told to whoever may know it of either.
              expect([null, 'BASIS_MISSING']).toContain(decider.decide(category, alone, 'read').code);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(open).toBeGreaterThan(300);
  });
});
