import type { RecordMarks } from '@chancery/shared/labels/label';
import type { Act, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { AGREEMENT_KEYS, INSTRUMENT_KEYS } from '../facts/act-subjects.js';
import { withActs } from './asked-value.js';

/** Acts that are about States rather than about a record. */
const AT_LARGE = [...AGREEMENT_KEYS, ...INSTRUMENT_KEYS];

/** The acts that can bear on a value of a record, of all that a snapshot holds. */
export function bearingActs(view: SnapshotView, { missions, key, who }: RecordMarks): readonly Act[] {
  const named = (missions.length === 0 ? [null] : missions).flatMap((mission) => view.actsOn(mission, key, who));
  const atLarge = AT_LARGE.flatMap((subject) => view.actsOn(null, subject, null));
  return [...new Set([...named, ...atLarge])];
}

/** The same facts, by those acts alone. */
export function bearingView(view: SnapshotView, record: RecordMarks): SnapshotView {
  return withActs(view, bearingActs(view, record));
}
