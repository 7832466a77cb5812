/** What `fast-check` is to a test that is hunted: each property begins at the seed of the hunt, whatever its own, and runs more often. */
import fc from 'fast-check';
import { HUNT } from './chance.mjs';

/** A property of a thousand runs is cut here, and one of a database too; what it found until then counts. */
const PROPERTY_MS_MAX = 60_000;
const RUNS = 100;

export * from 'fast-check';
export default {
  ...fc,
  assert: (property, parameters = {}) => fc.assert(property, hunted(parameters)),
  sample: (values, parameters) =>
    fc.sample(values, typeof parameters === 'number' ? parameters : { ...parameters, seed: HUNT.seed }),
};

function hunted(parameters) {
  const { seed, times, path } = HUNT;
  return {
    ...parameters,
    seed,
    numRuns: Math.ceil((parameters.numRuns ?? RUNS) * times),
    interruptAfterTimeLimit: PROPERTY_MS_MAX,
    ...(path === undefined ? {} : { path }),
  };
}
