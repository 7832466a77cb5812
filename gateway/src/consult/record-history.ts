import { ClientError, InternalError } from '@chancery/shared/errors';
import type { AskHistory } from '@chancery/shared/history/ask-history';
import {
  type EntryPlace,
  HISTORY_MAX,
  type HistoryPage,
  type HistoryQuestion,
  type RecordReading,
} from '@chancery/shared/history/history-wire';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { recordMarksOf } from '@chancery/shared/labels/record-marks';
import type { Consulted, HistoryArguments } from '../stages/execute/consulted.js';
import type { Asking } from '../stages/identify/identify.js';
import { recordOf } from './asked-field.js';
import { type Looking, lookAt } from './look-at.js';
import { pageSize } from './page-size.js';
import { decideTelling } from './sight.js';

/** With what it is told who was told of a record. */
export interface TellingHistory {
  readonly consulting: Looking;
  readonly history: AskHistory | null;
}

const DECISIONS = { A: 'ALLOWED', W: 'WITHHELD', H: 'HIDDEN', I: 'LOOKED_AT' } as const;

/**
 * A page of the entries by which somebody was told of a record, for the oversight of the State whose record it is, and its own entry; null where who asks sees no
 * such record, or does not oversee whose it is. What an entry says is told by the law of the audit, handling by handling.
 */
export async function recordHistory(
  { id, first, after }: HistoryArguments,
  asking: Asking,
  consulted: Consulted,
  { consulting, history }: TellingHistory,
): Promise<object | null> {
  const limit = pageSize(first);
  const from = after == null ? null : placeOf(after);
  const record = recordOf(id);
  if (record === null) return null;
  const sight = await lookAt(record, [], asking, consulting, consulted);
  const by = { policy: consulting.policy, view: asking.view, now: asking.now };
  const told = sight && decideTelling(sight.handling, asking.profile, by);
  if (sight === null || told === null) return null;
  if (history === null) throw new InternalError('SUBGRAPH_UNREACHABLE', 'nobody tells what the ledger has of a record');
  const isTold = (handling: string): boolean => decideTelling(parseHandling(handling), asking.profile, by) !== null;
  const key = `${record.typeName}:${record.id}`;
  const page = await pageShown({ record: key, marks: recordMarksOf(sight.handling), from, limit }, history, isTold);
  consulted.items.push({
    coordinate: 'EXISTENCE',
    handling: sight.handling,
    label: handlingAt(sight.handling, 'EXISTENCE', 'EXISTENCE', 0).label,
    letter: 'I',
    count: Math.max(1, page.rows.length),
    rules: told.citations.map(({ rule }) => rule),
    acts: told.acts,
  });
  return {
    rows: page.rows,
    endCursor: page.next === null ? null : `${page.next.logId}:${page.next.index}`,
    hasNextPage: page.next !== null,
    mayLack: page.mayLack,
  };
}

interface ShownPage extends Pick<HistoryPage, 'next' | 'mayLack'> {
  readonly rows: readonly object[];
}

/**
 * A page of what is shown: an entry that is not shown takes up no room on it, ends it nowhere and makes none follow, or the auditor would
 * count the readings that are closed to it.
 */
export async function pageShown(
  question: HistoryQuestion,
  history: AskHistory,
  isTold: (handling: string) => boolean,
): Promise<ShownPage> {
  const rows: object[] = [];
  for (let { from } = question; ; ) {
    const { readings, next, mayLack } = await history({ ...question, from, limit: HISTORY_MAX });
    for (const reading of readings) {
      const shown = readingShown(reading, isTold);
      if (shown.length > 0 && rows.length === question.limit) return { rows, next: reading.place, mayLack };
      rows.push(...shown);
    }
    if (next === null) return { rows, next, mayLack };
    from = next;
  }
}

const CURSOR = /^(\d{1,9}):(\d{1,15})$/;

/** Where a page begins: places in the logs are no secret to whoever holds a receipt or a proof. */
function placeOf(cursor: string): EntryPlace {
  const [, logId, index] = CURSOR.exec(cursor) ?? [];
  if (logId !== undefined && index !== undefined) return { logId: Number(logId), index: Number(index) };
  throw new ClientError('INPUT_INVALID', '`after`: no cursor of a history', 'after');
}

/**
 * Who asked and for what, never in which case: that is the asker's (ADR 0063). Of an entry whose every access is closed to the auditor, as when the record was
 * marked higher then, nothing; one whose accesses were erased is shown without them.
 */
export function readingShown(reading: RecordReading, isTold: (handling: string) => boolean): readonly object[] {
  const { time, kind, receipt, agency, represents, subject, purpose, accesses } = reading;
  const told = accesses.filter(({ handling }) => isTold(handling));
  if (accesses.length > 0 && told.length === 0) return [];
  const shown = {
    at: new Date(time).toISOString(),
    verb: kind,
    receipt,
    agency,
    represents,
    subject,
    purpose,
    accesses: told.map(({ coordinate, decision, count, rules, acts }) => {
      return { coordinate, decision: DECISIONS[decision], count, rules, acts };
    }),
  };
  return [shown];
}
