import { ROLES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { checkAcceptabilityNotice } from './acceptability-notice.js';

describe('a notice that a person is not acceptable (VCDR 9, VCCR 23)', () => {
  it('needs no reason', () => {
    const notice = { writer: 'RECEIVING_STATE_MFA', acceptability: 'PERSONA_NON_GRATA', reason: null } as const;

    expect(checkAcceptabilityNotice(notice)).toEqual({ accepted: true });
  });

  it('is given by the ministry of the receiving State and by nobody else, whatever the reason', () => {
    const notice = { acceptability: 'NOT_ACCEPTABLE', reason: 'incompatible activities' } as const;
    const refused = ROLES.filter((role) => !checkAcceptabilityNotice({ ...notice, writer: role }).accepted);

    expect(refused).toEqual(ROLES.filter((role) => role !== 'RECEIVING_STATE_MFA'));
    expect(checkAcceptabilityNotice({ ...notice, writer: 'RECEIVING_STATE_LEA' })).toMatchObject({ rule: 'VCDR-9' });
  });
});
