import { z } from 'zod';

/** Where a service tells a gateway which of its records changed. */
export const FEED_PATH = '/events';
export const FEED_HEADER = 'chancery-feed';
/** Stands for a record where none changed: what is read so is counted as read for an event, and is of all records. */
export const NO_RECORD = '-';
/** Events of one answer; who is further behind asks again. */
export const FEED_EVENTS_MAX = 500;
/** How long a service keeps an event. */
export const EVENT_KEPT_HOURS = 24;
/** How long a question waits for an event before it is answered without one. */
export const FEED_WAIT_MAX_MS = 10_000;

/** What a gateway asks: the events after one, or, with null, where the feed stands. */
export const feedQuestionShape = z.strictObject({
  after: z.int().nonnegative().nullable(),
  waitMs: z.int().min(0).max(FEED_WAIT_MAX_MS),
});

const NAME = z.string().min(1).max(64);
const HANDLING = z.int().nonnegative();

const feedEventShape = z.strictObject({
  seq: z.int().positive(),
  type: NAME,
  record: NAME,
  /** Fields of the schema that may read otherwise than before; never what they say. */
  fields: z.array(NAME).max(200),
  /** Handling before and after; before there was a record, null. */
  was: HANDLING.nullable(),
  is: HANDLING,
});
export type FeedEvent = z.infer<typeof feedEventShape>;

/** What a service answers. Of a record it names type, id and handlings, and no value. */
export const feedAnswerShape = z.strictObject({
  /** The last event that there is. */
  head: z.int().nonnegative(),
  /** Up to which event this answer tells; what is not among its events concerns nobody. */
  upTo: z.int().nonnegative(),
  events: z.array(feedEventShape).max(FEED_EVENTS_MAX),
  /** The text of each handling in the answer, by its integer. */
  handlings: z.record(z.string().regex(/^\d{1,10}$/), z.string().max(4096)),
});
export type FeedAnswer = z.infer<typeof feedAnswerShape>;
