import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { parseMark } from '@chancery/shared/labels/marks/parse-mark';
import { describe, expect, it } from '@jest/globals';

const script = readFileSync(new URL('../../../src/dev/page/banner.js', import.meta.url), 'utf8');

/** The strip of the page as the script leaves it. */
function stripOf(text: string, exercise = false): { className: string; text: string } {
  const parts: unknown[] = [];
  const strip = {
    className: '',
    replaceChildren: () => void parts.splice(0),
    append: (...all: unknown[]) => void parts.push(...all),
  };
  const page: { showBanner?: (banner: object) => void } = {};
  runInContext(script, createContext({ page, document: { getElementById: () => strip, createElement: () => null } }));
  page.showBanner?.({ text, exercise });
  return { className: strip.className, text: parts.filter((part) => part !== null).join('') };
}

describe('the banner on the page', () => {
  it.each([
    ['top', 'TOP SECRET//SI//NOFORN'],
    ['top', 'COSMIC TOP SECRET'],
    ['top', '//DEU TOP SECRET'],
    ['top', 'TRÈS SECRET UE/EU TOP SECRET'],
    ['secret', 'SECRET//NOFORN'],
    ['secret', 'NATO SECRET'],
    ['secret', '//JOINT SECRET CAN USA//REL TO USA, CAN'],
    ['secret', 'UN STRICTLY CONFIDENTIAL'],
    ['confidential', 'CONFIDENTIEL UE/EU CONFIDENTIAL'],
    ['restricted', '//GBR RESTRICTED'],
    ['restricted', 'VS-NfD'],
    ['controlled', 'CUI//SP-PRVCY'],
    ['tlp-amber', 'TLP:AMBER+STRICT'],
    ['unclassified', 'UNCLASSIFIED//FOUO'],
    ['unclassified', '//URY UNCLASSIFIED//RELEASABLE TO GBR'],
  ])('is %s for %s', (level, text) => {
    expect(() => parseMark(text)).not.toThrow();
    expect(stripOf(text).className).toBe(`banner ${level}`);
  });

  it('has the colour of the gravest of several owners’ marks, and says an exercise', () => {
    const text =
      'EXERCISE////AUS UNCLASSIFIED//RELEASABLE TO GBR | //GBR SECRET//GBR EYES ONLY | UNCLASSIFIED//REL TO USA, GBR';
    expect(stripOf(text, true)).toEqual({ className: 'banner secret exercise', text });
  });
});
