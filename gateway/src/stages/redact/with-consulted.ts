import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Consulted } from '../execute/consulted.js';
import type { Redacted } from './redacted.js';
import { markOf } from './selection-decisions.js';

/** An answer with what was asked about records beside reading them: recorded like what was read, and marked by the rows it tells of. */
export function withConsulted(redacted: Redacted, consulted: Consulted | undefined): Redacted {
  if (consulted === undefined) return redacted;
  const { items, records, told, marked, isExercise } = consulted;
  const marks = told.map((handling) => markOf(handling, handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0).label));
  return {
    ...redacted,
    tally: [...redacted.tally, ...items],
    records: new Set([...redacted.records, ...records]),
    marked: [...redacted.marked, ...marks, ...marked],
    exercise: redacted.exercise || isExercise || told.some(({ record }) => record.tags.has('synthetic')),
  };
}
