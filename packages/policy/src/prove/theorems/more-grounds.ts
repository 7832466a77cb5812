import { GROUNDS, type Ground } from '../../compiled/bits.js';
import { about, OPEN, word } from '../atoms.js';
import { all, not, of } from '../formula.js';
import { type NeverTheorem, type Part, sameBut } from '../theorem.js';
import { FLAGS_OF_KIND } from './acts.js';

/** These are no grounds: one says that rights of the person prevail, the other that the matter lies outside (GDPR 2(2)). */
const NO_GROUNDS: readonly Ground[] = ['rightsOverride', 'nationalSecurity'];

const groundMore = (ground: Ground): Part => ({
  name: ground,
  breaks: all(
    of('a', all(not(word('grounds', ground)), OPEN)),
    of('b', all(word('grounds', ground), not(OPEN))),
    sameBut((name) => name === `grounds.${ground}`),
  ),
});

const agreementMore = (flag: (typeof FLAGS_OF_KIND)['AGREEMENT'][number]): Part => ({
  name: flag,
  breaks: all(
    of('a', all(not(word('inForce', flag)), OPEN)),
    of('b', all(word('inForce', flag), not(OPEN))),
    not(about('EXISTENCE')),
    sameBut((name) => name === `inForce.${flag}` || name === `notExcluded.${flag}`),
  ),
});

export const MORE_GROUNDS_NEVER_CLOSE: NeverTheorem = {
  id: 'a-ground-never-closes',
  article: 'GDPR 6, 9, 44-46, 49; LED 8, 35-38; Regulation (EU) 2018/1725 5, 10, 46-50; VCDR 41(2)',
  forbids: 'that a legal ground, an adequacy decision or an agreement closes what is open without it',
  kind: 'never',
  questions: ['a', 'b'],
  parts: [
    ...GROUNDS.filter((each) => !NO_GROUNDS.includes(each)).map(groundMore),
    ...FLAGS_OF_KIND.AGREEMENT.map(agreementMore),
  ],
};
