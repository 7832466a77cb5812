import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import { printHandling } from '@chancery/shared/labels/print-handling';

/** Between whom something is owed. */
export interface Sides {
  /** Agency that owes it. */
  readonly agency: string;
  /** State or organisation of whoever it is owed to; null where nobody outside is. */
  readonly creditor: string | null;
}

/**
 * The handling of an obligation: it is kept as a record of the agency that owes it, and is told to that agency's State, which disclosed or
 * received. To the State to which it is owed it is told as far as the existence of the records may be, and to nobody else. Ranks, compartments and
 * caveats of that existence hold on; the purposes and recipients of the records do not, for what they hold stands in no obligation.
 */
export function obligationHandling(records: Handling, { agency, creditor }: Sides): string {
  const { label, record } = handlingAt(records, 'EXISTENCE', 'EXISTENCE', 0);
  const debtor = stateOf(agency);
  const mayKnow = creditor !== null && (label.releasableTo === 'ANY' || label.releasableTo.has(creditor));
  return printHandling({
    label: {
      ...label,
      releasableTo: new Set(mayKnow ? [debtor, creditor] : [debtor]),
      purposes: 'ANY',
      displayOnly: null,
      originatorControls: [],
    },
    record: {
      owner: agency,
      missions: [],
      person: null,
      who: null,
      tags: new Set([...record.tags].filter((tag) => tag === 'synthetic')),
      key: null,
    },
    portions: new Map(),
  });
}

/** The State or organisation that an agency is of. */
export const stateOf = (agency: string): string => agency.slice(0, agency.indexOf('.'));
