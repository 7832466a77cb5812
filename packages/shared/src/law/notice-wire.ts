import { z } from 'zod';
import { factShape } from '../snapshot/snapshot-shapes.js';
import type { Exchange } from './signed-exchange.js';

/** Where a service tells which facts it has recorded. */
export const NOTICES: Exchange = {
  path: '/notices',
  questionHeader: 'chancery-notice-question',
  answerHeader: 'chancery-notice-answer',
  audience: 'notices',
};
/** Notices of one answer; who is further behind asks again. */
export const NOTICES_MAX = 500;
export const NOTICE_WAIT_MAX_MS = 1_000;

export const noticeQuestionShape = z.strictObject({
  after: z.int().nonnegative(),
  waitMs: z.int().min(0).max(NOTICE_WAIT_MAX_MS),
});
export type NoticeQuestion = z.infer<typeof noticeQuestionShape>;

/** What a service has recorded of a post, in the order in which it was committed: from its first day on it stands in the place of what stood before. */
const noticeShape = z.strictObject({ sequence: z.int().positive(), fact: factShape });
export type FactNotice = z.infer<typeof noticeShape>;

export const noticeAnswerShape = z.strictObject({
  head: z.int().nonnegative(),
  notices: z.array(noticeShape).max(NOTICES_MAX),
});
export type NoticeAnswer = z.infer<typeof noticeAnswerShape>;
