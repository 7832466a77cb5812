import { bannerOf } from '@chancery/shared/clearance/banner';
import { parseLabel } from '@chancery/shared/labels/parse-handling';
import { describe, expect, it } from '@jest/globals';
import { profileOf } from '../testkit/scenario.js';
import { type CompilationGuide, compile } from './compilation.js';

const unclassified = parseLabel('l=USA:0;rel=*;nat=*;pur=*');
const parts = [
  { coordinate: 'Mission.city', label: unclassified },
  { coordinate: 'GuardPost.strength', label: unclassified },
];
const guide: CompilationGuide = {
  guideRef: 'SCG 7',
  together: ['GuardPost.strength', 'Mission.city'],
  reason: 'guard strength of all missions',
  label: parseLabel('l=USA:2;rel=*;nat=*;pur=*'),
};
const { subject } = profileOf('USA.diplomatic-security', 'DIPLOMATIC_SECURITY', 'INCIDENT_RESPONSE');

describe('a compilation (EO-1.7e)', () => {
  it('is marked as a whole where a guide says that its parts reveal more together', () => {
    const { label, reasons, referred } = compile(parts, [guide]);

    expect(label?.ranks).toEqual(new Map([['USA', 2]]));
    expect(reasons).toEqual(['guard strength of all missions (SCG 7)']);
    expect(referred).toEqual([]);
    expect(parts.every((part) => part.label === unclassified)).toBe(true);
    expect(bannerOf(label === null ? [] : [{ label, maker: 'USA' }], subject, false).text).toBe('CONFIDENTIAL');
  });

  it('is the join of its parts and no more where not all of them are there', () => {
    expect(compile(parts.slice(0, 1), [guide])).toEqual({ label: unclassified, reasons: [], referred: [] });
  });

  it('is referred to an authority, and not classified, where no guide was adopted', () => {
    expect(compile(parts, [{ ...guide, guideRef: '' }])).toEqual({
      label: unclassified,
      reasons: [],
      referred: ['guard strength of all missions'],
    });
  });

  it('never says less than its highest part', () => {
    const secret = { coordinate: 'Mission.plan', label: parseLabel('l=USA:3;rel=USA;nat=*;pur=*') };

    expect(compile([...parts, secret], [guide]).label?.text).toBe('l=USA:3;rel=USA;nat=*;pur=*');
    expect(compile([], [guide]).label).toBeNull();
  });
});
