import type { Subject } from '@chancery/shared/subjects/subject';
import type { CommandGrant } from './command-grant.js';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

const RULE = 'CHY-RTRC';

/** That a record is taken back. */
export interface Retraction {
  /** The agency that made it. */
  readonly owner: string;
  readonly by: Pick<Subject, 'agency'>;
}

/** CHY-RTRC: a record that should not have been made is taken back by the agency that made it, and by no other of the same State. */
export function checkRetraction({ owner, by }: Retraction): Verdict {
  return owner === by.agency ? ACCEPTED : refused(RULE, 'a record is taken back by the agency that made it');
}

/** Who may take back what such grants let them make. */
export const retracting = (grants: readonly CommandGrant[]): readonly CommandGrant[] =>
  grants.map((grant) => ({ ...grant, rule: RULE }));
