import { parseLabel } from '@chancery/shared/labels/parse-handling';
import { describe, expect, it } from '@jest/globals';
import { checkRegrade, type Regrade } from './regrade.js';

const label = (ranks: string, rest = '') => parseLabel(`l=${ranks};rel=*;nat=*;pur=*${rest}`);
const written = { written: true };
const french: Regrade = {
  before: label('EU:3'),
  after: label('EU:2'),
  by: 'FRA.foreign-ministry',
  originator: 'EU.eeas',
  consent: null,
};

describe('a regrade of what the Union classified (EU-3)', () => {
  it('is refused to a member State without the written consent of the originator', () => {
    expect(checkRegrade(french)).toMatchObject({ accepted: false, rule: 'EU-3' });
    expect(checkRegrade({ ...french, consent: { written: false } })).toMatchObject({ accepted: false, rule: 'EU-3' });
    expect(checkRegrade({ ...french, consent: written })).toEqual({ accepted: true });
  });

  it('is open to the originator, and to a sister institution no more than to anyone', () => {
    expect(checkRegrade({ ...french, by: 'EU.eeas' })).toEqual({ accepted: true });
    expect(checkRegrade({ ...french, by: 'EU.council' })).toMatchObject({ rule: 'EU-3' });
  });

  it.each([
    ['taking the mark away', label('-')],
    ['declassifying', label('EU:0')],
    ["exchanging the mark for an equal one of one's own", label('FRA:3')],
  ])('counts %s as lowering', (_title, after) => {
    expect(checkRegrade({ ...french, after })).toMatchObject({ accepted: false, rule: 'EU-3' });
  });

  it('lets a holder handle it higher, and closes recipients but never opens them', () => {
    expect(checkRegrade({ ...french, after: label('EU:4') })).toEqual({ accepted: true });
    expect(checkRegrade({ ...french, after: label('EU:3,FRA:3') })).toEqual({ accepted: true });
    const closed = parseLabel('l=EU:3;rel=FRA;nat=*;pur=*');
    expect(checkRegrade({ ...french, after: closed })).toEqual({ accepted: true });
    expect(checkRegrade({ ...french, before: closed, after: french.before })).toMatchObject({ rule: 'EU-3' });
  });
});

describe('a regrade of what NATO classified (NATO-CM49)', () => {
  const host: Regrade = { ...french, before: label('NATO:2'), after: label('NATO:1'), originator: 'NATO.staff' };

  it('is refused to a receiving nation without the consent of the originator', () => {
    expect(checkRegrade(host)).toMatchObject({ accepted: false, rule: 'NATO-CM49' });
    expect(checkRegrade({ ...host, consent: { written: false } })).toEqual({ accepted: true });
    expect(checkRegrade({ ...host, by: 'NATO.staff' })).toEqual({ accepted: true });
  });
});

describe('any other regrade', () => {
  it('of what Austria gave France asks for consent in writing (GSA-ATFR)', () => {
    const given: Regrade = {
      ...french,
      before: label('FRA:3', ';fgi=AUT'),
      after: label('-'),
      originator: 'AUT.interior',
    };

    expect(checkRegrade({ ...given, consent: { written: false } })).toMatchObject({ rule: 'GSA-ATFR' });
    expect(checkRegrade({ ...given, consent: written })).toEqual({ accepted: true });
  });

  it("is the originator's all the same", () => {
    const national: Regrade = {
      ...french,
      before: label('USA:3'),
      after: label('USA:2'),
      originator: 'USA.intelligence',
    };

    expect(checkRegrade(national)).toMatchObject({ accepted: false, rule: 'CHY-REGR' });
    expect(checkRegrade({ ...national, consent: { written: false } })).toEqual({ accepted: true });
  });
});
