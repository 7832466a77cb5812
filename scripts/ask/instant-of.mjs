import { spokenInstant } from '../../packages/shared/dist/written-instant.js';

/** An instant in words: `today`, `2h` ago, a day or a time, UTC. */
export function instantOf(text, now) {
  const instant = spokenInstant(text, now);
  if (instant === null) throw new Error(`\`${text}\` is no time`);
  return instant;
}
