/** Something that is timed, and how many values one run of it decides. */
export interface Contestant {
  readonly name: string;
  readonly values: number;
  /** One run; what it returns is kept, so that nothing is optimised away. */
  run(): unknown;
}

/** What alternating rounds found of one contestant. */
export interface Measured {
  readonly name: string;
  readonly medianMs: number;
  readonly fastestMs: number;
  readonly nanosecondsPerValue: number;
}

let kept: unknown;

/** Runs the contestants in turn, so that what else the machine does falls on all alike, and takes medians. */
export async function measureInTurn(contestants: readonly Contestant[], rounds: number): Promise<readonly Measured[]> {
  const times = new Map(contestants.map(({ name }): [string, number[]] => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, run } of contestants) {
      const start = performance.now();
      kept = await run();
      // The round before the first warms up.
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  if (kept === undefined) throw new RangeError('a run returned nothing');
  return contestants.map(({ name, values }) => {
    const all = times.get(name) ?? [];
    const medianMs = median(all);
    return { name, medianMs, fastestMs: Math.min(...all), nanosecondsPerValue: (medianMs * 1e6) / values };
  });
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) throw new RangeError('no numbers');
  return middle;
}
