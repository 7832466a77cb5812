import { isReceipt, type Receipt } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import { instantOf, oneOf, UsageError, wordsOf } from '@chancery/shared/command-help';
import { tieReceipts } from '@chancery/shared/receipt-argument';

/** The forms that an answer may have. */
const FORMS = ['table', 'csv', 'json'] as const;
export type Form = (typeof FORMS)[number];

/** Which disclosures and denials are asked for; what is null is not asked about. */
export interface WhoQuestion {
  /** Register key of a mission that the record concerned, `Q875787`. */
  readonly post: string | null;
  /** Key of a record that was read, `Report:rep_1`. */
  readonly record: string | null;
  /** Coordinate, `Premises.floorPlan`; `EXISTENCE` for rows. */
  readonly field: string | null;
  /** Schema coordinate that the operation was asked by, `IncidentFilter.type` or `Query.incidents(first:)`. */
  readonly askedBy: string | null;
  readonly agency: string | null;
  readonly receipt: Receipt | null;
  readonly since: Instant | null;
  readonly until: Instant | null;
  readonly decision: 'A' | 'W' | null;
  readonly form: Form;
  /** Why it is asked; goes into the entry that this question itself becomes. */
  readonly reason: string | null;
}

export const USAGE = `usage: npm run -s ledger:who -- [--post Q875787] [--record Report:rep_1] [--field Premises.floorPlan] [--agency DEU.police] [--receipt R]
         [--asked-by IncidentFilter.type]
         [--since today|2h|3d|2026-09-21|2026-09-21T12:00:00Z] [--until …] [--only allowed|withheld]
         [--format table|csv|json] [--reason "why"]
Who received what, or was refused it: time, agency, subject, clearances, purpose, rules, acts, what it was asked by, receipt. Times are UTC.
The question itself becomes an entry. Exit: 0 answered, 2 the ledger cannot be read or written, 3 usage.`;

const FIELD = /^([A-Za-z]\w*\.[a-z]\w*|EXISTENCE)$/;
const ASKED_BY = /^[A-Za-z]\w*\.[A-Za-z]\w*(\([a-z]\w*:\))?$/;
const POST = /^[A-Za-z0-9_.:-]+$/;
const RECORD = /^[A-Za-z]\w*:\S+$/;
const AGENCY = /^[A-Z]{2,5}\.[a-z0-9-]+$/;

const text = { type: 'string' } as const;
const OPTIONS = {
  ...{ post: text, record: text, field: text, 'asked-by': text, agency: text, receipt: text },
  ...{ since: text, until: text, only: text, format: text, reason: text },
} as const;

/** Reads the words of a question; throws a UsageError when one is not understood. */
export function parseQuestion(args: readonly string[], now: Instant): WhoQuestion {
  const {
    post,
    record,
    field,
    'asked-by': askedBy,
    agency,
    receipt,
    since,
    until,
    only,
    format,
    reason,
  } = wordsOf(tieReceipts(args), OPTIONS).values;
  return {
    post: shaped('--post', post, POST),
    record: shaped('--record', record, RECORD),
    field: shaped('--field', field, FIELD),
    askedBy: shaped('--asked-by', askedBy, ASKED_BY),
    agency: shaped('--agency', agency, AGENCY),
    receipt: receiptOf(receipt),
    since: since === undefined ? null : instantOf('--since', since, now),
    until: until === undefined ? null : instantOf('--until', until, now),
    decision: decisionOf(only),
    form: oneOf('--format', format ?? 'table', FORMS),
    reason: reason ?? null,
  };
}

function shaped(name: string, text: string | undefined, shape: RegExp): string | null {
  if (text === undefined) return null;
  if (shape.test(text)) return text;
  throw new UsageError(`${name}: \`${text}\` is not understood`);
}

function receiptOf(text: string | undefined): Receipt | null {
  if (text === undefined) return null;
  if (isReceipt(text)) return text;
  throw new UsageError(`--receipt: \`${text}\` is not understood`);
}

function decisionOf(only: string | undefined): WhoQuestion['decision'] {
  if (only === undefined) return null;
  if (only === 'allowed') return 'A';
  if (only === 'withheld') return 'W';
  throw new UsageError(`--only: \`${only}\` is neither \`allowed\` nor \`withheld\``);
}
