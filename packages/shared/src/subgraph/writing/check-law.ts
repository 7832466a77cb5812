import type { RegisterKey } from '../../brands.js';
import type { Instant } from '../../clock.js';
import { WriteDenied } from '../../errors.js';
import type { Handling, Label } from '../../labels/label.js';
import type { SnapshotView } from '../../snapshot/snapshot.js';
import type { Profile, Subject } from '../../subjects/subject.js';
import type { Viewer } from '../visibility/viewer.js';
import { checkVerdict, type WriteVerdict } from './check-verdict.js';

/** That something is told under a label which may limit less than the one that it is kept under. */
export interface Lowering {
  readonly before: Label;
  /** The agency that made what is told. */
  readonly owner: string;
  readonly after: Label;
  readonly by: Pick<Subject, 'agency' | 'represents'>;
  /** The record whose label it is, and what there is of acts at the moment; null where no record has it yet. */
  readonly of: { readonly id: string; readonly view: SnapshotView; readonly now: Instant } | null;
}

/** What the law says of a command; the policy package knows it, and this one does not know that. */
export interface CommandLaw {
  /** Whether a profile could run it on some post. */
  ofProfile(profile: Profile): WriteVerdict;
  /** Whether it may run it on this one. */
  ofPost(profile: Profile, post: RegisterKey, viewer: Viewer): WriteVerdict;
  /** Whether whoever runs it may tell something under a lower label. */
  ofLowering(lowering: Lowering): WriteVerdict;
  /** Whether it may run it on a record so handled, where that turns on whose the record is and on no post. */
  ofHeld?(profile: Profile, held: Handling): WriteVerdict;
}

/**
 * Throws WRITE_DENIED unless a command is lawful of the record itself, or else at every post that it concerns: of one that concerns none
 * nobody has a role.
 */
export function checkLawAt(law: CommandLaw, viewer: Viewer, held: Handling): void {
  if (law.ofHeld !== undefined) {
    checkVerdict(law.ofHeld(viewer.profile, held));
    return;
  }
  const { missions } = held.record;
  if (missions.length === 0) throw new WriteDenied('a record of no post is changed by nobody', ['CHY-DENY']);
  for (const post of missions) checkVerdict(law.ofPost(viewer.profile, post, viewer));
}
