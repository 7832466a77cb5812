import { describe, expect, it } from '@jest/globals';
import { type CustodyConnections, hostageNotice, protectedPersonNotice } from './custody-notice.js';

const held: CustodyConnections = {
  custodyState: 'DEU',
  crimeState: 'CHE',
  offenderStates: ['ZAF'],
  victimStates: ['USA', 'CHE'],
  otherStates: ['GBR', 'DEU'],
  organisations: ['UN'],
};

describe('notice of custody', () => {
  it('for a crime against a protected person goes to the five classes of IPP 6(1), each addressee once', () => {
    expect(protectedPersonNotice(held)).toEqual([
      { recipient: 'CHE', limb: '6(1)(a)' },
      { recipient: 'ZAF', limb: '6(1)(b)' },
      { recipient: 'USA', limb: '6(1)(c)' },
      { recipient: 'GBR', limb: '6(1)(d)' },
      { recipient: 'UN', limb: '6(1)(e)' },
    ]);
  });

  it('never goes to the State that gives it', () => {
    const own = protectedPersonNotice({ ...held, crimeState: 'DEU', offenderStates: ['DEU'] });

    expect(own.map(({ recipient }) => recipient)).toEqual(['USA', 'CHE', 'GBR', 'UN']);
  });

  it('for the taking of hostages goes to the seven classes of its own list', () => {
    const compulsion = { compelledStates: ['FRA'], compelledPersonStates: ['NOR'], compelledOrganisations: ['UN'] };

    expect(hostageNotice(held, compulsion).map(({ limb, recipient }) => `${limb} ${recipient}`)).toEqual([
      '6(2)(a) CHE',
      '6(2)(b) FRA',
      '6(2)(c) NOR',
      '6(2)(d) USA',
      '6(2)(e) ZAF',
      '6(2)(f) UN',
      '6(2)(g) GBR',
    ]);
    const nobody = { compelledStates: [], compelledPersonStates: [], compelledOrganisations: [] };
    expect(hostageNotice(held, nobody).map(({ recipient }) => recipient)).not.toContain('UN');
  });
});
