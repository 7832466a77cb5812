import { median } from '../measure.js';
import type { Burst } from './burst.js';
import type { Results, Round } from './rounds.js';

const digits = (value: number): string => {
  if (Number.isNaN(value)) return '-';
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
};

interface Summary {
  readonly median: number;
  readonly least: number;
}

function summary(rounds: readonly Round[] | undefined, of: (round: Round) => number): Summary | null {
  if (rounds === undefined || rounds.length === 0) return null;
  const values = rounds.map(of);
  return { median: median(values), least: Math.min(...values) };
}

/** Names of the two that others are measured by. */
export interface Yardsticks {
  readonly floor: string;
  readonly apollo: string;
}

/** A query's table: processor time a request, and its ratio to the floor's and to Apollo's, by medians and by the fastest rounds. */
export function printRounds(title: string, { rounds, bad }: Results, { floor, apollo }: Yardsticks): string {
  const cpu = (name: string) => summary(rounds.get(name), ({ cpuMs }) => cpuMs);
  const beside = (own: Summary, other: Summary | null, isLess: boolean): string => {
    if (other === null) return '-';
    const ratio = (one: number, two: number) => digits(isLess ? two / one : one / two);
    return `${ratio(own.median, other.median)} / ${ratio(own.least, other.least)}`;
  };
  const lines = [...rounds].flatMap(([name, measured]) => {
    const own = cpu(name);
    if (own === null) return [];
    const middle = (of: (round: Round) => number) => digits(summary(measured, of)?.median ?? Number.NaN);
    const cells = [
      name,
      `${digits(own.median)} (${digits(own.least)})`,
      beside(own, cpu(floor), false),
      beside(own, cpu(apollo), true),
      middle(({ helperCpuMs }) => helperCpuMs),
      middle(({ calls }) => calls),
      middle(({ perSecond }) => perSecond),
      `${middle(({ p50 }) => p50)} / ${middle(({ p99 }) => p99)}`,
      middle(({ residentBytes }) => residentBytes / 2 ** 20),
      `${bad.get(name) ?? 0}`,
    ];
    return [`| ${cells.join(' | ')} |`];
  });
  return [
    `### ${title}`,
    '',
    '| gateway | CPU ms a request, median (least) | times the floor | times less than Apollo | database, CPU ms | calls | requests/s | p50 / p99 ms | MiB | bad |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

/** The table of the burst. */
export function printBursts(title: string, bursts: readonly Burst[]): string {
  const lines = bursts.map(({ name, right, refused, partial, wrong, lost, perSecond, p50, p99 }) => {
    const counts = [right, refused, partial, wrong, lost].join(' | ');
    return `| ${name} | ${counts} | ${digits(perSecond)} | ${digits(p50)} / ${digits(p99)} |`;
  });
  return [
    `### ${title}`,
    '',
    '| gateway | right | refused, said so | partial, said so | **wrong** | lost | answers/s | p50 / p99 ms |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}
