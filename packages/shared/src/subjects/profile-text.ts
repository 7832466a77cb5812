import { type Sha256, sha256Of } from '../brands.js';
import type { Profile } from './subject.js';

/** Everything about a caller that a decision may read, as one text with its digest: the key of its decisions and its name on the ledger. */
export interface ProfileText {
  /** `sha256:` and hex digits of the text. */
  readonly digest: Sha256;
  readonly text: string;
}

const known = new WeakMap<Profile, ProfileText>();

/** The canonical text of a profile: fixed key order, sets sorted, so that one profile has one digest wherever it is made. */
export function profileText(profile: Profile): ProfileText {
  const remembered = known.get(profile);
  if (remembered !== undefined) return remembered;
  const text = printProfile(profile);
  const made = { digest: sha256Of(text), text };
  known.set(profile, made);
  return made;
}

function printProfile({ subject, purpose, caseId }: Profile): string {
  const clearances = subject.clearances
    .map(({ policy, rank, briefedAt, ndaAt, until }) => ({ policy, rank, briefedAt, ndaAt, until }))
    .sort((a, b) => (a.policy < b.policy ? -1 : 1));
  return JSON.stringify({
    subject: {
      id: subject.id,
      represents: subject.represents,
      agency: subject.agency,
      kind: subject.kind,
      nationalities: [...subject.nationalities].sort(),
      clearances,
      compartments: [...subject.compartments].sort(),
      groups: [...subject.groups].sort(),
    },
    purpose,
    caseId,
  });
}
