import { bannerOf } from '@chancery/shared/clearance/banner';
import { parseLabel } from '@chancery/shared/labels/parse-handling';
import type { Subject } from '@chancery/shared/subjects/subject';
import { describe, expect, it } from '@jest/globals';
import { profileOf } from '../testkit/scenario.js';

const { subject: american } = profileOf('USA.intelligence', 'INTELLIGENCE', 'THREAT_PREVENTION');
const { subject: british } = profileOf('GBR.foreign-ministry', 'FOREIGN_MINISTRY', 'THREAT_PREVENTION');
const open = 'l=-;rel=*;nat=*;pur=*';
const secret = 'l=USA:3;rel=FRA+GBR+USA;nat=*;pur=*';

const bannerFor = (viewer: Subject, ...labels: string[]): string =>
  bannerOf(
    labels.map((text) => ({ label: parseLabel(text), maker: 'USA' })),
    viewer,
    false,
  ).text;

describe('the banner of an answer (CFR-2001.23e)', () => {
  it('is computed from the values returned, and not from those withheld', () => {
    expect(bannerFor(american, open, secret)).toBe('SECRET//REL TO USA, FRA, GBR');
    expect(bannerFor(american, open)).toBe('UNCLASSIFIED');
    expect(bannerFor(american)).toBe('UNCLASSIFIED');
  });

  it('shows a partner its own entry of a release set and no other', () => {
    expect(bannerFor(british, secret)).toBe('SECRET//REL TO USA, GBR');
  });

  it('is NOFORN for nationals of the United States alone, and where no recipient is common (IC-NF, IC-REL)', () => {
    expect(bannerFor(american, 'l=USA:3;rel=USA;nat=USA;pur=*', secret)).toBe('SECRET//NOFORN');
    expect(bannerFor(american, 'l=USA:3;rel=DEU+USA;nat=*;pur=*', secret)).toBe('SECRET//NOFORN');
    expect(bannerFor(american, 'l=USA:3;rel=USA;nat=*;pur=*')).toBe('SECRET');
  });

  it('names no country when one source must be concealed (IC-FGIP)', () => {
    const named = 'l=USA:3;rel=*;nat=*;pur=*;fgi=GBR';

    expect(bannerFor(american, named)).toBe('SECRET//FGI GBR');
    expect(bannerFor(american, named, 'l=USA:3;rel=*;nat=*;pur=*;fgi=~')).toBe('SECRET//FGI');
  });
});
