import type { Handling } from '@chancery/shared/labels/label';
import type { Profile } from '@chancery/shared/subjects/subject';
import { lawOfCommand } from './check-command.js';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

const RULE = 'CHY-DUTY';

/**
 * Rules by which a notice is owed to one State, for its own sake alone: that State may waive it (articles on State responsibility 45(a); from
 * memory, wants a lawyer). Not so what is a right of a person too (VCCR 36; LaGrand, ICJ 2001), or is owed to all parties of a treaty.
 */
const WAIVABLE: ReadonlySet<string> = new Set(['VCCR-31-2D', 'VCCR-59', 'VCCR-37D', 'VCCR-42', 'VCCR-63', 'VCDR-37-3']);

/** Whether the State to which something is owed by a rule may waive it. */
export function checkWaivable(rule: string): Verdict {
  return WAIVABLE.has(rule) ? ACCEPTED : refused(RULE, `what is owed by \`${rule}\` is not for one State to waive`);
}

/** Whether an agency answers for an obligation: it is kept as a record of the agency that owes it. */
function checkDebtor({ subject }: Profile, { record }: Handling): Verdict {
  if (record.owner === subject.agency) return ACCEPTED;
  return refused(RULE, `what another agency owes is not for \`${subject.agency}\` to discharge`);
}

/** Whether an agency is of the State to which an obligation is owed: of the two that its label admits, the one that does not owe it. */
function checkCreditor({ subject }: Profile, { record, label }: Handling): Verdict {
  const owes = record.owner.startsWith(`${subject.represents}.`);
  const admitted = label.releasableTo !== 'ANY' && label.releasableTo.has(subject.represents);
  if (admitted && !owes) return ACCEPTED;
  return refused(RULE, `what is not owed to \`${subject.represents}\` is not for it to waive`);
}

/** The law of discharging an obligation: it turns on who owes it, wherever that is. */
export const lawOfDebtor = { ...lawOfCommand('dischargeObligation'), ofHeld: checkDebtor };

/** The law of waiving one: it turns on to whom it is owed. */
export const lawOfCreditor = { ...lawOfCommand('waiveObligation'), ofHeld: checkCreditor };
