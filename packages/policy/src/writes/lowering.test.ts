import { parseLabel } from '@chancery/shared/labels/parse-handling';
import { describe, expect, it } from '@jest/globals';
import { checkLowering, type Lowering } from './lowering.js';

const label = (ranks: string, rest = '', releasable = 'USA') =>
  parseLabel(
    `l=${ranks}${rest.startsWith(';c') ? rest : ''};rel=${releasable};nat=*;pur=*${rest.startsWith(';c') ? '' : rest}`,
  );
const own: Lowering = {
  before: label('USA:3', ';c=SI'),
  owner: 'USA.intelligence',
  after: label('USA:0', '', 'DEU+USA'),
  by: { agency: 'USA.intelligence', represents: 'USA' },
};

describe('telling something below its label (CHY-REGR)', () => {
  it('is of the agency that made it, and of no other of the same State', () => {
    expect(checkLowering(own)).toEqual({ accepted: true });
    const other = { agency: 'USA.diplomatic-security', represents: 'USA' };
    expect(checkLowering({ ...own, by: other })).toMatchObject({ accepted: false, rule: 'CHY-REGR' });
    expect(checkLowering({ ...own, by: other, after: own.before })).toEqual({ accepted: true });
  });

  it.each([
    ['a rank of the Union', label('EU:2,USA:3'), 'EU-3'],
    ['a rank of NATO', label('NATO:1,USA:3'), 'NATO-CM49'],
    ['a rank of a partner', label('GBR:2,USA:3'), 'CHY-REGR'],
    ['information of another government', label('USA:3', ';fgi=GBR'), 'CHY-REGR'],
    ['a source that must not be named', label('USA:3', ';fgi=~'), 'CHY-REGR'],
    ['control of another originator', label('USA:3', ';oc=USA.navy:ORCON'), 'CHY-REGR'],
  ])('is not even its maker’s where somebody else has a say: %s', (_title, before, rule) => {
    expect(checkLowering({ ...own, before })).toMatchObject({ accepted: false, rule });
    expect(checkLowering({ ...own, before, after: before })).toEqual({ accepted: true });
  });
});
