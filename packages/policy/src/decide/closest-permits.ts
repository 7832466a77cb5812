import type { Profile } from '@chancery/shared/subjects/subject';
import {
  ACT_KINDS,
  type ActKind,
  AGENCY_KINDS,
  type AgencyKind,
  type Category,
  PURPOSES,
  type Purpose,
} from '@chancery/shared/vocabulary';
import { ACT, ACT_FLAGS, type Bits, some } from '../compiled/bits.js';
import type { PermitPolicy } from '../compiled/compiled-policy.js';
import type { CategoryRules } from '../compiled/rule-table.js';
import type { Citation } from '../decision.js';
import { profileInput } from '../facts/profile-input.js';

/** A permit that would come into play if one thing about the request were another. */
export interface ClosestPermit extends Citation {
  readonly title: string;
  /** One of them would do; none when it turns on the record alone. */
  readonly needs: {
    readonly acts?: readonly ActKind[];
    readonly purposes?: readonly Purpose[];
    readonly agencyKinds?: readonly AgencyKind[];
  };
}

const TOLD_MAX = 3;

/**
 * The permits that come closest to opening a kind of data, by what a profile is and asks for: never by a record, a fact or an
 * act, of which a denial must tell nothing. What stands in the way of many permits at once is not worked out.
 */
export function closestPermits(profile: Profile, category: Category, rules: CategoryRules): readonly ClosestPermit[] {
  const told = rules.permits.filter(({ policy }) => policy.tell === 'caller');
  const ranked = told.flatMap(({ policy, cited: { rule, instrument, article } }) => {
    const found = needsOf(policy, profile, category);
    return found === null
      ? []
      : [{ rank: found.rank, permit: { rule, instrument, article, title: policy.title, needs: found.needs } }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, TOLD_MAX)
    .map(({ permit }) => permit);
}

function needsOf(
  policy: PermitPolicy,
  profile: Profile,
  category: Category,
): { readonly rank: number; readonly needs: ClosestPermit['needs'] } | null {
  const couldHold = (changed: Profile): boolean => policy.couldHold(profileInput(changed, category));
  if (couldHold(profile)) {
    const acts = actKindsOf(policy.acts);
    return acts.length > 0 ? { rank: 0, needs: { acts } } : { rank: 3, needs: {} };
  }
  const purposes = PURPOSES.filter((purpose) => couldHold({ ...profile, purpose }));
  if (purposes.length > 0) return { rank: 1, needs: { purposes } };
  const { subject } = profile;
  const agencyKinds = AGENCY_KINDS.filter((kind) => couldHold({ ...profile, subject: { ...subject, kind } }));
  return agencyKinds.length > 0 ? { rank: 2, needs: { agencyKinds } } : null;
}

/** Acts that close, and standing facts about States, are nothing that a caller could bring. */
const NOT_BROUGHT: ReadonlySet<ActKind> = new Set<ActKind>(['CONSENT_REFUSAL', 'PARTY_STATUS']);

function actKindsOf(acts: Bits): ActKind[] {
  const flags = ACT_FLAGS.filter((flag) => some(acts, ACT[flag]) && flag !== 'CONSENT_REFUSAL');
  const kinds = ACT_KINDS.filter((kind) => flags.some((flag) => flag === kind || flag.startsWith(`${kind}_`)));
  return kinds.filter((kind) => !NOT_BROUGHT.has(kind));
}
