import { z } from 'zod';
import type { Exchange } from '../law/signed-exchange.js';
import { DIGEST_TEXT } from '../subjects/text-shapes.js';

/** Where compliance tells gateways which entries of the ledger read a record. */
export const HISTORY: Exchange = {
  path: '/history',
  questionHeader: 'chancery-history-question',
  answerHeader: 'chancery-history-answer',
  audience: 'history',
};
/** Entries of one answer. */
export const HISTORY_MAX = 100;
/** What an answer tells of the values of one entry: of one record it is as many as its type has fields. */
const ACCESSES_MAX = 2_000;

const place = z.strictObject({ logId: z.int().min(0), index: z.int().min(0) });
/** Where in the ledger an entry stands. */
export type EntryPlace = z.infer<typeof place>;

export const historyQuestionShape = z.strictObject({
  /** Key of the record, `Premises:prm_…`. */
  record: z.string().max(100),
  /** Of its handling: what an entry says of other records of the type is not asked for. */
  marks: DIGEST_TEXT,
  /** The first that is asked for; null at the beginning. */
  from: place.nullable(),
  limit: z.int().min(1).max(HISTORY_MAX),
});
export type HistoryQuestion = z.infer<typeof historyQuestionShape>;

const access = z.strictObject({
  coordinate: z.string().max(200),
  /** Canonical text. */
  handling: z.string(),
  decision: z.enum(['A', 'W', 'H', 'I']),
  count: z.int(),
  rules: z.array(z.string()),
  acts: z.array(z.string()),
});

const reading = z.strictObject({
  place,
  time: z.int(),
  kind: z.string(),
  receipt: z.string(),
  agency: z.string(),
  represents: z.string(),
  subject: z.string(),
  purpose: z.string().nullable(),
  accesses: z.array(access).max(ACCESSES_MAX),
});
/** An entry that read a record, with what it says of records like it. */
export type RecordReading = z.infer<typeof reading>;

export const historyAnswerShape = z.strictObject({
  readings: z.array(reading).max(HISTORY_MAX),
  /** The first that was not told; null when there are no more. */
  next: place.nullable(),
  /** Whether anything was erased by order, of whatever record, or entries were given up: what they said is told no more. */
  mayLack: z.boolean(),
});
/** A page of the history of a record. */
export type HistoryPage = z.infer<typeof historyAnswerShape>;
