/** What `fast-check` is to a test that is hunted: each property begins at the seed of the hunt, whatever its own, and runs more often. */
import fc from 'fast-check';
import { HUNT } from './chance.mjs';

/** After as long, no further case of a property is tried: each seed is to come to all of them. */
const PROPERTY_MS_MAX = 60_000;
const RUNS = 100;

export * from 'fast-check';
export default {
  ...fc,
  assert: (property, parameters = {}) => fc.assert(within(property), hunted(parameters)),
  sample: (values, parameters) =>
    fc.sample(values, typeof parameters === 'number' ? parameters : { ...parameters, seed: HUNT.seed }),
};

function hunted(parameters) {
  const { seed, times, path } = HUNT;
  return {
    ...parameters,
    seed,
    numRuns: Math.ceil((parameters.numRuns ?? RUNS) * times),
    ...(path === undefined ? {} : { path }),
  };
}

/** A case that has begun is never cut: what it asks would still be under way when the next test asks the same servers. */
function within(property) {
  const until = performance.now() + PROPERTY_MS_MAX;
  const run = property.run.bind(property);
  property.run = (...drawn) => (performance.now() < until ? run(...drawn) : null);
  return property;
}
