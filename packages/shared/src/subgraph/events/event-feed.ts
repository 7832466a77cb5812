import { type HandlingNumber, isHandlingNumber } from '../../brands.js';
import { ClientError } from '../../errors.js';
import { FEED_EVENTS_MAX, type FeedAnswer, type FeedEvent, feedQuestionShape } from '../../feed/feed-wire.js';
import type { Handling } from '../../labels/label.js';
import { fieldsBehind, type ToldType } from '../paging/changed-fields.js';
import type { EventLog, KeptEvent } from './event-log.js';

/** The handlings of the service, where new ones are read when they are asked for. */
export interface FeedHandlings {
  byId(id: HandlingNumber): Handling | undefined;
  refresh(): Promise<void>;
}

/** Tells a gateway which records of a service changed. */
export class EventFeed {
  constructor(
    readonly log: EventLog,
    readonly told: readonly ToldType[],
    readonly handlings: FeedHandlings,
  ) {}

  /** Answers a question that was verified; `signal` says that nobody waits any more. */
  async answer(question: unknown, signal: AbortSignal): Promise<FeedAnswer> {
    const parsed = feedQuestionShape.safeParse(question);
    if (!parsed.success) throw new ClientError('REQUEST_MALFORMED', 'not a question to a feed');
    const { after, waitMs } = parsed.data;
    const { head, upTo, events } =
      after === null
        ? await this.log.read(null, 0)
        : await this.log.readWhenThere(after, FEED_EVENTS_MAX, waitMs, signal);
    const told = events.flatMap((event) => this.#eventOf(event));
    return { head, upTo, events: told, handlings: await this.#textsOf(told) };
  }

  #eventOf({ seq, type, record, columns, was, is }: KeptEvent): FeedEvent[] {
    const told = this.told.find((each) => each.type === type);
    return told === undefined ? [] : [{ seq, type, record, fields: fieldsBehind(told, columns), was, is }];
  }

  async #textsOf(events: readonly FeedEvent[]): Promise<Record<string, string>> {
    const used = new Set(events.flatMap(({ was, is }) => [was, is]).filter(isHandlingNumber));
    // An event can be younger than the handlings that were read last.
    if ([...used].some((id) => this.handlings.byId(id) === undefined)) await this.handlings.refresh();
    // One that is missing here closes its record at the gateway.
    const texts = [...used].map((id) => [String(id), this.handlings.byId(id)?.text]);
    return Object.fromEntries(texts.filter(([, text]) => text !== undefined)) as Record<string, string>;
  }
}
