import { isDeepStrictEqual } from 'node:util';

/** What came back for a request; status 0 when nothing did. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** What a quiet system answered: everything by which two equal requests are answered alike. */
export interface Reference {
  readonly data: unknown;
  readonly extensions: unknown;
  /** The body without what differs from request to request. */
  readonly text: string;
}

/**
 * - `whole`: equal to the quiet answer, with a receipt.
 * - `partial`: what is missing says so, by an error at its place or by the code for a snapshot that is not confirmed.
 * - `refused`: no data, and an error says why.
 * - `cut`: the connection ended without an answer.
 * - `wrong`: anything else; a value that the quiet answer has not, or that is missing without a word.
 */
export type VerdictKind = 'whole' | 'partial' | 'refused' | 'cut' | 'wrong';

export interface Verdict {
  readonly kind: VerdictKind;
  /** Of an answer with data. */
  readonly receipt: string | null;
  /** Codes of errors, or why it is wrong. */
  readonly says: readonly string[];
}

type Path = readonly (string | number)[];

interface AnswerError {
  readonly path?: Path;
  readonly extensions?: { readonly code?: string };
}

interface AnswerBody {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
  readonly extensions?: Readonly<Record<string, unknown>> & { readonly audit?: { readonly receipt?: string } };
}

/** Statuses by which the gateway says that it gave nothing: not now, too much, not in time, not with this token. */
const REFUSALS: ReadonlySet<number> = new Set([401, 429, 503, 504]);
/** So many errors are told beside data, and the rest is not. */
const ERRORS_TOLD_MAX = 20;

/** The quiet answer; null for one that is not whole, and so no measure for others. */
export function referenceOf({ status, text }: Reply): Reference | null {
  const body = parseBody(text);
  if (status !== 200 || body === null || body.errors !== undefined || receiptOf(body) === null) return null;
  return { data: body.data, extensions: comparable(body), text: comparableText(text) };
}

/** Judges an answer by the quiet one to the same request. */
export function judge(reference: Reference, { status, text }: Reply): Verdict {
  if (status === 0) return { kind: 'cut', receipt: null, says: [] };
  // As nearly every answer is: a client that judges must not cost more than who answers.
  const [, told = null] = RECEIPT.exec(text) ?? [];
  if (status === 200 && told !== null && comparableText(text) === reference.text) {
    return { kind: 'whole', receipt: told, says: [] };
  }
  const body = parseBody(text);
  if (body === null) return wrong(`status ${status} without a body of the usual form`);
  const codes = (body.errors ?? []).map(({ extensions }) => extensions?.code ?? 'no code');
  if (status !== 200) {
    if (REFUSALS.has(status) && codes.length > 0 && (body.data ?? null) === null) {
      return { kind: 'refused', receipt: null, says: codes };
    }
    return wrong(`status ${status} ${codes.join(' ')}`);
  }
  const receipt = receiptOf(body);
  if (receipt === null) return wrong('data without a receipt');
  if (codes.length > 0) return judgePart(reference, body, receipt, [...new Set(codes)]);
  if (isDeepStrictEqual(body.data, reference.data) && isDeepStrictEqual(comparable(body), reference.extensions)) {
    return { kind: 'whole', receipt, says: [] };
  }
  const doubts = codesOfDoubt(body, reference);
  if (doubts.length > 0) return { kind: 'partial', receipt, says: doubts };
  return { ...wrong('differs from the quiet answer without a word'), receipt };
}

/** Codes by which an answer says that it withholds for no law's sake; those of the quiet answer aside. */
function codesOfDoubt({ extensions }: AnswerBody, reference: Reference): readonly string[] {
  const withheld = extensions?.withheld;
  const codes = Array.isArray(withheld) ? withheld.map(({ code }: { readonly code?: unknown }) => code) : [];
  const told = ['ACTS_STALE', 'POLICY_ERROR'].filter(
    (code) => codes.includes(code) && !reference.text.includes(`"${code}"`),
  );
  // Rows that are hidden for it say nothing: the answer does.
  return extensions?.stale === true ? [...told, 'stale'] : told;
}

function judgePart(reference: Reference, body: AnswerBody, receipt: string, says: readonly string[]): Verdict {
  if (isExplained(reference.data, body.data, pathsOf(body), [])) return { kind: 'partial', receipt, says };
  return { ...wrong(`differs beyond the places of its errors (${says.join(' ')})`), receipt };
}

function pathsOf({ errors = [] }: AnswerBody): readonly Path[] {
  const told = errors.flatMap(({ path }) => (path === undefined ? [] : [path]));
  if (errors.length < ERRORS_TOLD_MAX) return told;
  // Those that were not told are of the same fields, at other places in their lists.
  return told.map((path) => path.map((step) => (typeof step === 'number' ? ANY : step)));
}

const ANY = '*';

/**
 * Whether an answer differs from the quiet one in nothing but what its errors account for: nulls at, above or below their places,
 * and items that are not in a list at whose place one stands (rows of which it could not be found out whether they may be told of).
 */
function isExplained(quiet: unknown, answer: unknown, failed: readonly Path[], here: Path): boolean {
  if (isDeepStrictEqual(quiet, answer)) return true;
  if (answer === null) return failed.some((path) => meetsAsFarAs(Math.min(path.length, here.length), path, here));
  if (Array.isArray(quiet) && Array.isArray(answer)) return isListExplained(quiet, answer, failed, here);
  if (!isObject(quiet) || !isObject(answer)) return false;
  const keys = Object.keys(quiet);
  return (
    isDeepStrictEqual(keys, Object.keys(answer)) &&
    keys.every((key) => isExplained(quiet[key], answer[key], failed, [...here, key]))
  );
}

function isListExplained(quiet: readonly unknown[], answer: readonly unknown[], failed: readonly Path[], here: Path) {
  const isSame = (of: unknown, index: number): boolean => isExplained(of, answer[index], failed, [...here, index]);
  if (quiet.length === answer.length) return quiet.every(isSame);
  if (!failed.some((path) => path.length === here.length && meetsAsFarAs(here.length, path, here))) return false;
  let found = 0;
  for (const item of quiet) if (found < answer.length && isSame(item, found)) found += 1;
  return found === answer.length;
}

const meetsAsFarAs = (length: number, path: Path, here: Path): boolean =>
  path.slice(0, length).every((step, at) => meets(step, here[at]));

const meets = (step: string | number, other: string | number | undefined): boolean =>
  step === other || (step === ANY && typeof other === 'number');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = (why: string): Verdict => ({ kind: 'wrong', receipt: null, says: [why] });

const receiptOf = ({ extensions }: AnswerBody): string | null => extensions?.audit?.receipt ?? null;

const RECEIPT = /"audit":\{"receipt":"([\w-]{22})"\}/;

const comparableText = (text: string): string =>
  text.replace(RECEIPT, '"audit"').replaceAll(/"dueAt":"[^"]*"/g, '"dueAt"');

/** The extensions without what differs from request to request: the receipt, and when something is due. */
function comparable({ extensions = {} }: AnswerBody): unknown {
  const { audit: _, ...rest } = extensions;
  return JSON.parse(JSON.stringify(rest, (key, value: unknown) => (key === 'dueAt' ? undefined : value)));
}

function parseBody(text: string): AnswerBody | null {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? (body as AnswerBody) : null;
  } catch {
    return null;
  }
}
