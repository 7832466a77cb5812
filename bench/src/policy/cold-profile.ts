import type { PolicyEngine } from '@chancery/policy/engine';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import type { Workload } from './workload.js';

/** Decides one kind of data under every handling for a profile that was never seen, as a service does before its first answer. */
export function decideAll(
  engine: PolicyEngine,
  { handlings, view, now }: Workload,
  profile: Profile,
  category: Category,
): Uint8Array {
  const decider = engine.open(profile, view, now);
  const bits = new Uint8Array(handlings.length);
  for (const [index, handling] of handlings.entries()) {
    const narrowed = handlingAt(handling, 'EXISTENCE', category, 0);
    bits[index] = decider.decide(category, narrowed, 'read').effect === 'allow' ? 1 : 0;
  }
  return bits;
}
