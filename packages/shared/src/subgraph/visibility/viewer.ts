import type { Instant } from '../../clock.js';
import { ClientError } from '../../errors.js';
import type { SnapshotView } from '../../snapshot/snapshot.js';
import { profileText } from '../../subjects/profile-text.js';
import { profileOf, type SignedContext } from '../../subjects/signed-context.js';
import type { Profile } from '../../subjects/subject.js';
import type { Action } from '../../vocabulary.js';
import type { DecisionPoint, SnapshotLookup } from './decision-point.js';

/** On whose behalf one call is answered, and what it is decided by. */
export interface Viewer {
  readonly profile: Profile;
  /** Digest of everything about the caller that a decision may read. */
  readonly digest: string;
  readonly now: Instant;
  /** Name of the signed call, which is one run of one command. */
  readonly call: string;
  /** What the call may do. */
  readonly action: Action;
  readonly view: SnapshotView;
}

/** The viewer of a verified context; refuses one that was made under a snapshot or policy that this service does not have. */
export async function viewerOf(
  context: SignedContext,
  decisions: DecisionPoint,
  snapshots: SnapshotLookup,
): Promise<Viewer> {
  if (context.policy !== decisions.version) throw new ClientError('CONTEXT_INVALID', 'context names another policy');
  const profile = profileOf(context);
  return {
    profile,
    digest: profileText(profile).digest,
    now: context.now,
    call: context.jti,
    action: context.action,
    view: await viewAt(context.snapshot, snapshots),
  };
}

async function viewAt([number, digest]: SignedContext['snapshot'], snapshots: SnapshotLookup): Promise<SnapshotView> {
  const known = snapshots.at(number, digest);
  if (known !== null && !known.stale) return known;
  if (known !== null) {
    await snapshots.settle?.();
    return snapshots.at(number, digest) ?? known;
  }
  // The gateway may have seen a new snapshot a moment earlier.
  await snapshots.confirm?.();
  const fetched = snapshots.at(number, digest);
  if (fetched === null) throw new ClientError('CONTEXT_INVALID', 'context names an unknown snapshot');
  return fetched;
}
