import { describe, expect, it } from '@jest/globals';
import { stateCodes } from './state-names.js';
import { stateNameIn } from './state-names-in.js';

describe('the name of a State in a language', () => {
  it.each([
    ['DEU', 'fr', 'Allemagne'],
    ['DEU', 'cs', 'Německo'],
    ['FRA', 'ru', 'Франция'],
    ['JPN', 'zh', '日本'],
    ['EGY', 'ar', 'مصر'],
    ['ESP', 'es', 'España'],
    ['XKX', 'fr', 'Kosovo'],
    ['GBR', 'de-AT', 'Vereinigtes Königreich'],
    ['CIV', 'FR', 'Côte d’Ivoire'],
  ])('%s in %s is %s', (code, language, name) => {
    expect(stateNameIn(code, language)).toBe(name);
  });

  it('in English is the one that stands everywhere else', () => {
    expect(stateNameIn('TZA', 'en')).toBe('United Republic of Tanzania');
    expect(stateNameIn('TZA', 'en-GB')).toBe('United Republic of Tanzania');
  });

  it.each(['ar', 'de', 'es', 'fr', 'ru', 'zh'])('is there for every State in %s', (language) => {
    expect(stateCodes().filter((code) => stateNameIn(code, language) === null)).toEqual([]);
  });

  it('is none in a language that has none here, and never one in the language of the machine', () => {
    for (const language of ['tlh', 'xx', 'zxx']) expect(stateNameIn('DEU', language)).toBeNull();
  });

  it('is none for a code that is nobody’s', () => {
    for (const code of ['', 'ZZZ', 'deu', 'NATO', '__proto__']) expect(stateNameIn(code, 'fr')).toBeNull();
  });

  it.each(['', '-', 'deutsch-sprachig-sehr', 'fr_FR!', 'a'.repeat(400)])(
    'is refused for %j, which is no language tag',
    (tag) => {
      expect(() => stateNameIn('DEU', tag)).toThrow('is not a language tag');
    },
  );
});
