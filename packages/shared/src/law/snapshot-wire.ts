import { z } from 'zod';
import { differenceShape } from '../snapshot/snapshot-difference.js';
import { DIGEST_TEXT } from '../subjects/text-shapes.js';
import type { Exchange } from './signed-exchange.js';

/** Where compliance tells of facts and acts. */
export const SNAPSHOTS: Exchange = {
  path: '/snapshot',
  questionHeader: 'chancery-snapshot-question',
  answerHeader: 'chancery-snapshot-answer',
  audience: 'snapshot',
};
/** How long a question waits for something new before it is told that there is nothing: a poll behind the push. */
export const SNAPSHOT_WAIT_MAX_MS = 1_000;

const NUMBER = z.int().min(1);
const held = z.strictObject({ number: NUMBER, digest: DIGEST_TEXT });

/** What whoever follows the law asks: whether there is anything else than what it holds. */
export const snapshotQuestionShape = z.strictObject({
  held: held.nullable(),
  waitMs: z.int().min(0).max(SNAPSHOT_WAIT_MAX_MS),
});
export type SnapshotQuestion = z.infer<typeof snapshotQuestionShape>;

/** How long ago what is told was known to be current, and how long the question has waited for it. */
const times = { ageMs: z.number().min(0), waitedMs: z.number().min(0) };

/** What it is told: that what it holds is current, what leads from there to what is, or the whole of it. */
export const snapshotAnswerShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('SAME'), ...times }),
  z.strictObject({ kind: z.literal('CHANGED'), ...times, ...held.shape, difference: differenceShape }),
  z.strictObject({
    kind: z.literal('WHOLE'),
    ...times,
    ...held.shape,
    content: z.strictObject({ facts: z.unknown(), acts: z.unknown() }),
  }),
]);
export type SnapshotAnswer = z.infer<typeof snapshotAnswerShape>;
