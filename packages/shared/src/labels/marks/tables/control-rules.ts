/** Controls that a rule means with everything below them; `ORCON-USGOV` is no kind of `ORCON`. */
const FAMILIES: ReadonlySet<string> = new Set(['RD', 'FRD']);

/** Whether a rule that names one control is about another: `RD-SIGMA-14` is `RD`. */
export function isMeant(rule: string, name: string): boolean {
  return name === rule || (FAMILIES.has(rule) && name.startsWith(`${rule}-`));
}

/** A table of rules as pairs. */
export function pairsOf(table: readonly (readonly [string, readonly string[]])[]): (readonly [string, string])[] {
  return table.flatMap(([one, others]) => others.map((other): [string, string] => [one, other]));
}

/** Controls of which the first takes the place of the others: both stand in no mark, and a roll-up keeps the first. */
export const PRECEDENCE: readonly (readonly [winner: string, losers: readonly string[]])[] = [
  ['RD', ['FRD', 'TFNI']],
  ['FRD', ['TFNI']],
  ['ORCON', ['ORCON-USGOV']],
  // H.8: FOUO is not conveyed beside another dissemination control but for those of foreign disclosure and release.
  ...['RSEN', 'IMCON', 'PROPIN', 'DSEN', 'FISA', 'LIMDIS', 'SBU', 'SBU-NF', 'LES', 'LES-NF', 'SSI'].map(
    (winner): [string, string[]] => [winner, ['FOUO']],
  ),
  ['NODIS', ['EXDIS', 'SBU', 'SBU-NF', 'FOUO']],
  ['EXDIS', ['SBU', 'SBU-NF', 'FOUO']],
  ['SBU-NF', ['SBU']],
  ['LES-NF', ['LES']],
];

/** Marks of release that exclude each other (H.8). */
export const EXCLUSIVE: readonly (readonly [string, readonly string[]])[] = [
  ...['NOFORN', 'SBU-NF', 'LES-NF'].map((noforn): [string, string[]] => [
    noforn,
    ['REL TO', 'RELIDO', 'DISPLAY ONLY', 'RELEASABLE TO', 'EYES ONLY'],
  ]),
  ['NOFORN', ['SBU-NF', 'LES-NF']],
  ['RELIDO', ['DISPLAY ONLY', 'ORCON', 'ORCON-USGOV', 'EYES ONLY', 'RELEASABLE TO']],
  ['EYES ONLY', ['REL TO', 'DISPLAY ONLY', 'RELEASABLE TO']],
  ['RELEASABLE TO', ['REL TO']],
];

/** What a control asks for beside it: one of the names. */
export const COMPANIONS: readonly (readonly [name: string, oneOf: readonly string[]])[] = [
  // H.6: always with NOFORN unless a sharing agreement was made under sections 123 and 144 of the Act.
  ['RD', ['NOFORN', 'REL TO']],
  ['FRD', ['NOFORN', 'REL TO']],
  ['EXDIS', ['NOFORN']],
  ['NODIS', ['NOFORN']],
];
