import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { stateName, stateNameWithArticle } from './state-names.js';

describe('the name of a State', () => {
  it.each([
    ['DEU', 'Germany', 'Germany'],
    ['USA', 'United States of America', 'the United States of America'],
    ['VAT', 'Holy See', 'the Holy See'],
    ['XKX', 'Kosovo', 'Kosovo'],
    ['TWN', 'Taiwan', 'Taiwan'],
    ['TZA', 'United Republic of Tanzania', 'the United Republic of Tanzania'],
    ['COD', 'Democratic Republic of the Congo', 'the Democratic Republic of the Congo'],
    ['PRK', "Democratic People's Republic of Korea", "the Democratic People's Republic of Korea"],
    ['UN', 'United Nations', 'the United Nations'],
  ])('%s is %s, %s in a sentence', (code, name, inSentence) => {
    expect(stateName(code)).toBe(name);
    expect(stateNameWithArticle(code)).toBe(inSentence);
  });

  it('is there for every State of the register, and stands as it is spoken', () => {
    const csv = readFileSync(new URL('../../../data/missions.csv', import.meta.url), 'utf8');
    const codes = new Set(csv.match(/(?<=[,|])[A-Z]{3}(?=[,|\n])/g));
    expect(codes.size).toBeGreaterThan(200);
    const odd = [...codes].filter((code) => {
      const name = stateName(code);
      return name === null || / of(?: the)?$|^the /i.test(name);
    });
    expect(odd).toEqual([]);
  });

  it('is nobody’s for another code', () => {
    for (const code of ['', 'ZZZ', 'usa', 'SUN', '__proto__']) expect(stateName(code)).toBeNull();
  });
});
