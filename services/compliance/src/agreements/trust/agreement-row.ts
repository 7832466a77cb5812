import { REGISTER_PARTY } from '@chancery/shared/admission/agreement-wire';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { ReadAgreement } from './read-agreement.js';

/** The fields of an agreement that its document says. */
export function documentFields({ agreement, document }: ReadAgreement) {
  return {
    agencies: [...agreement.agencies.keys()].sort(),
    purposes: [...agreement.purposes].sort(),
    ceiling: [...agreement.ceiling].map(([policy, rank]) => `${policy}:${rank}`).sort(),
    compartments: [...agreement.compartments].sort(),
    document,
    validFrom: agreement.validFrom,
    validTo: agreement.validTo,
  };
}

/** The same by column. */
export function documentColumns(read: ReadAgreement): Readonly<Record<string, unknown>> {
  const { validFrom, validTo, ...others } = documentFields(read);
  return { ...others, valid_from: validFrom, valid_to: validTo };
}

/** Whose an agreement is, and whether it is real. */
export interface AgreementOwner {
  /** Agency of the register whose person proposed it. */
  readonly agency: string;
  /** Whom it binds: told of it once it is made, and not before. */
  readonly party: string | null;
  readonly synthetic: boolean;
}

/** The handling of an agreement: it exists for the register, and for the State or organisation that it binds. */
export function agreementHandling({ agency, party, synthetic }: AgreementOwner): Handling {
  const readers = [...new Set([REGISTER_PARTY, ...(party === null ? [] : [party])])].sort().join('+');
  const tags = synthetic ? 'synthetic+trustAgreement' : 'trustAgreement';
  return parseHandling(`l=-;rel=${readers};nat=*;pur=*;own=${agency};t=${tags}`);
}
