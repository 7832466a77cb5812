import { REGISTER_PARTY } from '@chancery/shared/admission/agreement-wire';
import { ClientError } from '@chancery/shared/errors';
import { type Fault, printFault } from '@chancery/shared/subjects/fault';
import { AgreementError, parseTrustAgreement, type TrustAgreement } from '@chancery/shared/subjects/trust-agreement';

const ARGUMENT = 'input.agreement';

/** An agreement with the text that is kept of it. */
export interface ReadAgreement {
  readonly agreement: TrustAgreement;
  /** Printed anew: what is read is what counts, and nothing stands in it twice. */
  readonly document: string;
}

/** Reads an agreement as a file of it is read. Throws INPUT_INVALID with everything that is wrong with it. */
export function readAgreement(text: string): ReadAgreement {
  const value = jsonOf(text);
  const agreement = parsed(value);
  // Whoever keeps the register comes by a file of the machine: no two persons of it let in a third.
  if (agreement.represents === REGISTER_PARTY)
    refuseFaults([{ path: 'represents', message: 'the register comes by file alone' }]);
  return { agreement, document: JSON.stringify(value, null, 2) };
}

/** Throws INPUT_INVALID with the places and what is wrong there. */
export function refuseFaults(faults: readonly Fault[]): never {
  throw new ClientError('INPUT_INVALID', `\`agreement\`: ${faults.map(printFault).join('; ')}`, ARGUMENT);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ClientError('INPUT_INVALID', '`agreement` is not JSON', ARGUMENT);
  }
}

function parsed(value: unknown): TrustAgreement {
  try {
    return parseTrustAgreement(value);
  } catch (error) {
    if (error instanceof AgreementError) return refuseFaults(error.faults);
    throw error;
  }
}
