import type { Measured } from './measure.js';

/** Prints measurements as a table, each beside the first. */
export function printTable(title: string, measured: readonly Measured[], values: string): string {
  const [first] = measured;
  if (first === undefined) throw new RangeError('nothing was measured');
  const lines = measured.map(({ name, medianMs, fastestMs, nanosecondsPerValue }) => {
    const ratio = nanosecondsPerValue / first.nanosecondsPerValue;
    return `| ${name} | ${digits(medianMs)} | ${digits(fastestMs)} | ${digits(nanosecondsPerValue)} | ${digits(ratio)} |`;
  });
  return [
    `### ${title}`,
    '',
    `${values}`,
    '',
    '| | ms, median | ms, fastest | ns a value | beside the first |',
    '|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

function digits(number: number): string {
  if (number >= 100) return String(Math.round(number));
  return number >= 10 ? number.toFixed(1) : number.toFixed(2);
}
