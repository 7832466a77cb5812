import type { Fact } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { LegalStatus } from '@chancery/shared/vocabulary';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

/** The standing of a post in one State, as somebody would record it. */
export interface Standing {
  readonly receivingState: string;
  readonly status: LegalStatus;
  readonly protectingPower: string | null;
}

/** What a receiving State does by itself: it breaks off or suspends relations, has a post closed, and takes that back (VCDR 2, 43, 45; VCCR 2(3), 27). */
const OF_RECEIVING_STATE: ReadonlySet<LegalStatus> = new Set<LegalStatus>(['ESTABLISHED', 'SUSPENDED', 'CLOSED']);
const RULE = 'CHY-STAT';

/**
 * Whether a State may say this of a post: the sending State of its own, in any State that receives or is to receive it (VCDR 5(1)); the receiving State of
 * the relation to itself alone. To whom interests and premises are entrusted the sending State says, and it names a third State (VCDR 45(b)-(c), 46).
 */
export function checkStanding(
  { receivingState, status, protectingPower }: Standing,
  { subject: { represents } }: Profile,
  relations: readonly Fact[],
): Verdict {
  const [{ sending } = { sending: null }] = relations;
  if (sending === null) return refused(RULE, 'nothing is known of the post');
  if (status === 'IN_CUSTODY' && protectingPower === null) {
    return refused('VCDR-45bc', 'what is in custody is in that of a State');
  }
  if (protectingPower !== null && (protectingPower === sending || protectingPower === receivingState)) {
    return refused('VCDR-45bc', `\`${protectingPower}\` is no third State`);
  }
  if (represents === sending) return ACCEPTED;
  if (represents !== receivingState) return refused(RULE, `\`${receivingState}\` speaks for itself`);
  if (protectingPower !== null || !OF_RECEIVING_STATE.has(status)) {
    return refused('VCDR-45bc', 'whom interests are entrusted to is for the sending State to say');
  }
  return ACCEPTED;
}
