import { readFileSync } from 'node:fs';
import type { PersonMarks } from '@chancery/shared/labels/label';
import { ACT_KINDS, REGIMES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { PERSON_CATEGORIES } from '../compiled/bits.js';
import { OFFICES } from '../facts/offices.js';
import { speaksForSomebody } from '../facts/speaks-for.js';
import { actOf, factOf } from '../testkit/scenario.js';
import { ROOT } from './catalogue-entries.js';
import { printOffices } from './print-offices.js';

const everyOffice = [...new Set(OFFICES.flatMap(({ offices }) => offices))];
const personOf = (category: string): PersonMarks => ({
  category,
  nationalities: new Set(['USA']),
  from: '2025-01-01',
  until: null,
});

describe('the table of offices', () => {
  it('is printed as it is', () => {
    expect(readFileSync(new URL('docs/offices.md', ROOT), 'utf8')).toBe(printOffices());
  });

  it('has a row for every kind of act, and an article in every row', () => {
    expect([...new Set(OFFICES.map(({ kind }) => kind))]).toEqual([...ACT_KINDS]);
    expect(OFFICES.filter(({ article }) => !/\d/.test(article) || article.length < 5)).toEqual([]);
  });

  it.each(ACT_KINDS)('is all there is for %s: whoever stands in no row speaks for nobody', (kind) => {
    const listed = new Set(OFFICES.filter((row) => row.kind === kind).flatMap(({ offices }) => offices));
    for (const office of [...everyOffice, 'THE_DIPLOMAT_HIMSELF', 'DRIVER', 'MILITARY_ATTACHE']) {
      const speaks = ['USA', 'DEU', 'UN', 'EU'].some((represents) =>
        REGIMES.some((regime) =>
          PERSON_CATEGORIES.some((category) =>
            speaksForSomebody(actOf(kind, office, ['Q1'], { by: { represents, office } }), {
              fact: factOf('Q1', { regime, sending: regime === 'CPIUN' ? 'UN' : 'USA' }),
              owner: `${represents}.agency-of-its-own`,
              person: personOf(category),
            }),
          ),
        ),
      );
      expect({ kind, office, speaks }).toEqual({ kind, office, speaks: listed.has(office) });
    }
  });

  it('knows who waives for every category of person', () => {
    const waived = OFFICES.filter(({ kind }) => kind === 'WAIVER').flatMap(({ persons }) => persons ?? []);
    expect([...waived].sort()).toEqual([...PERSON_CATEGORIES].sort());
  });
});
