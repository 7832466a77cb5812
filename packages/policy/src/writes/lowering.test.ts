import { parseLabel } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { describe, expect, it } from '@jest/globals';
import { checkLowering, type Lowering, regradeKey } from './lowering.js';

const label = (ranks: string, rest = '', releasable = 'USA') =>
  parseLabel(
    `l=${ranks}${rest.startsWith(';c') ? rest : ''};rel=${releasable};nat=*;pur=*${rest.startsWith(';c') ? '' : rest}`,
  );
const own: Lowering = {
  before: label('USA:3', ';c=SI'),
  owner: 'USA.intelligence',
  after: label('USA:0', '', 'DEU+USA'),
  by: { agency: 'USA.intelligence', represents: 'USA' },
  of: null,
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

const ID = 'rpt_0123456789abcdefghjkmnpqrs';
const NOW = Date.parse('2026-09-21T12:00:00Z');
const consent = (represents: string, office: string, changes: Partial<Act> = {}): Act => ({
  id: `act_regrade_${represents.toLowerCase()}`,
  v: 1,
  kind: 'ORIGINATOR_CONSENT',
  by: { represents, office },
  to: { represents: 'USA', agencies: ['USA.intelligence'] },
  scope: { missions: [], keys: [regradeKey(ID)], persons: [], categories: ['*'] },
  from: '2026-09-01T00:00:00Z',
  until: null,
  written: true,
  ref: null,
  revokedAt: null,
  ...changes,
});
const BRITISH = consent('GBR', 'ORIGINATOR');
const by = (acts: readonly Act[], stale = false, id = ID): Lowering['of'] => ({
  id,
  view: viewOf(sealSnapshot({ number: 1, facts: [], acts }), stale),
  now: NOW,
});

describe('a consent to another label (CHY-REGR, EU-3, NATO-CM49)', () => {
  const before = label('GBR:2,USA:3');

  it('of the one other who has a say lets the maker lower it', () => {
    expect(checkLowering({ ...own, before, of: by([]) })).toMatchObject({ accepted: false, rule: 'CHY-REGR' });
    expect(checkLowering({ ...own, before, of: by([BRITISH]) })).toEqual({ accepted: true });
  });

  it.each<[string, Lowering['of']]>([
    ['of another record', by([BRITISH], false, `${ID}x`)],
    ['of every record', by([{ ...BRITISH, scope: { ...BRITISH.scope, keys: ['*'] } }])],
    ['that lets somebody read', by([{ ...BRITISH, scope: { ...BRITISH.scope, keys: [ID] } }])],
    ['to some kinds of data', by([{ ...BRITISH, scope: { ...BRITISH.scope, categories: ['INTEL_REPORT'] } }])],
    ['to another agency', by([{ ...BRITISH, to: { represents: 'USA', agencies: ['USA.navy'] } }])],
    ['to everybody', by([{ ...BRITISH, to: { represents: '*', agencies: ['*'] } }])],
    ['that is another act', by([{ ...BRITISH, kind: 'RELEASE' }])],
    ['of an office that cannot give it', by([consent('GBR', 'HEAD_OF_POST')])],
    ['of whoever else', by([consent('FRA', 'ORIGINATOR')])],
    ['that has ended', by([{ ...BRITISH, until: '2026-09-20T00:00:00Z' }])],
    ['that has not begun', by([{ ...BRITISH, from: '2026-09-22T00:00:00Z' }])],
    ['that was revoked', by([{ ...BRITISH, revokedAt: '2026-09-20T00:00:00Z' }])],
    ['under facts that are stale', by([BRITISH], true)],
    ['that no act of no record can be', null],
  ])('%s is none', (_title, of) => {
    expect(checkLowering({ ...own, before, of })).toMatchObject({ accepted: false, rule: 'CHY-REGR' });
  });

  it('is needed of each who has a say', () => {
    const both = label('GBR:2,USA:3', ';fgi=FRA');
    expect(checkLowering({ ...own, before: both, of: by([BRITISH]) })).toMatchObject({ accepted: false });
    expect(checkLowering({ ...own, before: both, of: by([BRITISH, consent('FRA', 'ORIGINATOR')]) })).toEqual({
      accepted: true,
    });
    const unnamed = label('USA:3', ';fgi=~');
    expect(checkLowering({ ...own, before: unnamed, of: by([consent('~', 'ORIGINATOR')]) })).toMatchObject({
      accepted: false,
    });
  });

  it('of the Union is in writing', () => {
    const union = label('EU:2,USA:3');
    const spoken = consent('EU', 'ORIGINATOR', { written: false });
    expect(checkLowering({ ...own, before: union, of: by([spoken]) })).toMatchObject({ accepted: false, rule: 'EU-3' });
    expect(checkLowering({ ...own, before: union, of: by([consent('EU', 'ORIGINATOR')]) })).toEqual({ accepted: true });
  });

  it('of a sister agency is none: whoever asks could have written it', () => {
    const sister = label('USA:3', ';oc=USA.navy:ORCON');
    expect(checkLowering({ ...own, before: sister, of: by([consent('USA', 'ORIGINATOR')]) })).toMatchObject({
      accepted: false,
    });
  });
});
