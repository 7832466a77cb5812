import type { parseArgs } from 'node:util';
import { isReceipt, type Receipt } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import { wordsOf } from '@chancery/shared/command-help';
import { ClientError } from '@chancery/shared/errors';
import { HandlingSyntaxError } from '@chancery/shared/labels/handling-syntax-error';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { tieReceipts } from '@chancery/shared/receipt-argument';
import { CATEGORIES, type Category } from '@chancery/shared/vocabulary';
import { writtenInstant } from '@chancery/shared/written-instant';
import { profileOfPersona } from './profile-of-persona.js';
import { RECORD_TYPES, type RecordWord } from './record-word.js';

/** Who reads an explanation: the subject itself when nobody is named. */
export interface ReaderWords {
  readonly persona: string;
  readonly purpose: string | undefined;
}

/** A value that somebody asks about. */
export interface ValueQuestion {
  readonly kind: 'VALUE';
  readonly as: string;
  readonly purpose: string | undefined;
  readonly caseId: string | undefined;
  /** A handling as text, or the stored record that has it. */
  readonly of: { readonly handling: string } | { readonly record: RecordWord };
  readonly coordinate: string;
  readonly category: Category | undefined;
  readonly floor: number | undefined;
  readonly at: Instant;
  readonly fromSeed: boolean;
  readonly reader: ReaderWords | null;
  readonly json: boolean;
}

/** A decision that stands on the ledger. */
export interface ReceiptQuestion {
  readonly kind: 'RECEIPT';
  readonly receipt: Receipt;
  readonly target: { readonly path: string } | { readonly coordinate: string };
  /** Register key: of several records, those that concern this post. */
  readonly post: string | null;
  readonly reason: string | null;
  readonly reader: ReaderWords | null;
  readonly json: boolean;
}

/** How the command is called. */
export const USAGE = `usage: npm run -s explain -- --as PERSONA [--purpose PURPOSE] [--case CASE] --coordinate Type.field
           (--post Q875787 | --record mis_…|prm_…|inc_…|wrn_… | --handling TEXT)
           [--category CATEGORY] [--floor 0..4] [--at TIME] [--seed] [--for PERSONA [--for-purpose PURPOSE]] [--json]
       npm run -s explain -- --receipt R (--path embassy.premises.floorPlan | --coordinate Type.field)
           [--post Q875787] [--reason "why"] [--for PERSONA [--for-purpose PURPOSE]] [--json]
Why somebody may or may not see a value, article by article; or why a request was answered as it was, by its receipt. Kind of
data and floor are those of the supergraph. Reading an entry of the ledger becomes an entry.
Exit: 0 explained, 1 the rules decide otherwise than the entry says, 2 it cannot be explained, 3 usage.
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  ...{ as: text, purpose: text, case: text, coordinate: text, category: text, floor: text, at: text, seed: flag },
  ...{ handling: text, record: text, post: text, receipt: text, path: text, reason: text },
  ...{ for: text, 'for-purpose': text, json: flag, help: { ...flag, short: 'h' } },
} as const;

type Words = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** What stands beside a receipt has been decided and is not for the caller to say. */
const NOT_WITH_RECEIPT = ['as', 'purpose', 'case', 'category', 'floor', 'at', 'seed', 'handling', 'record'] as const;
const RECEIPT_ONLY = ['path', 'reason'] as const;
const POST = /^[A-Za-z0-9_.:-]+$/;
const RECORD = /^(mis|prm|inc|wrn)_[0-9a-hjkmnp-tv-z]{26}$/;

/** Reads the command line; null when help is asked for. Throws a ClientError that names what is wrong with it. */
export function parseArguments(args: readonly string[], now: Instant): ValueQuestion | ReceiptQuestion | null {
  const words = readOptions(args);
  if (words.help === true) return null;
  return words.receipt === undefined ? valueQuestion(words, now) : receiptQuestion(words, words.receipt);
}

function readOptions(args: readonly string[]): Words {
  try {
    return wordsOf(tieReceipts(args), OPTIONS).values;
  } catch (error) {
    throw new ClientError('INPUT_INVALID', error instanceof Error ? error.message : String(error));
  }
}

function valueQuestion(words: Words, now: Instant): ValueQuestion {
  for (const name of RECEIPT_ONLY) if (words[name] !== undefined) refuse(name, 'goes with `--receipt`');
  const at = words.at === undefined ? now : instantOf(words.at);
  return {
    kind: 'VALUE',
    as: words.as ?? refuse('as', 'is missing'),
    purpose: words.purpose,
    caseId: words.case,
    of: recordOf(words),
    coordinate: words.coordinate ?? refuse('coordinate', 'is missing'),
    category: words.category === undefined ? undefined : categoryOf(words.category),
    floor: words.floor === undefined ? undefined : floorOf(words.floor),
    at,
    fromSeed: words.seed ?? false,
    reader: readerOf(words, at),
    json: words.json ?? false,
  };
}

function receiptQuestion(words: Words, receipt: string): ReceiptQuestion {
  for (const name of NOT_WITH_RECEIPT) if (words[name] !== undefined) refuse(name, 'is told by the receipt');
  if (!isReceipt(receipt)) return refuse('receipt', `\`${receipt}\` is not a receipt`);
  const { path, coordinate, post } = words;
  if ((path === undefined) === (coordinate === undefined)) refuse('path', 'or `--coordinate`, one of the two');
  return {
    kind: 'RECEIPT',
    receipt,
    target: path === undefined ? { coordinate: coordinate ?? '' } : { path },
    post: post === undefined ? null : shaped('post', post, POST),
    reason: words.reason ?? null,
    reader: words.for === undefined ? null : { persona: words.for, purpose: words['for-purpose'] },
    json: words.json ?? false,
  };
}

function recordOf({ handling, record, post }: Words): ValueQuestion['of'] {
  if ([handling, record, post].filter((each) => each !== undefined).length !== 1) {
    return refuse('record', 'or `--post` or `--handling`, one of the three');
  }
  if (record !== undefined) {
    const id = shaped('record', record, RECORD);
    return { record: { type: RECORD_TYPES[id.slice(0, 3)] ?? refuse('record', 'is of no type'), id } };
  }
  if (post !== undefined) return { record: { post: shaped('post', post, POST) } };
  return { handling: checkedHandling(handling ?? '') };
}

function checkedHandling(handling: string): string {
  try {
    parseHandling(handling);
    return handling;
  } catch (error) {
    if (error instanceof HandlingSyntaxError) return refuse('handling', error.message);
    throw error;
  }
}

function readerOf(words: Words, at: Instant): ReaderWords | null {
  if (words.for === undefined) return null;
  const reader = { persona: words.for, purpose: words['for-purpose'] };
  profileOfPersona(reader.persona, reader.purpose, undefined, at);
  return reader;
}

function refuse(name: string, message: string): never {
  throw new ClientError('INPUT_INVALID', `\`--${name}\` ${message}`, name);
}

function shaped(name: string, value: string, shape: RegExp): string {
  return shape.test(value) ? value : refuse(name, `\`${value}\` is not understood`);
}

function instantOf(value: string): Instant {
  return writtenInstant(value) ?? refuse('at', `\`${value}\` is not a time such as 2026-09-21T12:00:00Z`);
}

function categoryOf(value: string): Category {
  return CATEGORIES.find((each) => each === value) ?? refuse('category', `unknown category \`${value}\``);
}

function floorOf(value: string): number {
  return /^[0-4]$/.test(value) ? Number(value) : refuse('floor', `\`${value}\` is not a rank from 0 to 4`);
}
