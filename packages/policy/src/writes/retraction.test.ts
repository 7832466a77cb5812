import { describe, expect, it } from '@jest/globals';
import { checkRetraction, retracting } from './retraction.js';

describe('taking a record back (CHY-RTRC)', () => {
  it('is of the agency that made it, and of no other, not even of its own State', () => {
    expect(checkRetraction({ owner: 'USA.intelligence', by: { agency: 'USA.intelligence' } })).toEqual({
      accepted: true,
    });
    for (const agency of ['USA.diplomatic-security', 'USA', 'DEU.intelligence', ''])
      expect(checkRetraction({ owner: 'USA.intelligence', by: { agency } })).toMatchObject({
        accepted: false,
        rule: 'CHY-RTRC',
      });
  });

  it('is of those who may make such records, and cites itself', () => {
    const grant = { rule: 'CHY-GATE', roles: ['SENDING_STATE'], kinds: ['POLICE'], purposes: ['EVACUATION'] } as const;

    expect(retracting([grant])).toEqual([{ ...grant, rule: 'CHY-RTRC' }]);
  });
});
