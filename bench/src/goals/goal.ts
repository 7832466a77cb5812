/** What is aimed at, and what was measured. */
export interface Goal {
  readonly what: string;
  readonly measured: number;
  /** As good as is promised, and as is hoped for; null where nothing more is hoped for. */
  readonly promised: number;
  readonly hoped: number | null;
  /** Whether less is better. */
  readonly isLess: boolean;
}

const digits = (value: number): string => {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
};

/** Whether it is what was promised. */
export const isMet = ({ measured, promised, isLess }: Goal): boolean =>
  isLess ? measured <= promised : measured >= promised;

/** The goals as a table. */
export function printGoals(goals: readonly Goal[]): string {
  const lines = goals.map((goal) => {
    const { what, measured, promised, hoped } = goal;
    const cells = [
      what,
      digits(measured),
      digits(promised),
      hoped === null ? '' : digits(hoped),
      isMet(goal) ? 'yes' : 'no',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| | measured | promised | hoped for | met |', '|---|---|---|---|---|', ...lines, ''].join('\n');
}
