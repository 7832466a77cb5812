import type { RecordMarks } from '@chancery/shared/labels/label';
import { CATEGORIES, type Category } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { DATA_LAWS, type DataLaw } from '../compiled/bits.js';
import { NOON } from '../testkit/scenario.js';
import { dataLawOf, isTransfer } from './data-law.js';
import { unionStatusOf } from './union.js';

const lawOf = (owner: string, category: Category = 'PERSONAL_DATA', ...tags: string[]): DataLaw => {
  const record: RecordMarks = { owner, missions: [], person: null, who: null, tags: new Set(tags), key: null };
  return dataLawOf(record, category, unionStatusOf(owner.slice(0, owner.indexOf('.')), NOON));
};

describe('the law on personal data that binds a holder', () => {
  it.each<[DataLaw, string, Category, string[]]>([
    ['LED', 'DEU.police', 'BIOMETRIC', []],
    ['LED', 'DEU.police', 'VICTIM', []],
    ['LED', 'FRA.border-police', 'PERSONAL_DATA', []],
    ['LED', 'DEU.federal-court', 'CASE', []],
    ['GDPR', 'DEU.federal-court', 'CASE', ['civilMatter']],
    ['GDPR', 'DEU.foreign-ministry', 'DETENTION', []],
    ['GDPR', 'DEU.foreign-ministry', 'EVACUEE', []],
    ['LED', 'DEU.foreign-ministry', 'DETENTION', ['leaOrigin']],
    ['GDPR', 'DEU.customs', 'PERSONAL_EFFECTS', []],
    ['LED', 'DEU.customs', 'EVIDENCE', []],
    ['EUDPR', 'EU.eeas', 'EVACUEE', []],
    ['EUDPR', 'EU.police-agency', 'OFFENDER', []],
    ['GDPR', 'NOR.foreign-ministry', 'EVACUEE', []],
    ['LED', 'NOR.police', 'OFFENDER', []],
    ['NONE', 'CHE.police', 'OFFENDER', []],
    ['NONE', 'CHE.foreign-ministry', 'EVACUEE', []],
    ['NONE', 'GBR.police', 'OFFENDER', []],
    ['NONE', 'UN.security', 'EVACUEE', []],
    ['NONE', 'CHANCERY.register', 'ROSTER', []],
  ])('is %s for %s and its %s %j', (law, owner, category, tags) => {
    expect(lawOf(owner, category, ...tags)).toBe(law);
  });

  it('is exactly one for each holder and kind of data, whoever asks', () => {
    for (const owner of ['DEU.police', 'DEU.foreign-ministry', 'EU.eeas', 'NOR.police', 'CHE.tax', 'USA.police']) {
      for (const category of CATEGORIES) expect(DATA_LAWS).toContain(lawOf(owner, category));
    }
  });
});

describe('a disclosure', () => {
  it.each<[string, string, boolean, boolean]>([
    ['of the GDPR', 'GDPR', false, true],
    ['of the Directive', 'LED', false, false],
    ['of a body of the Union', 'EUDPR', false, true],
  ])(
    '%s is no transfer inside the Union, and to an associated State as far as it is associated',
    (_, law, inside, swiss) => {
      const to = (state: string) => isTransfer(law as DataLaw, unionStatusOf(state, NOON));

      expect(['FRA', 'NOR', 'ISL', 'LIE', 'EU'].map(to)).toEqual([inside, inside, inside, inside, inside]);
      expect(to('CHE')).toBe(swiss);
      expect(['GBR', 'USA', 'UN', 'NATO'].map(to)).toEqual([true, true, true, true]);
    },
  );

  it('of a holder that no law of the Union binds is none', () => {
    expect(isTransfer('NONE', unionStatusOf('CHN', NOON))).toBe(false);
  });
});
