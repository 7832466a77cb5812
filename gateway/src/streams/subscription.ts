import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import { ClientError, InternalError } from '@chancery/shared/errors';
import type { FeedEvent } from '@chancery/shared/feed/feed-wire';
import { askAgain } from '../ask-again.js';
import type { Asking } from '../stages/identify/identify.js';
import { SUBSCRIPTIONS } from '../stages/limit/subscription-limits.js';
import type { ReadRequest } from '../stages/read/read-operation.js';
import { type Answered, reachedBy } from '../stages/record/outcome.js';
import { record as recordOutcome } from '../stages/record/record.js';
import { printAnswer } from '../stages/respond/print-answer.js';
import { respondAnswered } from '../stages/respond/respond.js';
import { type EventRead, readEvent } from '../subscribe.js';
import { DecidedAgain } from './decided-again.js';
import { type PendingRecord, PendingRecords } from './pending-records.js';
import type { SubscriptionParts } from './subscription-parts.js';
import { digestOf, ToldRecords } from './told-records.js';
import { changeSeen } from './visible-change.js';
import type { Watched, WatchedType } from './watched.js';

/** A part of what a feed told; several subscriptions share it. */
interface Batch {
  readonly owner: string;
  readonly events: readonly FeedEvent[];
  readonly upTo: number;
}

/** The integer of a handling that no event has told. */
const UNTOLD = -1;

/** One subscription: decides each event anew, tells what its own subscriber sees of it has changed, and ends with its token. */
export class Subscription {
  readonly #parts: SubscriptionParts;
  readonly #inbox: Batch[] = [];
  readonly #pending = new PendingRecords();
  readonly #told: ToldRecords;
  readonly #ending = new AbortController();
  #asking: Asking;
  readonly #upTo: Map<string, number>;
  readonly #decided: DecidedAgain;
  #isReading = false;
  /** Whether what meets its question is to be looked up, and was asked for since. */
  #isLookDue = false;
  #mayLook = false;

  constructor(parts: SubscriptionParts) {
    this.#parts = parts;
    this.#told = new ToldRecords(SUBSCRIPTIONS.rememberedMax, parts.toldBefore);
    this.#asking = parts.read.asking;
    this.#upTo = new Map(parts.positions);
    this.#decided = new DecidedAgain(parts.gateway, parts.watched, parts.read.asking);
  }

  get watched(): Watched {
    return this.#parts.watched;
  }

  /** Takes what the feed of a service tells. */
  heard(owner: string, events: readonly FeedEvent[], upTo: number): void {
    this.#inbox.push({ owner, events, upTo });
    this.#read();
  }

  /** Looks whether the token is still believed, and decides again what was told when the snapshot is another or a date has come. */
  check(now: Instant): void {
    if (this.#ending.signal.aborted) return;
    try {
      this.#decideAgain(this.#ask(now));
      this.#isLookDue ||= this.#parts.look?.isDue(now) ?? false;
      this.#mayLook = this.#isLookDue;
      this.#read();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Ends it, for nothing more is to come. */
  end(): void {
    if (this.#close()) this.#parts.sink.complete();
  }

  /** Its subscriber has gone. */
  leave(): void {
    this.#close();
  }

  #close(): boolean {
    if (this.#ending.signal.aborted) return false;
    this.#ending.abort();
    this.#parts.over();
    return true;
  }

  /** Ends it with what went wrong. */
  fail(error: unknown): void {
    if (!this.#close()) return;
    const { read, sink, failed } = this.#parts;
    void failed(error, reachedBy({ ...read, asking: this.#asking })).then((answer) => sink.fail(answer));
  }

  #decideAgain(asking: Asking): void {
    const again = this.#decided.due(asking, this.#told);
    this.#isLookDue ||= again !== null && this.#parts.look !== null;
    for (const [record, is] of again ?? []) this.#lookAgain(record, is);
  }

  #read(): void {
    if (this.#isReading) return;
    this.#isReading = true;
    this.#readAll()
      .catch((error: unknown) => this.fail(error))
      .finally(() => {
        this.#isReading = false;
        // What came between the last look and this moment.
        if (!this.#ending.signal.aborted && this.#inbox.length > 0) this.#read();
      });
  }

  async #readAll(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      const batch = this.#inbox.shift();
      if (batch !== undefined) {
        // Many subscriptions hear the same at once: between them others are answered.
        await nextTurn();
        this.#sift(batch);
        continue;
      }
      if (this.#mayLook) await this.#lookUp();
      const next = this.#pending.take();
      if (next === null) return;
      const answered = await this.#untilReached(next);
      if (answered !== null) await this.#deliver(next, answered);
    }
  }

  /** Keeps of what a feed told what this subscriber can see: of the rest nothing waits, counts or is read. */
  #sift({ owner, events, upTo }: Batch): void {
    const { gateway, watched } = this.#parts;
    const asking = this.#ask(gateway.clock());
    const decider = this.#decided.deciderFor(asking);
    const heardUpTo = this.#upTo.get(owner) ?? upTo;
    for (const event of events) {
      const { record, is, type } = event;
      const isQuestion = type === watched.standing?.type && record === watched.standing.id;
      const kind = isQuestion ? watched.standing?.watched : watched.types.get(type);
      const behind = watched.standing?.behind.get(type);
      // A service tells of its own records alone, whatever it says.
      if (event.seq <= heardUpTo || (kind ?? behind)?.owner !== owner) continue;
      const handlingOf = (integer: number | null) => gateway.handlings.handlingOf(owner, integer);
      const change = { fields: new Set(event.fields), was: handlingOf(event.was), is: handlingOf(is) };
      const seenBy = (by: WatchedType) => changeSeen(by, change, decider, asking.profile.subject);
      // What leads to it can meet the question by that.
      this.#isLookDue ||= behind !== undefined && seenBy(behind) === 'seen';
      if (kind === undefined) continue;
      const seen = seenBy(kind);
      if (isQuestion) {
        // Other terms: others meet it.
        this.#isLookDue ||= seen === 'seen';
        this.#mayLook ||= this.#isLookDue;
        continue;
      }
      if (seen === 'seen') this.#pending.add(owner, event);
      else this.#pending.relabel(record, is);
      this.#decided.noteUnread(seen, kind, change, asking);
      if (seen === 'hidden') this.#hide(record, is);
      else this.#told.relabel(record, is);
    }
    this.#upTo.set(owner, Math.max(heardUpTo, upTo));
    if (this.#pending.changed <= SUBSCRIPTIONS.pendingMax) return;
    const message = `more than ${SUBSCRIPTIONS.pendingMax} records changed before they were taken`;
    throw new ClientError('LIMIT_EXCEEDED', message);
  }

  /** Looks up what meets its question; where that cannot be known now, again at the next check. */
  async #lookUp(): Promise<void> {
    const { gateway, look } = this.#parts;
    const { signal } = this.#ending;
    this.#mayLook = false;
    const asking = this.#ask(gateway.clock());
    // By facts that are out of date nothing is met: what is known now stays so.
    if (look === null || asking.view.stale) return;
    const fresh = await look.look(asking, signal, gateway).catch(() => null);
    if (fresh === null) return;
    this.#isLookDue = false;
    for (const record of fresh) this.#lookAgain(record, UNTOLD);
  }

  #lookAgain(record: string, is: number): void {
    this.#pending.lookAgain(this.watched.owners[0], record, is);
  }

  /** What an event comes to; a service that does not answer is asked again, for the record may have been told to nobody. */
  async #untilReached(next: PendingRecord): Promise<Answered | null> {
    const { signal } = this.#ending;
    const { unreachableMaxMs, againMs } = SUBSCRIPTIONS;
    for (const began = performance.now(); performance.now() - began < unreachableMaxMs; ) {
      const answered = await this.#answer(next);
      if (answered !== 'unreachable') return answered;
      await pause(againMs, undefined, { signal });
    }
    throw new InternalError('SUBGRAPH_UNREACHABLE', `${next.owner} does not answer for an event`);
  }

  async #answer(next: PendingRecord): Promise<Answered | null | 'unreachable'> {
    const { slots, gateway, read, look } = this.#parts;
    const { signal } = this.#ending;
    await slots.take(signal);
    try {
      const asking = this.#ask(gateway.clock());
      const asked = { ...read, asking };
      const event = await this.#eventOf(next.record, asked);
      if (event.kind === 'unreachable') return 'unreachable';
      this.#decided.note(event.until, asking.now);
      if (event.kind === 'nothing') {
        this.#hide(next.record, next.is);
        return null;
      }
      look?.note(next.record, true);
      const { body, valid } = read;
      return { kind: 'answered', asking, body, operation: valid.operation, redacted: event.redacted, attempt: null };
    } finally {
      slots.give();
    }
  }

  /** A record of another service than its question's is read only when that one has said that it meets it. */
  async #eventOf(record: string, asked: ReadRequest): Promise<EventRead> {
    const { gateway, watched, look } = this.#parts;
    const { signal } = this.#ending;
    const isMet = look === null || (await look.meets(record, asked.asking, signal, gateway));
    if (isMet === 'unreachable') return { kind: 'unreachable' };
    return isMet ? readEvent(asked, record, watched, signal, gateway) : { kind: 'nothing', until: NEVER };
  }

  #hide(record: string, is: number): void {
    this.#told.hide(record, is);
    this.#parts.look?.note(record, false);
  }

  async #deliver({ record, is }: PendingRecord, answered: Answered): Promise<void> {
    const { gateway, request, sink, resumeToken } = this.#parts;
    const { asking, redacted } = answered;
    const digest = digestOf(record, redacted, asking.profile.subject);
    if (this.#told.has(record, digest)) return;
    const text = printAnswer(answered);
    const receipt = await recordOutcome(answered, text, request, gateway).catch((cause: unknown) => {
      throw new InternalError('AUDIT_UNAVAILABLE', 'the ledger did not take the entry', { cause });
    });
    if (this.#ending.signal.aborted) return;
    this.#told.tell(record, is, digest);
    const positions = this.watched.owners.map((of) => this.#pending.doneUpTo(of, this.#upTo.get(of) ?? 0));
    const resume = resumeToken(positions, this.#told.digests, asking.now);
    sink.next(respondAnswered(text, receipt, resume).body, resume);
    if (await sink.room()) return;
    throw new ClientError('LIMIT_EXCEEDED', `what was sent was not taken for ${SUBSCRIPTIONS.unreadMaxMs} ms`);
  }

  /** Who asks, at this moment: by the same token, under the agreement and the facts that hold now. Throws one of the 401 codes. */
  #ask(now: Instant): Asking {
    const { request, gateway, read } = this.#parts;
    this.#asking = askAgain(read, this.#asking, request, gateway, now);
    return this.#asking;
  }
}
