import type { Decision } from '@chancery/policy/decision';
import type { PolicyEngine } from '@chancery/policy/engine';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Purpose } from '@chancery/shared/vocabulary';
import type { Consulted } from '../stages/execute/consulted.js';
import type { Asking } from '../stages/identify/identify.js';
import type { AskedField } from './asked-field.js';
import type { Sight, ValueSight } from './look-at.js';
import type { Partner } from './partner-profile.js';

/** What an agency would get of a value, asking for a purpose. */
export interface SharingDecision {
  readonly profile: Profile;
  /** Null where the agreement of the agency does not name the purpose. */
  readonly decision: Decision | null;
}

/**
 * Whether who asks may ask what others would get of a value: an agency of the State that made the record, which reads that value itself.
 * It is told of no one else's records, or asking for others would be a way around what it may read.
 */
export const maySee = ({ handling }: Sight, value: ValueSight | null, { profile }: Pick<Asking, 'profile'>): boolean =>
  value?.isOpen === true && handling.record.owner.startsWith(`${profile.subject.represents}.`);

/** The decision that a partner would get, in its own State's place: put down as asked about, and disclosed to nobody. */
export function decideSharing(
  sight: Sight,
  field: AskedField,
  { subject, agreement }: Partner,
  purpose: Purpose,
  {
    asking,
    policy,
    consulted,
  }: { readonly asking: Asking; readonly policy: PolicyEngine; readonly consulted: Consulted },
): SharingDecision {
  const profile: Profile = { subject, purpose, caseId: asking.profile.caseId };
  if (!agreement.purposes.has(purpose)) return { profile, decision: null };
  const { coordinate, category, floor } = field.policy ?? ROW;
  const { view, now } = asking;
  const row = policy.decide(
    profile,
    'EXISTENCE',
    handlingAt(sight.handling, 'EXISTENCE', 'EXISTENCE', 0),
    'read',
    view,
    now,
  );
  const narrowed = handlingAt(sight.handling, coordinate, category, floor);
  // Of a row that hides nothing else is decided.
  const decision = row.effect === 'allow' ? policy.decide(profile, category, narrowed, 'read', view, now) : row;
  consulted.items.push({
    coordinate,
    handling: sight.handling,
    label: narrowed.label,
    letter: 'I',
    count: 1,
    rules: decision.citations.map(({ rule }) => rule),
    acts: decision.acts,
  });
  return { profile, decision };
}

const ROW = { coordinate: 'EXISTENCE', category: 'EXISTENCE', floor: 0 } as const;
