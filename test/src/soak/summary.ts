import type { Round } from './round.js';

/** Rounds of one fault, added up. */
export interface SummaryRow {
  readonly fault: string;
  readonly rounds: number;
  readonly tried: number;
  readonly whole: number;
  readonly partial: number;
  readonly refused: number;
  readonly cut: number;
  readonly lost: number;
  readonly wrong: number;
  readonly wholeAfterMs: readonly number[];
  readonly byHand: number;
  /** Never whole again, or a ledger that is not. */
  readonly broken: number;
}

const COLUMNS = [
  ...['fault', 'rounds', 'tried', 'whole', 'in part, saying so', 'refused', 'cut off', 'lost', 'wrong'],
  ...['whole again after, median', 'worst', 'by hand', 'broken'],
];

/** One row for each fault, and one for all. */
export function summarize(rounds: readonly Round[]): readonly SummaryRow[] {
  const faults = [...new Set(rounds.map(({ fault }) => fault))];
  const rows = faults.map((fault) =>
    rowOf(
      fault,
      rounds.filter((round) => round.fault === fault),
    ),
  );
  return [...rows, rowOf('all', rounds)];
}

function rowOf(fault: string, rounds: readonly Round[]): SummaryRow {
  const sum = (count: (round: Round) => number): number => rounds.reduce((total, round) => total + count(round), 0);
  return {
    fault,
    rounds: rounds.length,
    tried: sum(({ tally }) => tally.tried),
    whole: sum(({ tally }) => tally.kinds.whole),
    partial: sum(({ tally }) => tally.kinds.partial),
    refused: sum(({ tally }) => tally.kinds.refused),
    cut: sum(({ tally }) => tally.kinds.cut),
    lost: sum(({ lost }) => lost.length),
    wrong: sum(({ tally }) => tally.kinds.wrong),
    wholeAfterMs: rounds.flatMap(({ wholeAfterMs }) => wholeAfterMs ?? []).sort((a, b) => a - b),
    byHand: sum(({ byHand }) => (byHand ? 1 : 0)),
    broken: sum(({ wholeAfterMs, ledger }) => (wholeAfterMs === null || ledger !== null ? 1 : 0)),
  };
}

/** Whether nothing was lost, nothing wrong, nothing left broken, and something was asked at all. */
export function isClean(rounds: readonly Round[]): boolean {
  const { tried, lost, wrong, broken } = rowOf('all', rounds);
  return tried > 0 && lost + wrong + broken === 0;
}

export function printSummary(rows: readonly SummaryRow[]): string {
  const lines = rows.map((row) => {
    const times = row.wholeAfterMs;
    const [median, worst] = [times[times.length >> 1], times.at(-1)];
    const { rounds, tried, whole, partial, refused, cut, lost, wrong, byHand, broken } = row;
    const counts = [rounds, tried, whole, partial, refused, cut, lost, wrong];
    return [row.fault, ...counts, seconds(median), seconds(worst), byHand, broken];
  });
  return [COLUMNS, COLUMNS.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export const seconds = (ms: number | null | undefined): string =>
  ms === null || ms === undefined ? 'never' : `${(ms / 1_000).toFixed(1)} s`;

/** One round as it ends. */
export function printRound({ fault, tally, lost, wholeAfterMs, byHand, ledger }: Round): string {
  const { whole, partial, refused, cut, wrong } = tally.kinds;
  const codes = [...tally.codes].map(([code, count]) => `${count} ${code}`).join(', ');
  return [
    `${fault}: ${tally.tried} tried, ${whole} whole, ${partial} in part, ${refused} refused, ${cut} cut off`,
    `${lost.length} lost, ${wrong} wrong; whole again after ${seconds(wholeAfterMs)}${byHand ? ', begun again by hand' : ''}`,
    ...(codes === '' ? [] : [`told: ${codes}`]),
    ...(ledger === null ? [] : [ledger]),
  ].join('\n  ');
}
