import type { Rank } from '../label.js';
import type { Mark } from './mark.js';
import { controlNamed } from './tables/control-marks.js';
import { isMeant, PRECEDENCE, pairsOf } from './tables/control-rules.js';

/** Marks of release, which have rules of their own (D.2, table 3). */
const OF_RELEASE: ReadonlySet<string> = new Set(['NOFORN', 'RELIDO']);

/** What the banner of a page says of its portions' controls, but for release. */
export interface RolledControls {
  readonly controls: ReadonlySet<string>;
  /** True where a control that the banner drops leaves NOFORN behind. */
  readonly leavesNoforn: boolean;
}

/** Every control of the portions, less what yields to another and what a classified banner does not say (H.6, H.8, H.9). */
export function rollUpControls(portions: readonly Mark[], rank: Rank): RolledControls {
  const all = new Set(portions.flatMap(({ controls }) => [...controls]).filter((name) => !OF_RELEASE.has(name)));
  const dropped = rank === 0 ? [] : [...all].filter(isUnclassifiedOnly);
  const kept = [...all].filter((name) => !dropped.includes(name));
  const settled = new Set(settlePrecedence(mergeSigmas(kept)));
  // H.9: in a classified banner LES NOFORN is LES, and NOFORN among the controls of release.
  const saysNoforn = rank > 0 && settled.delete('LES-NF');
  if (saysNoforn) settled.add('LES');
  return { controls: settled, leavesNoforn: saysNoforn || dropped.some((name) => LEAVES_NOFORN.has(name)) };
}

/** H.6: unclassified controlled nuclear information, and H.9: SBU NOFORN. */
const LEAVES_NOFORN: ReadonlySet<string> = new Set(['DCNI', 'UCNI', 'SBU-NF']);

function isUnclassifiedOnly(name: string): boolean {
  return controlNamed(name)?.levels[1] === 0;
}

/** H.6: where RD and FRD meet, every SIGMA is listed with RD. */
function mergeSigmas(names: readonly string[]): string[] {
  if (!names.some((name) => isMeant('RD', name))) return [...names];
  return names.map((name) => name.replace(/^FRD-SIGMA-/, 'RD-SIGMA-'));
}

/** The same names without those that yield to another of them, and without what a subset of it says already. */
export function settlePrecedence(names: readonly string[]): string[] {
  const yielding = pairsOf(PRECEDENCE).filter(([winner]) => names.some((name) => isMeant(winner, name)));
  const left = names.filter((name) => !yielding.some(([, loser]) => isMeant(loser, name)));
  return left.filter((name) => !left.some((other) => other !== name && isMeant(name, other)));
}
