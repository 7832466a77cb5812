import { SwitchOffAgreementInput } from './agreement-input.js';
import { changing } from './change-agreement.js';

/** One person is enough, at once: whoever hesitates to stop an issuer has lost. */
export const switchOffAgreement = changing<SwitchOffAgreementInput>({
  operation: 'switchOffAgreement',
  says: 'Switches a trust agreement off, at once and for good: nobody is believed by it, nor by a file of its issuer.',
  noun: 'switch-off',
  input: SwitchOffAgreementInput,
  from: ['APPROVED', 'SUPERSEDED'],
  values: (_, __, { now }) => ({ status: 'SWITCHED_OFF', switched_off_at: new Date(now) }),
  isTold: true,
});
