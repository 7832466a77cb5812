import { bannerOf } from '@chancery/shared/clearance/banner';
import { parseLabel } from '@chancery/shared/labels/parse-handling';
import { describe, expect, it } from '@jest/globals';
import { profileOf } from '../testkit/scenario.js';

const { subject: american } = profileOf('USA.intelligence', 'INTELLIGENCE', 'THREAT_PREVENTION');
const { subject: british } = profileOf('GBR.foreign-ministry', 'FOREIGN_MINISTRY', 'THREAT_PREVENTION');
const open = parseLabel('l=-;rel=*;nat=*;pur=*');
const secret = parseLabel('l=USA:3;rel=FRA+GBR+USA;nat=*;pur=*');

describe('the banner of an answer (CFR-2001.23e)', () => {
  it('is computed from the values returned, and not from those withheld', () => {
    expect(bannerOf([open, secret], american, false).text).toBe('SECRET//REL TO USA');
    expect(bannerOf([open], american, false).text).toBe('UNCLASSIFIED');
    expect(bannerOf([], american, false).text).toBe('UNCLASSIFIED');
  });

  it('shows a partner its own entry of a release set and no other', () => {
    const { text } = bannerOf([secret], british, false);

    expect(text).toBe('SECRET//REL TO USA, GBR');
    expect(text).not.toContain('FRA');
  });

  it('names no country when one source must be concealed (IC-FGIP)', () => {
    const labels = [parseLabel('l=USA:3;rel=*;nat=*;pur=*;fgi=GBR'), parseLabel('l=USA:3;rel=*;nat=*;pur=*;fgi=~')];

    expect(bannerOf(labels.slice(0, 1), american, false).text).toBe('SECRET//FGI GBR');
    expect(bannerOf(labels, american, false).text).toBe('SECRET//FGI');
  });
});
