import { type Label, type Permissive, TLP_COLOURS, type Tlp } from './label.js';
import { RELIDO, refusesRelido } from './relido.js';

/**
 * The order of the lattice: whether `high` limits at least as much as `low` in every respect, so that whoever may
 * read `high` may read `low`. Written without the join, so that each can test the other.
 */
export function lessOrEqual(low: Label, high: Label): boolean {
  return (
    [...low.ranks].every(([policy, rank]) => (high.ranks.get(policy) ?? -1) >= rank) &&
    isSubset(conditionsOf(low), conditionsOf(high)) &&
    relidoPlace(low) <= relidoPlace(high) &&
    isNarrower(high.releasableTo, low.releasableTo) &&
    isNarrower(viewersOf(high), viewersOf(low)) &&
    isNarrower(high.nationals, low.nationals) &&
    isNarrower(high.purposes, low.purposes) &&
    isSubset(controlsOf(low), controlsOf(high)) &&
    isSubset(low.foreignSources, high.foreignSources) &&
    colour(low.tlp) <= colour(high.tlp)
  );
}

function conditionsOf({ compartments }: Label): ReadonlySet<string> {
  return new Set([...compartments].filter((compartment) => compartment !== RELIDO));
}

/** A permission to release is lost on the way up: nothing said of it, given, refused. */
function relidoPlace(label: Label): number {
  if (refusesRelido(label)) return 2;
  return label.compartments.has(RELIDO) ? 1 : 0;
}

/** ANY is the whole set, and nobody the empty one: ANY is narrower than nothing but itself. */
function isNarrower(narrow: Permissive, wide: Permissive): boolean {
  if (wide === 'ANY') return true;
  return narrow !== 'ANY' && isSubset(narrow, wide);
}

/** Who may look: those it is released to, and those it is only shown to. */
function viewersOf({ releasableTo, displayOnly }: Label): Permissive {
  return releasableTo === 'ANY' ? 'ANY' : new Set([...releasableTo, ...(displayOnly ?? [])]);
}

function controlsOf({ originatorControls }: Label): ReadonlySet<string> {
  return new Set(originatorControls.map(({ organisation, mode }) => `${organisation}:${mode}`));
}

function isSubset(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((value) => all.has(value));
}

function colour(tlp: Tlp | null): number {
  return tlp === null ? -1 : TLP_COLOURS.indexOf(tlp);
}
