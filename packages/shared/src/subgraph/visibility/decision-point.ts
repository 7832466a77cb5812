import type { Sha256 } from '../../brands.js';
import type { Instant } from '../../clock.js';
import type { Handling } from '../../labels/label.js';
import type { SnapshotView } from '../../snapshot/snapshot.js';
import type { SnapshotChange } from '../../snapshot/snapshot-change.js';
import type { Profile } from '../../subjects/subject.js';
import type { Action, Category, Effect } from '../../vocabulary.js';

/** What decides whether a value may be read; the service passes the policy engine in. */
export interface DecisionPoint {
  /** Digest of the policy set: a call that was decided by another one is refused. */
  readonly version: Sha256;
  /** Tells the records whose decisions changes of the snapshot may have touched; null, or left out, when it may be any. */
  touchedBy?(changes: readonly SnapshotChange[]): ((handling: Handling) => boolean) | null;
  /** Opens the evaluation of many values for one profile at one snapshot and instant. */
  open(profile: Profile, view: SnapshotView, now: Instant): ProfileDecisions;
}

/** Decides values of one profile. */
export interface ProfileDecisions {
  /** `handling` is already narrowed to one coordinate. */
  decide(
    category: Category,
    handling: Handling,
    action: Action,
  ): {
    readonly effect: Effect;
    readonly validUntil: Instant;
    /** The rules behind it, and whom each may be told. */
    readonly citations?: readonly { readonly rule: string; readonly tell: 'caller' | 'auditor' }[];
  };
}

/** Where the facts and acts come from; an older snapshot is found by number and digest as long as it is remembered. */
export interface SnapshotLookup {
  at(number: number, digest: string): SnapshotView | null;
  /** Looks at the source now, for a snapshot that is not known yet. */
  confirm?(): Promise<void>;
  /** Where this process has just stood still, asks once more before what it holds is called stale. */
  settle?(): Promise<void>;
}
