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

/** Commands of kinds of record that somebody keeps, by the one that enters such a record: its type. */
type Kept = Readonly<Record<string, string>>;
type KeptCommand<K extends Kept> = (keyof K & string) | `amend${K[keyof K]}` | `retract${K[keyof K]}`;

/** Who may enter records of some kinds amends them, and takes back what its agency has entered. */
export function keeping<const K extends Kept>(
  kinds: K,
  grants: readonly CommandGrant[],
): Readonly<Record<KeptCommand<K>, readonly CommandGrant[]>> {
  const commands = Object.entries(kinds).flatMap(([enters, type]) => [
    [enters, grants],
    [`amend${type}`, grants],
    [`retract${type}`, retracting(grants)],
  ]);
  return Object.fromEntries(commands);
}

/** Who may take back what such grants let them make. */
export const retracting = (grants: readonly CommandGrant[]): readonly CommandGrant[] =>
  grants.map((grant) => ({ ...grant, rule: RULE }));
