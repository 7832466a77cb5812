import type { Instant } from '@chancery/shared/clock';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { ProfileDecider } from './profile-decider.js';

type Open = (profile: Profile, view: SnapshotView, now: Instant) => ProfileDecider;

/**
 * Keeps the evaluation that was opened last: whoever decides value by value asks thousands of times for one.
 * Law: what an evaluation decides follows from profile, view and instant, the first two of which are never changed.
 */
export function keepingLast(open: Open): Open {
  let last: {
    readonly profile: Profile;
    readonly view: SnapshotView;
    readonly now: Instant;
    decider: ProfileDecider;
  } | null = null;
  return (profile, view, now) => {
    if (last === null || last.profile !== profile || last.view !== view || last.now !== now) {
      last = { profile, view, now, decider: open(profile, view, now) };
    }
    return last.decider;
  };
}
