import type { PastCompared, PastDifference, Turn } from './compare-past.js';

const TITLES: Readonly<Record<Turn, string>> = {
  OPENS: 'would have been opened',
  MAY_OPEN: 'may have been opened: no record was read, for the profile alone closed it',
  CLOSES: 'would have been closed',
  HIDES: 'would have been hidden, and was withheld',
  TELLS: 'would have been said to be withheld, and was hidden',
  OWES_OTHERWISE: 'would have been disclosed as it was, with other duties',
};

const rulesText = (rules: readonly string[]): string => rules.join('+') || 'nothing';

function lineOf({ agency, coordinate, before, after, requests, values, example }: PastDifference): string {
  const often = `${values} ${values === 1 ? 'value' : 'values'} in ${requests} ${requests === 1 ? 'request' : 'requests'}`;
  return `  ${agency}  ${coordinate}  ${often}  ${rulesText(before)} -> ${rulesText(after)}  first ${example}`;
}

/** Prints what another law would have made of the past, by agency, field and rules. */
export function printPast({ requests, lines, internal, notPossible, otherwise, differences }: PastCompared): string {
  const decided = lines - internal - notPossible;
  const head = [
    `${requests} requests, ${decided} decisions made again; ${notPossible} could not be, ${internal} were nobody's`,
    ...(otherwise === 0
      ? []
      : [`${otherwise} stand otherwise than the rules of that time decide them: taken as they stand`]),
  ];
  const turns = [...new Set(differences.map(({ turn }) => turn))];
  const parts = turns.map((turn) => [TITLES[turn], ...differences.filter((each) => each.turn === turn).map(lineOf)]);
  const rest = differences.length === 0 ? ['nothing of it would have been decided otherwise'] : [];
  return `${[...head, ...parts.flat(), ...rest].join('\n')}\n`;
}
