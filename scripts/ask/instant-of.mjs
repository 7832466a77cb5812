const DAY_MS = 86_400_000;
const UNITS = { m: 60_000, h: 3_600_000, d: DAY_MS };

/** An instant in words: `today`, `2h` ago, a day or a time, UTC. */
export function instantOf(text, now) {
  if (text === 'today') return now - (now % DAY_MS);
  const [, count, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  if (unit !== undefined) return now - Number(count) * UNITS[unit];
  const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) throw new Error(`\`${text}\` is no time`);
  return instant;
}
