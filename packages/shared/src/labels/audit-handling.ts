import { handlingAt } from './handling-at.js';
import type { Handling, Permissive } from './label.js';
import { printHandling } from './print-handling.js';

const stateOf = (agency: string): string => agency.slice(0, agency.indexOf('.'));

/** The handling of what is told of an agency's own request: that there is such a row is open to its State's oversight alone. */
export function requestHandling(agency: string): string {
  return `l=-;rel=${stateOf(agency)};nat=*;pur=OVERSIGHT;own=${agency}`;
}

/**
 * The handling of what is told of an access to records, to the oversight of one agency's State: that the records exist must be open to
 * it, so their EXISTENCE label holds on, narrowed to that State and to the purpose of oversight. Recipients that the originator named
 * do not: oversight sees that it was decided, not what was read.
 */
export function accessHandling(records: Handling, agency: string): string {
  const { label, record } = handlingAt(records, 'EXISTENCE', 'EXISTENCE', 0);
  return printHandling({
    label: {
      ...label,
      releasableTo: narrowed(label.releasableTo, stateOf(agency)),
      purposes: new Set(['OVERSIGHT']),
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

function narrowed(releasableTo: Permissive, state: string): ReadonlySet<string> {
  return releasableTo === 'ANY' || releasableTo.has(state) ? new Set([state]) : new Set();
}
