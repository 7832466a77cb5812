import type { Category } from '@chancery/shared/vocabulary';

/** A row of the question `accesses`. */
export interface ReckonedAccess {
  readonly recordedAt: string;
  readonly decision: string;
  readonly coordinate: string;
  readonly category: Category | null;
  readonly count: number;
  readonly agency: string;
  readonly subject: string;
  readonly isFirst: boolean;
  readonly missions: readonly { readonly id: string }[] | null;
}

/** What a person did that others seldom do, held against the threshold that it is above. */
export interface UnusualSign {
  readonly sign: 'VOLUME' | 'BREADTH' | 'OFF_HOURS' | 'REPEATED_DENIALS' | 'FIRST_TIMES';
  readonly subject: string;
  readonly agency: string;
  /** Beginning of the hour or the day, UTC. */
  readonly from: string;
  readonly measured: number;
  readonly threshold: number;
  /** What a control asks to be looked for; the number is the project's own. */
  readonly why: string;
}

type Sign = UnusualSign['sign'];

interface Reckoning {
  readonly threshold: number;
  /** Length of the span that is counted in, as a prefix of the instant: an hour or a day. */
  readonly span: 'hour' | 'day';
  readonly why: string;
  readonly measure: (rows: readonly ReckonedAccess[]) => number;
}

const values = (rows: readonly ReckonedAccess[]): number => rows.reduce((sum, { count }) => sum + count, 0);
const received = (rows: readonly ReckonedAccess[]): readonly ReckonedAccess[] =>
  rows.filter(({ decision }) => decision === 'ALLOWED');

const WORK_FROM = 6;
const WORK_UNTIL = 20;
const SUNDAY = 0;
const SATURDAY = 6;

/** Nights and weekends of UTC: where somebody sits an entry does not say. */
function isOffHours({ recordedAt }: ReckonedAccess): boolean {
  const at = new Date(recordedAt);
  const [day, hour] = [at.getUTCDay(), at.getUTCHours()];
  return day === SATURDAY || day === SUNDAY || hour < WORK_FROM || hour >= WORK_UNTIL;
}

/** Plain thresholds, which whoever is measured may know; none follows from what others did. */
export const RECKONINGS: Readonly<Record<Sign, Reckoning>> = {
  VOLUME: {
    threshold: 2_000,
    span: 'hour',
    why: 'values received in an hour (NIST SP 800-53 AC-23, data mining)',
    measure: (rows) => values(received(rows)),
  },
  BREADTH: {
    threshold: 25,
    span: 'day',
    why: 'posts of which something was received in a day (NIST SP 800-53 AC-23)',
    measure: (rows) => new Set(received(rows).flatMap(({ missions }) => (missions ?? []).map(({ id }) => id))).size,
  },
  OFF_HOURS: {
    threshold: 100,
    span: 'day',
    why: 'values received at night or on a weekend of UTC (NIST SP 800-53 AC-2(12), atypical usage)',
    measure: (rows) => values(received(rows).filter(isOffHours)),
  },
  REPEATED_DENIALS: {
    threshold: 20,
    span: 'hour',
    why: 'kinds of value refused in an hour (NIST SP 800-53 AU-6, review and analysis)',
    measure: (rows) => rows.filter(({ decision }) => decision === 'WITHHELD' || decision === 'HIDDEN').length,
  },
  FIRST_TIMES: {
    threshold: 30,
    span: 'day',
    why: 'kinds of value received for the first time in a day (NIST SP 800-53 AC-2(12))',
    measure: (rows) => received(rows).filter(({ isFirst }) => isFirst).length,
  },
};

const SPAN_LENGTH = { hour: 'YYYY-MM-DDTHH'.length, day: 'YYYY-MM-DD'.length } as const;
const SPAN_REST = { hour: ':00:00Z', day: 'T00:00:00Z' } as const;

/** What is above a threshold: the same of the same rows, in whatever order they come. */
export function findUnusual(rows: readonly ReckonedAccess[]): readonly UnusualSign[] {
  const found: UnusualSign[] = [];
  for (const [sign, { threshold, span, why, measure }] of Object.entries(RECKONINGS) as [Sign, Reckoning][]) {
    for (const ofOne of groupsOf(rows, span)) {
      const measured = measure(ofOne);
      const [first] = ofOne;
      if (measured <= threshold || first === undefined) continue;
      const from = `${first.recordedAt.slice(0, SPAN_LENGTH[span])}${SPAN_REST[span]}`;
      found.push({ sign, subject: first.subject, agency: first.agency, from, measured, threshold, why });
    }
  }
  const keyOf = ({ from, subject, sign }: UnusualSign): string => `${from} ${subject} ${sign}`;
  return found.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** Rows of one person in one span. */
function groupsOf(rows: readonly ReckonedAccess[], span: Reckoning['span']): Iterable<readonly ReckonedAccess[]> {
  const groups = new Map<string, ReckonedAccess[]>();
  for (const row of rows) {
    const key = `${row.subject} ${row.recordedAt.slice(0, SPAN_LENGTH[span])}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return groups.values();
}
