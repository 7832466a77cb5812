import { joinLabels } from '@chancery/shared/labels/join-labels';
import type { Label } from '@chancery/shared/labels/label';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

/** A change of a record's label, as somebody asks for it. */
export interface Regrade {
  readonly before: Label;
  readonly after: Label;
  /** The agency that asks, and the agency that made the record. */
  readonly by: string;
  readonly originator: string;
  /** Prior consents of the originator to this change; null when there is none, or when it is UNKNOWN whether there is. */
  readonly consent: { readonly written: boolean } | null;
}

/** The rule that reserves a change to the originator, in the order in which it is cited. */
const RESERVED: readonly {
  readonly rule: string;
  readonly asksWriting: boolean;
  readonly holds: (label: Label) => boolean;
}[] = [
  { rule: 'EU-3', asksWriting: true, holds: ({ ranks }) => (ranks.get('EU') ?? 0) > 0 },
  { rule: 'NATO-CM49', asksWriting: false, holds: ({ ranks }) => (ranks.get('NATO') ?? 0) > 0 },
  {
    rule: 'GSA-ATFR',
    asksWriting: true,
    holds: ({ ranks, foreignSources }) => isAustrianOrFrench(ranks, foreignSources),
  },
];

function isAustrianOrFrench(ranks: Label['ranks'], sources: ReadonlySet<string>): boolean {
  return (sources.has('AUT') && ranks.has('FRA')) || (sources.has('FRA') && ranks.has('AUT'));
}

/** Whether a label says no less than another: joining the two then adds nothing to it. */
function isAtLeast(label: Label, other: Label): boolean {
  return joinLabels(label, other).text === label.text;
}

/**
 * Only the originator lowers a label or takes a mark away; whoever else does needs its prior consent. Whoever holds a
 * record may handle it higher. What NATO or the Union marked keeps its mark even then: a mark is not exchanged for
 * another that is as high.
 */
export function checkRegrade({ before, after, by, originator, consent }: Regrade): Verdict {
  if (by === originator || isAtLeast(after, before)) return ACCEPTED;
  const reserved = RESERVED.filter(({ holds }) => holds(before));
  const unmet = reserved.find(({ asksWriting }) => consent === null || (asksWriting && !consent.written));
  if (unmet !== undefined) {
    return refused(unmet.rule, `\`${by}\` cannot lower the label of \`${originator}\` without its prior consent`);
  }
  if (reserved.length > 0 || consent !== null) return ACCEPTED;
  return refused('CHY-REGR', `\`${by}\` cannot lower the label of \`${originator}\` without its consent`);
}
