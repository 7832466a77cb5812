import { type Category, type Regime, ROLES, type Role } from '@chancery/shared/vocabulary';
import { about, flag, OPEN, oneOf, word } from '../atoms.js';
import { all, any, type Formula, not } from '../formula.js';
import type { NeverTheorem, Part } from '../theorem.js';

const RECEIVING: readonly Role[] = ROLES.filter((each) => each.startsWith('RECEIVING_STATE_'));
const EVERY_OTHER_STATE: readonly Role[] = [...RECEIVING, 'TRANSIT_STATE', 'THIRD_STATE', 'PROTECTING_POWER'];

interface Inviolable {
  readonly article: string;
  readonly regimes: readonly Regime[];
  readonly categories: readonly Category[];
  readonly roles: readonly Role[];
  /** What the article itself lets pass. */
  readonly save: Formula;
}

const RELEASED = oneOf('inForce', ['RELEASE', 'RELEASE_BY_MAKER']);
const CONSENTED = oneOf('inForce', [
  'CONSENT_HEAD_OF_MISSION',
  'CONSENT_HEAD_OF_POST',
  'CONSENT_DESIGNEE',
  'CONSENT_UN_SG',
]);
const TO_THE_MINISTRY = all(word('tags', 'voluntarilyCommunicated'), word('role', 'RECEIVING_STATE_MFA'));
const ENTRUSTED = all(word('role', 'PROTECTING_POWER'), word('inForce', 'MANDATE'));

const ROWS: readonly Inviolable[] = [
  {
    article: 'VCDR 24, VCCR 33: archives, at any time and wherever they may be',
    regimes: ['VCDR', 'VCCR'],
    categories: ['ARCHIVE'],
    roles: EVERY_OTHER_STATE,
    save: any(RELEASED, ENTRUSTED),
  },
  {
    article: 'VCCR 61: archives of an honorary post, kept separate',
    regimes: ['VCCR_HONORARY'],
    categories: ['ARCHIVE'],
    roles: EVERY_OTHER_STATE,
    save: any(RELEASED, ENTRUSTED, not(word('tags', 'keptSeparate'))),
  },
  {
    article: 'VCDR 27(2), VCCR 35(2): official correspondence',
    regimes: ['VCDR', 'VCCR', 'VCCR_HONORARY'],
    categories: ['CORRESPONDENCE'],
    roles: RECEIVING,
    save: any(RELEASED, TO_THE_MINISTRY),
  },
  {
    article: 'VCDR 27(3), 40(3): the diplomatic bag is not opened',
    regimes: ['VCDR'],
    categories: ['BAG'],
    roles: [...RECEIVING, 'TRANSIT_STATE'],
    save: not(any(OPEN, not(OPEN))),
  },
  {
    article: 'VCDR 22(1): premises of the mission, whatever burns',
    regimes: ['VCDR'],
    categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR'],
    roles: RECEIVING,
    save: any(CONSENTED, RELEASED, word('legalStatus', 'UNNOTIFIED')),
  },
  {
    article: 'CPIUN 3-4: archives and property of the United Nations',
    regimes: ['CPIUN'],
    categories: ['ARCHIVE', 'ASSET'],
    roles: EVERY_OTHER_STATE,
    save: RELEASED,
  },
  {
    article: 'CPIUN 3: premises of the United Nations',
    regimes: ['CPIUN'],
    categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR'],
    roles: EVERY_OTHER_STATE,
    save: any(RELEASED, CONSENTED),
  },
];

const partOf = ({ article, regimes, categories, roles, save }: Inviolable): Part => ({
  name: article,
  // Wherever it cannot be excluded that the treaty governs and that the subject is such a State.
  breaks: all(oneOf('possibleRegime', regimes), about(...categories), oneOf('possibleRole', roles), not(save), OPEN),
});

export const INVIOLABLE: NeverTheorem = {
  id: 'inviolable-things-stay-closed',
  article: ROWS.map(({ article }) => article).join('; '),
  forbids:
    'that another State reads what is inviolable, whatever its purpose, unless whose it is has consented or released',
  kind: 'never',
  questions: ['a'],
  parts: ROWS.map(partOf),
};

/** Whether the record is kept by the receiving State itself does not matter here: what it seized is no less inviolable. */
export const PUBLISHED: Formula = flag('published');
