import type { RegisterKey } from '../../brands.js';
import { WriteDenied } from '../../errors.js';
import type { Handling } from '../../labels/label.js';
import type { Profile } from '../../subjects/subject.js';
import type { Viewer } from '../visibility/viewer.js';
import { checkVerdict, type WriteVerdict } from './check-verdict.js';

/** What the law says of a command; the policy package knows it, and this one does not know that. */
export interface CommandLaw {
  /** Whether a profile could run it on some post. */
  ofProfile(profile: Profile): WriteVerdict;
  /** Whether it may run it on this one. */
  ofPost(profile: Profile, post: RegisterKey, viewer: Viewer): WriteVerdict;
}

/** Throws WRITE_DENIED unless a command is lawful at every post that a record concerns: of one that concerns none nobody has a role. */
export function checkLawAt(law: CommandLaw, viewer: Viewer, { record: { missions } }: Handling): void {
  if (missions.length === 0) throw new WriteDenied('a record of no post is changed by nobody', ['CHY-DENY']);
  for (const post of missions) checkVerdict(law.ofPost(viewer.profile, post, viewer));
}
