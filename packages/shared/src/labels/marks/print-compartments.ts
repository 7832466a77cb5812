import { NAME_JOINT } from './tables/control-systems.js';

/** What stands below a system or programme: compartments with their sub-compartments. */
type Below = Map<string, Set<string>>;

/**
 * Prints paths as the register writes them, each system once: `SI-G-ABCD`, `SI-G` and `SI-XYZ` are `SI-G ABCD-XYZ`.
 * A path that another one continues is said by it. Programmes lose their common prefix.
 */
export function printCompartments(paths: readonly string[]): string[] {
  const systems = new Map<string, Below>();
  for (const path of [...paths].sort()) {
    const [system = '', compartment, sub] = partsOf(path);
    const below: Below = systems.get(system) ?? new Map();
    systems.set(system, below);
    if (compartment === undefined) continue;
    const subs = below.get(compartment) ?? new Set();
    below.set(compartment, subs);
    if (sub !== undefined) subs.add(sub);
  }
  return [...systems].sort(([a], [b]) => (a < b ? -1 : 1)).map(([system, below]) => printSystem(system, below));
}

function partsOf(path: string): string[] {
  return path.replace(/^SAR-/, '').split('-');
}

function printSystem(system: string, below: Below): string {
  const compartments = [...below]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([compartment, subs]) => [compartment, ...[...subs].sort()].join(' '));
  const name = system.replaceAll(NAME_JOINT, ' ');
  return [name, ...compartments].join('-');
}
