import type { Permissive } from './label.js';
import type { LabelParts } from './read-label.js';

/** Prints the canonical text of a label from its parts. */
export function printLabel(label: LabelParts): string {
  const ranks = sorted([...label.ranks].map(([policy, rank]) => `${policy}:${rank}`));
  const controls = sorted(label.originatorControls.map(({ organisation, mode }) => `${organisation}:${mode}`));
  return [
    `l=${ranks.length === 0 ? '-' : ranks.join(',')}`,
    optionalSet(';c=', label.compartments),
    `;rel=${permissive(label.releasableTo)};nat=${permissive(label.nationals)};pur=${permissive(label.purposes)}`,
    optionalSet(';do=', label.displayOnly ?? []),
    optionalSet(';oc=', controls),
    optionalSet(';fgi=', label.foreignSources),
    label.tlp === null ? '' : `;tlp=${label.tlp}`,
  ].join('');
}

/** Prints values as a set of the handling grammar, in ASCII order. */
export function printSet(values: Iterable<string>): string {
  return sorted(values).join('+');
}

function permissive(values: Permissive): string {
  if (values === 'ANY') return '*';
  return values.size === 0 ? '-' : printSet(values);
}

function optionalSet(key: string, values: Iterable<string>): string {
  const text = printSet(values);
  return text === '' ? '' : key + text;
}

/** ASCII order, which for these texts is the order of UTF-16 units; never a locale's. */
function sorted(values: Iterable<string>): string[] {
  return [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
