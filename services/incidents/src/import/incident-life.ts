import type { Instant } from '@chancery/shared/clock';
import type { Pick } from '@chancery/shared/subgraph/import/exercise-picks';
import type { IncidentSeverity, IncidentStatus, IncidentType, IppOffence } from '../vocabulary.js';
import { storyOf } from './chapters/stories-of-types.js';

/** How an incident has gone so far. */
export interface IncidentLife {
  readonly status: IncidentStatus;
  readonly severity: IncidentSeverity | null;
  readonly ippOffence: IppOffence | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly injured: number | null;
  readonly recoveryFrom: Date | null;
  readonly closedAt: Date | null;
}

/** Of a case study only the day is known, and it is over. */
export const PAST: IncidentLife = {
  status: 'CLOSED',
  severity: null,
  ippOffence: null,
  startedAt: null,
  endedAt: null,
  injured: null,
  recoveryFrom: null,
  closedAt: null,
};

const HOUR_MS = 3_600_000;
const HOURS = [2.5, 6.25, 11.5, 21.75];
const CLOSED_AFTER_HOURS = 200;

/** Of the last incidents of an exercise the first is still going on; the older, the further. */
const LATEST: readonly IncidentStatus[] = ['RESPONDING', 'CONTAINED', 'RECOVERY'];

/** How an incident of an exercise has gone; `age` is how many came after it. */
export function lifeOf(
  { type, occurredOn, age }: { readonly type: IncidentType; readonly occurredOn: string; readonly age: number },
  pick: Pick,
): IncidentLife {
  const { severity, offence, injured } = storyOf(type);
  const start: Instant = Date.parse(`${occurredOn}T00:00:00Z`) + pick(HOURS, 'began') * HOUR_MS;
  const status = LATEST[age] ?? 'CLOSED';
  const after = (hours: number): Date => new Date(start + hours * HOUR_MS);
  const isOver = status !== 'RESPONDING';
  return {
    status,
    severity,
    ippOffence: offence,
    startedAt: after(0),
    endedAt: isOver ? after(pick([2, 5, 9], 'lasted')) : null,
    injured,
    recoveryFrom: isOver && status !== 'CONTAINED' ? after(12) : null,
    closedAt: status === 'CLOSED' ? after(CLOSED_AFTER_HOURS) : null,
  };
}
