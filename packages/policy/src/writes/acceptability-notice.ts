import type { Role } from '@chancery/shared/vocabulary';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

/** A notice that a member of a post is persona non grata or not acceptable. */
export interface AcceptabilityNotice {
  readonly writer: Role;
  readonly acceptability: 'ACCEPTABLE' | 'NOT_ACCEPTABLE' | 'PERSONA_NON_GRATA';
  /** Never asked for: the receiving State need not explain (VCDR 9(1), VCCR 23(4)). */
  readonly reason: string | null;
}

/**
 * VCDR 9(1) and VCCR 23(4): the receiving State notifies at any time and without having to explain, through its ministry
 * (VCDR 41(2)). That no reason is asked for is the point: the notice is judged by its writer alone.
 */
export function checkAcceptabilityNotice({ writer }: AcceptabilityNotice): Verdict {
  if (writer === 'RECEIVING_STATE_MFA') return ACCEPTED;
  return refused('VCDR-9', `\`${writer}\` does not speak for the receiving State on acceptability`);
}
