import { widenedIn } from '@chancery/shared/subjects/widened';
import { NarrowAgreementInput } from './agreement-input.js';
import { documentColumns } from './agreement-row.js';
import { changing } from './change-agreement.js';
import { readAgreement, refuseFaults } from './read-agreement.js';

/** One person takes away from an agreement; to add to it is another agreement, which two persons make. */
export const narrowAgreement = changing<NarrowAgreementInput>({
  operation: 'narrowAgreement',
  says: 'Takes away from a trust agreement, at once; what would add to it is refused, and proposed instead.',
  noun: 'narrowing',
  input: NarrowAgreementInput,
  from: ['APPROVED', 'SUPERSEDED'],
  check({ document }, { agreement }) {
    const faults = widenedIn(readAgreement(document).agreement, readAgreement(agreement).agreement);
    if (faults.length > 0) refuseFaults(faults);
  },
  values: (_, { agreement }) => documentColumns(readAgreement(agreement)),
  isTold: true,
});
