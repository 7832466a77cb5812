import { isReceipt, type Receipt } from '@chancery/shared/brands';
import type { AnswerText } from './commit-answer.js';
import { ROW } from './said-rows.js';

/** Bytes of an answer that is shown again: twice what the data of an answer may have. */
export const KEPT_ANSWER_BYTES_MAX = 8 * 1024 * 1024;

/** An answer as its holder kept it. */
export interface KeptAnswer {
  readonly receipt: Receipt;
  readonly text: AnswerText;
}

/**
 * Reads the body of an answer back to the text that its entry commits to: whatever a client has done to its white space, members in
 * the order in which they came give the same bytes. Throws on what is no answer with a receipt.
 */
export function readKeptAnswer(body: string): KeptAnswer {
  if (body.startsWith(PAGE)) return readKeptPage(body);
  const { extensions, ...answered } = membersOf(JSON.parse(body));
  const { audit, ...told } = membersOf(extensions);
  const { receipt } = membersOf(audit);
  if (!isReceipt(receipt) || !Object.hasOwn(answered, 'data')) throw new RangeError('no answer that has a receipt');
  return { receipt, text: { answered: JSON.stringify(answered), told: JSON.stringify(told) } };
}

/** How the lines of a page of an export begin. */
const PAGE = '{"page":';

/** A page as its holder kept it: its line, and those of its rows. */
function readKeptPage(body: string): KeptAnswer {
  const [first = '', ...lines] = body.split('\n').filter((line) => line.trim() !== '');
  // What was told of the page so far, and where it stands among others, its entry does not commit to.
  const { number: _n, rows: _r, errors: _e, banner: _b, audit, ...told } = membersOf(membersOf(JSON.parse(first)).page);
  const { receipt } = membersOf(audit);
  const rows = lines.map((line) => membersOf(JSON.parse(line)));
  if (!isReceipt(receipt) || rows.some((row) => Object.keys(row).join() !== ROW)) {
    throw new RangeError('no page of an export that has a receipt');
  }
  const answered = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  return { receipt, text: { answered, told: JSON.stringify(told) } };
}

/** The lines of one page of an export that was kept, by its number from 1; null where it has none. */
export function pageOfExport(text: string, number: number): string | null {
  const lines = text.split('\n');
  const at = lines.flatMap((line, index) => (line.startsWith(PAGE) ? [index] : []));
  const from = at[number - 1];
  if (from === undefined) return null;
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => !line.startsWith(`{"${ROW}":`));
  return [lines[from], ...rest.slice(0, end < 0 ? rest.length : end)].join('\n');
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new RangeError('no answer that has a receipt');
}
