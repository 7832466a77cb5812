import { describe, expect, it } from '@jest/globals';
import { profileOf } from '../testkit/scenario.js';
import { checkHolding, checkSecondLifting } from './lift-hold.js';

const of = (agency: string, id: string) => {
  const { subject } = profileOf(agency, 'OVERSIGHT', 'OVERSIGHT');
  return { subject: { ...subject, id } };
};
const ORDERED_BY = 'USA.inspectorate';

describe('a legal hold that an office ordered', () => {
  it('is for persons of that agency, and for no other of its State or of another (CHY-HOLD)', () => {
    expect(checkHolding(ORDERED_BY, of(ORDERED_BY, 'a:1'))).toEqual({ accepted: true });
    for (const other of ['USA.archives', 'USA.inspectorate-general', 'DEU.inspectorate']) {
      expect(checkHolding(ORDERED_BY, of(other, 'a:1'))).toMatchObject({ accepted: false, rule: 'CHY-HOLD' });
    }
  });

  it('is lifted by another person than the one who asked for it, and of the same agency', () => {
    expect(checkSecondLifting('a:1', ORDERED_BY, of(ORDERED_BY, 'a:2'))).toEqual({ accepted: true });
    expect(checkSecondLifting('a:1', ORDERED_BY, of(ORDERED_BY, 'a:1'))).toMatchObject({
      accepted: false,
      reason: 'whoever asked for it does not approve it',
    });
    expect(checkSecondLifting('a:1', ORDERED_BY, of('USA.archives', 'a:2'))).toMatchObject({ accepted: false });
  });
});
