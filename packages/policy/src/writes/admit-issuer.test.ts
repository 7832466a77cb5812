import { AGENCY_KINDS, PURPOSES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { profileOf } from '../testkit/scenario.js';
import { checkAdmitting, checkSecondAdmitting } from './admit-issuer.js';
import { checkCommandOfProfile } from './check-command.js';
import type { CommandName } from './command-grants.js';
import { TRUST_GRANTS } from './trust-grants.js';

const of = (agency: string, id = 'a:0000000000000001') => {
  const profile = profileOf(agency, 'ORGANISATION', 'PROTOCOL_NOTIFICATION', null);
  return { ...profile, subject: { ...profile.subject, id } };
};
const KEEPER = of('CHANCERY.register');

describe('whom the register lets in', () => {
  it.each(Object.keys(TRUST_GRANTS) as CommandName[])(
    'is never asked of a State or for another purpose: %s',
    (command) => {
      const open = AGENCY_KINDS.flatMap((kind) =>
        PURPOSES.filter(
          (purpose) => checkCommandOfProfile(command, profileOf('XXX.any', kind, purpose, null)).accepted,
        ).map((purpose) => `${kind} ${purpose}`),
      );
      expect(open).toEqual(['ORGANISATION PROTOCOL_NOTIFICATION']);
    },
  );

  it('is for the register to say, and for no other organisation (CHY-ADMT)', () => {
    expect(checkAdmitting(KEEPER)).toEqual({ accepted: true });
    for (const agency of ['UN.security', 'EU.eeas', 'USA.diplomatic-security', 'CHANCERYX.register']) {
      expect(checkAdmitting(of(agency))).toMatchObject({ accepted: false, rule: 'CHY-ADMT' });
    }
  });

  it('is decided by another person than who proposed it, and by nobody of another organisation', () => {
    const second = of('CHANCERY.register', 'a:0000000000000002');
    expect(checkSecondAdmitting(KEEPER.subject.id, second)).toEqual({ accepted: true });
    expect(checkSecondAdmitting(KEEPER.subject.id, KEEPER)).toMatchObject({ accepted: false, rule: 'CHY-ADMT' });
    // A person of the register under another agency of it is the same person.
    expect(checkSecondAdmitting(KEEPER.subject.id, of('CHANCERY.trust', KEEPER.subject.id))).toMatchObject({
      accepted: false,
    });
    expect(checkSecondAdmitting(KEEPER.subject.id, of('UN.security', 'a:0000000000000003'))).toMatchObject({
      accepted: false,
    });
  });
});
