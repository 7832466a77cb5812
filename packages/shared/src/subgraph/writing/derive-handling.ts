import { internHandling, internLabel } from '../../labels/intern.js';
import { joinHandlings, joinLabels } from '../../labels/join-labels.js';
import type { Handling, Label } from '../../labels/label.js';
import { parseHandling } from '../../labels/parse-handling.js';
import type { Subject } from '../../subjects/subject.js';

/** What is known of a record that somebody makes, before it is labelled. */
export interface RecordOrigin {
  /** Its maker, from the token: never from input. */
  readonly maker: Pick<Subject, 'agency' | 'represents'>;
  /** Register keys of the posts that it concerns. */
  readonly missions: readonly string[];
  readonly synthetic: boolean;
  /** Other States that it is addressed to. */
  readonly addressees?: readonly string[];
  /** What kind of record it is. */
  readonly tags?: readonly string[];
}

/**
 * The handling of a new record: its floor, which is the maker's own State, whom it is addressed to and nobody else, joined with that
 * of every record that it comes from. It can be lowered by nobody who writes; wider release is an act, or a regrade.
 */
export function deriveHandling(
  { maker, missions, synthetic, addressees = [], tags = [] }: RecordOrigin,
  sources: readonly Handling[],
): Handling {
  const { represents, agency } = maker;
  const concerned = missions.length === 0 ? '' : `;m=${[...missions].sort().join('+')}`;
  const readers = [...new Set([represents, ...addressees])].sort().join('+');
  const kinds = [...new Set([...tags, ...(synthetic ? ['synthetic'] : [])])].sort();
  const tagged = kinds.length === 0 ? '' : `;t=${kinds.join('+')}`;
  const floor = parseHandling(`l=${represents}:0;rel=${readers};nat=*;pur=*;own=${agency}${concerned}${tagged}`);
  return withoutClear(sources.map(ofEveryPart).reduce(joinHandlings, floor));
}

/** The handling of a record that is changed: what it was, joined with that of all that the change comes from. It is never lowered. */
export function raiseHandling(held: Handling, sources: readonly Handling[]): Handling {
  const raised = sources.map(ofEveryPart).reduce(joinHandlings, held);
  return held.label.tlp === null ? withoutClear(raised) : raised;
}

/** From which part of a source something was taken nobody can say: a tearline there must not mark what came from beside it. */
function ofEveryPart(handling: Handling): Handling {
  return internHandling({ label: labelOfEveryPart(handling), portions: NO_PORTIONS, record: handling.record });
}

/** The label of something that may come from any part of a record. */
export function labelOfEveryPart({ label, portions }: Handling): Label {
  return [...portions.values()].reduce(joinLabels, label);
}

/** TLP:CLEAR limits nothing, so nothing is lost without it. */
export function unclear(label: Label): Label {
  return label.tlp === 'CLEAR' ? internLabel({ ...label, tlp: null }) : label;
}

const NO_PORTIONS: Handling['portions'] = new Map();

/** TLP:CLEAR says that nothing limits it, which of a record that is kept to a State is not so, wherever it comes from. */
function withoutClear(handling: Handling): Handling {
  return internHandling({ ...handling, label: unclear(handling.label) });
}
