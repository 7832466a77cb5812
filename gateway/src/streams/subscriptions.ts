import { ClientError, InternalError } from '@chancery/shared/errors';
import { type FeedEvent, NO_RECORD } from '@chancery/shared/feed/feed-wire';
import { prepare } from '../query.js';
import { Admission, type AdmissionOptions } from '../stages/admit/admission.js';
import type { SubgraphEndpoint } from '../stages/execute/mesh.js';
import { Slots } from '../stages/execute/slots.js';
import { ADMISSION } from '../stages/limit/limits.js';
import { SUBSCRIPTIONS } from '../stages/limit/subscription-limits.js';
import type { ReadRequest } from '../stages/read/read-operation.js';
import type { EventSink } from '../stages/receive/event-sink.js';
import { type GatewayRequest, singleValue } from '../stages/receive/request.js';
import type { Reached } from '../stages/record/outcome.js';
import { readEvent } from '../subscribe.js';
import { FeedFollower } from './feed-follower.js';
import { type ResumePoint, ResumeSeal } from './resume-token.js';
import { StandingLook } from './standing-look.js';
import { Subscription } from './subscription.js';
import type { Subscribing } from './subscription-parts.js';
import { type Watched, watchedBy } from './watched.js';

/** What subscriptions are kept with. */
export interface SubscriptionsOptions {
  readonly gateway: Subscribing;
  readonly endpoints: Readonly<Record<string, SubgraphEndpoint>>;
  /** Services whose records may be subscribed to. */
  readonly owners: ReadonlySet<string>;
  readonly limits: Pick<Record<keyof typeof SUBSCRIPTIONS, number>, 'subjectMax' | 'agencyMax' | 'allMax'>;
  readonly ledger: AdmissionOptions['ledger'];
  failed(error: unknown, reached: Reached, request: GatewayRequest): Promise<string>;
}

/** A subscription that may begin, and has a place. */
export interface AdmittedSubscription {
  /** Begins to tell; what happened since it was admitted is told too. */
  begin(sink: EventSink): Subscription;
  /** Gives its place back unused. */
  leave(): void;
}

/** A subscription that has a place and has not begun, with the events that it is to begin with. */
interface Entered {
  readonly read: ReadRequest;
  readonly request: GatewayRequest;
  readonly watched: Watched;
  /** By service. */
  readonly events: ReadonlyMap<string, FeedEvent[]>;
}

/** All subscriptions of a gateway, and the feeds that they hear of. */
export class Subscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #followers: ReadonlyMap<string, FeedFollower>;
  readonly #seals: ReadonlyMap<string, ResumeSeal>;
  readonly #open = new Set<Subscription>();
  readonly #entered = new Set<Entered>();
  readonly #admission: Admission;
  readonly #slots = new Slots(SUBSCRIPTIONS.readMax);
  readonly #checking: NodeJS.Timeout;
  #isEnding = false;

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
    const { gateway, endpoints, owners, limits, ledger } = options;
    const { clock, log, handlings } = gateway;
    const told = Object.entries(endpoints).filter(([name]) => owners.has(name));
    this.#followers = new Map(
      told.map(([subgraph, endpoint]) => {
        const heard = (events: readonly FeedEvent[], upTo: number): void => this.#heard(subgraph, events, upTo);
        const learn = (name: string, texts: unknown): void => handlings.learn(name, texts);
        const wentBack = (): void => this.#lose(subgraph);
        return [subgraph, new FeedFollower({ subgraph, endpoint, clock, log, learn, heard, wentBack })];
      }),
    );
    this.#seals = new Map(told.map(([subgraph, { key }]) => [subgraph, new ResumeSeal(key, subgraph)]));
    this.#admission = new Admission({
      // How long a subscription lasts tells nothing of how busy the gateway is: there is room for as many at any time.
      limits: { ...ADMISSION, ...limits, allLeast: limits.allMax },
      ledger,
      now: () => performance.now(),
      what: 'subscriptions',
    });
    this.#checking = setInterval(() => this.#check(), SUBSCRIPTIONS.checkedEveryMs).unref();
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size;
  }

  /**
   * Admits a subscription that was read. Tried out once with an id of no record, so that what its service does not take is refused
   * now. Throws what a query throws, and INPUT_INVALID for a resume token that does not serve.
   */
  async admit(read: ReadRequest, request: GatewayRequest): Promise<AdmittedSubscription> {
    const { gateway } = this.#options;
    if (this.#isEnding) throw new InternalError('OVERLOADED', 'the gateway is being stopped');
    const watched = watchedBy(prepare(read, gateway), read.valid, gateway.preparer.supergraph);
    const leavePlace = this.#admission.enter(read.asking.token.subject);
    const entered: Entered = { read, request, watched, events: new Map(watched.owners.map((owner) => [owner, []])) };
    const leave = (): void => {
      this.#entered.delete(entered);
      leavePlace();
    };
    try {
      await readEvent(read, NO_RECORD, watched, request.signal, gateway);
      const point = this.#pointOf(entered);
      await Promise.all(watched.owners.map((owner) => this.#followerOf(owner).known()));
      // From here on what the feeds tell is kept for it, and what was told before is read.
      this.#entered.add(entered);
      const positions: number[] = [];
      for (const [at, owner] of watched.owners.entries()) {
        const heardUpTo = this.#followerOf(owner).position ?? 0;
        const position = point?.positions[at];
        if (position !== undefined)
          entered.events.get(owner)?.push(...(await this.#missed(entered, owner, position, heardUpTo)));
        positions.push(position ?? heardUpTo);
      }
      const look = await this.#lookOf(entered);
      const from = { positions, told: point?.told ?? [] };
      return { begin: (sink) => this.#begin(entered, look, from, sink, leave), leave };
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Ends them all, for the gateway is stopped; no other begins. */
  endAll(): void {
    this.#isEnding = true;
    for (const subscription of [...this.#open]) subscription.end();
  }

  async close(): Promise<void> {
    clearInterval(this.#checking);
    this.endAll();
    await Promise.all([...this.#followers.values()].map((follower) => follower.close()));
  }

  #begin(
    entered: Entered,
    look: StandingLook | null,
    { positions, told: toldBefore }: Pick<ResumePoint, 'positions' | 'told'>,
    sink: EventSink,
    leave: () => void,
  ): Subscription {
    const { read, request, watched, events } = entered;
    const { gateway, failed } = this.#options;
    const seal = this.#sealOf(watched);
    const bound = boundOf(read);
    const subscription = new Subscription({
      request,
      read,
      watched,
      look,
      gateway,
      slots: this.#slots,
      sink,
      positions: new Map(watched.owners.map((owner, at) => [owner, positions[at] ?? 0])),
      toldBefore,
      resumeToken: (upTo, told, at) => seal.seal({ positions: upTo, at, told }, bound),
      failed: (error, reached) => failed(error, reached, request),
      over: () => {
        this.#open.delete(subscription);
        leave();
      },
    });
    this.#entered.delete(entered);
    this.#open.add(subscription);
    if (request.signal.aborted) subscription.leave();
    else request.signal.addEventListener('abort', () => subscription.leave(), { once: true });
    for (const [owner, kept] of events) subscription.heard(owner, kept, this.#followerOf(owner).position ?? 0);
    return subscription;
  }

  /** What meets a standing question when its subscription begins is in its connection: told is what comes after. */
  async #lookOf({ read, request, watched: { standing } }: Entered): Promise<StandingLook | null> {
    if (standing === null) return null;
    const { gateway } = this.#options;
    const look = new StandingLook(standing, gateway.preparer.planner);
    if ((await look.look(read.asking, request.signal, gateway)) !== null) return look;
    throw new InternalError('SUBGRAPH_UNREACHABLE', 'what meets the question is not known');
  }

  /** Where a subscriber that comes back stood; null for who comes for the first time. */
  #pointOf({ read, request, watched }: Entered): ResumePoint | null {
    const header = singleValue('Last-Event-ID', request.lastEventId) ?? null;
    const token = read.body.resume ?? header;
    if (token === null || token === '') return null;
    const point = this.#sealOf(watched).open(token, boundOf(read));
    if (point === null) throw refusedToken(read, 'no token of this caller and operation');
    if (read.asking.now - point.at > SUBSCRIPTIONS.resumeMaxMs) throw refusedToken(read, 'the token is too old');
    return point;
  }

  /** What happened since a subscriber left, up to what the gateway itself has heard of. */
  async #missed(
    { read, watched }: Entered,
    owner: string,
    from: number,
    heardUpTo: number,
  ): Promise<readonly FeedEvent[]> {
    const missed: FeedEvent[] = [];
    let at = from;
    do {
      const { events, head, upTo } = await this.#followerOf(owner).read(at);
      // Beyond the last that there is lies a number of a log that was put back since.
      if (head < at) throw refusedToken(read, 'a token of events that are gone');
      missed.push(...events.filter(({ type }) => watched.types.has(type)));
      at = Math.max(upTo, at + 1);
    } while (at < heardUpTo);
    return missed;
  }

  #heard(subgraph: string, events: readonly FeedEvent[], upTo: number): void {
    for (const { events: kept } of this.#entered) kept.get(subgraph)?.push(...events);
    for (const subscription of [...this.#open]) {
      if (subscription.watched.owners.includes(subgraph)) subscription.heard(subgraph, events, upTo);
    }
  }

  #lose(subgraph: string): void {
    const error = new InternalError('SUBGRAPH_UNREACHABLE', `the events of ${subgraph} went back`);
    for (const subscription of [...this.#open])
      if (subscription.watched.owners.includes(subgraph)) subscription.fail(error);
  }

  #check(): void {
    const now = this.#options.gateway.clock();
    for (const subscription of [...this.#open]) subscription.check(now);
  }

  #followerOf(owner: string): FeedFollower {
    return required(this.#followers.get(owner), owner);
  }

  #sealOf({ owners: [owner] }: Watched): ResumeSeal {
    return required(this.#seals.get(owner), owner);
  }
}

/** What a resume token is bound to: it serves the same subject with the same operation, and nobody else. */
function boundOf({ asking: { profile }, body }: ReadRequest): string {
  const { subject, purpose, caseId } = profile;
  return JSON.stringify([subject.agency, subject.id, purpose, caseId, body.text, body.operationName, body.variables]);
}

function refusedToken({ body }: ReadRequest, message: string): ClientError {
  return new ClientError('INPUT_INVALID', message, body.resume === null ? 'Last-Event-ID' : 'extensions.resume');
}

function required<T>(value: T | undefined, subgraph: string): T {
  if (value === undefined) throw new InternalError('SUBGRAPH_UNREACHABLE', `${subgraph} tells of no events`);
  return value;
}
