import { randomInt } from 'node:crypto';

const CAPACITY_MIN = 64;

/** Random, so that an integer does not tell when its handling was first used; at most twice as wide as the table is long, so that bit strings stay short. */
export function drawIds(texts: readonly string[], taken: Set<number>): Map<string, number> {
  const capacity = Math.max(CAPACITY_MIN, 2 ** Math.ceil(Math.log2(2 * (texts.length + taken.size + 1))));
  const drawn = new Map<string, number>();
  for (const text of texts) {
    let id = randomInt(capacity);
    while (taken.has(id)) id = randomInt(capacity);
    taken.add(id);
    drawn.set(text, id);
  }
  return drawn;
}
