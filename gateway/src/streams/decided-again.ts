import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Handling } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Decider } from '../stages/authorize/decider.js';
import type { Asking } from '../stages/identify/identify.js';
import type { Subscribing } from './subscription-parts.js';
import type { ToldRecords } from './told-records.js';
import { type changeSeen, outcomesOf, type RecordChange } from './visible-change.js';
import type { Watched, WatchedType } from './watched.js';

/** What it is decided with. */
type Deciding = Pick<Subscribing, 'tables' | 'policy' | 'handlings'>;

/** A record that is to be looked at again, and the integer of its handling. */
type Again = readonly [record: string, is: number];

/**
 * When what a subscriber was told has to be decided again though nothing of it changed: other facts or acts are in force, or a date has come by
 * which a decision behind it can be another. Services say of each record that they read until when their own decisions hold, of what lies behind
 * its links too; of what is not read, the gateway's decisions do.
 */
export class DecidedAgain {
  readonly #gateway: Deciding;
  readonly #watched: Watched;
  /** What was told is decided by these facts and acts, at that instant, until the earliest of the dates. */
  #view: SnapshotView;
  #at: Instant;
  #until: Instant = NEVER;

  constructor(gateway: Deciding, watched: Watched, { view, now }: Pick<Asking, 'view' | 'now'>) {
    this.#gateway = gateway;
    this.#watched = watched;
    this.#view = view;
    this.#at = now;
  }

  /** Decides by the facts and acts, and at the moment, of who asks. */
  deciderFor({ profile, now, view }: Asking): Decider {
    return this.#decider(profile, now, view);
  }

  /** Notes until when a record reads as it was read, or is hidden as it is. */
  note(until: Instant, now: Instant): void {
    if (until > now) this.#until = Math.min(this.#until, until);
  }

  /** Notes the same of a record that changed and is not read: what is hidden is until then, and under another handling other dates count. */
  noteUnread(seen: ReturnType<typeof changeSeen>, type: WatchedType, { was, is }: RecordChange, asking: Asking): void {
    if (seen === 'hidden' && is !== null) this.note(this.deciderFor(asking).existence(is).validUntil, asking.now);
    if (seen === 'unseen' && was !== is && is !== null) this.#noteOutcomes(type, is, asking);
  }

  /** Notes until when all that would be told of a record under a handling is decided as it is. */
  #noteOutcomes(type: WatchedType, handling: Handling, asking: Asking): void {
    const { subject } = asking.profile;
    const span = this.deciderFor(asking).kept?.span((decider) => outcomesOf(type, handling, decider, subject));
    if (span !== undefined) this.note(span.until, asking.now);
  }

  /** What of it is to be looked at again; null where nothing can be otherwise. */
  due(asking: Asking, told: ToldRecords): readonly Again[] | null {
    const { view, now } = asking;
    // Of facts that are out of date nothing follows but that they are: the next event is decided by that.
    if (view.stale || (view.snapshot.digest === this.#view.snapshot.digest && now < this.#until)) return null;
    const before = this.#decider(asking.profile, this.#at, this.#view);
    [this.#view, this.#at, this.#until] = [view, now, NEVER];
    if (this.#watched.standing !== null) return [...told.seen];
    const [type] = this.#watched.types.values();
    return type === undefined ? [] : [...this.#seen(type, before, asking, told), ...this.#hidden(asking, told)];
  }

  #seen(type: WatchedType, before: Decider, asking: Asking, told: ToldRecords): readonly Again[] {
    const { subject } = asking.profile;
    const after = this.deciderFor(asking);
    return [...told.seen].filter(([, is]) => {
      const handling = this.#handlingOf(is);
      const by = (decider: Decider) => (handling === null ? '' : outcomesOf(type, handling, decider, subject));
      if (type.isDeep || by(before) !== by(after)) return true;
      if (handling !== null) this.#noteOutcomes(type, handling, asking);
      return false;
    });
  }

  #hidden(asking: Asking, told: ToldRecords): readonly Again[] {
    const decider = this.deciderFor(asking);
    return [...told.hidden].filter(([, is]) => {
      const handling = this.#handlingOf(is);
      if (handling === null) return false;
      const { effect, validUntil } = decider.existence(handling);
      if (effect !== 'allow') this.note(validUntil, asking.now);
      return effect === 'allow';
    });
  }

  /** Of a record that is told of for itself, which is of the one service that is heard. */
  #handlingOf(integer: number): Handling | null {
    return this.#gateway.handlings.handlingOf(this.#watched.owners[0], integer);
  }

  #decider(profile: Asking['profile'], at: Instant, view: SnapshotView): Decider {
    const { tables, policy } = this.#gateway;
    return tables.tableFor(policy, profile, at, view).at(at);
  }
}
