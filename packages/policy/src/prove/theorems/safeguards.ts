import type { Category } from '@chancery/shared/vocabulary';
import { about, flag, OPEN, word } from '../atoms.js';
import { all, any, type Formula, not } from '../formula.js';
import type { NeverTheorem } from '../theorem.js';

/** The sending State's own agencies, and whoever made the record, hold it already. */
const HELD_ALREADY: Formula = any(flag('ownState'), word('role', 'SENDING_STATE'));
const NAMES: readonly Category[] = ['EVACUEE'];

/** An `unless` of one permit bars nothing: another permit opens the same. What must never open is a forbid. */
export const SAFEGUARDS_HOLD: NeverTheorem = {
  id: 'safeguards-never-open',
  article: 'VCDR 3(1)(d), 44; VCCR 5(c), 26; IPP 10(2)',
  forbids:
    'that names of evacuees leave their State while a hostile party may get hold of them, that what was collected unlawfully is read, or evidence that internal law keeps is passed on',
  kind: 'never',
  questions: ['a'],
  parts: [
    {
      name: 'hostilePartyRisk',
      breaks: all(about(...NAMES), word('tags', 'hostilePartyRisk'), not(HELD_ALREADY), OPEN),
    },
    { name: 'unlawfulCollection', breaks: all(about('INTEL_REPORT'), word('tags', 'unlawfulCollection'), OPEN) },
    {
      name: 'internalLawBar',
      breaks: all(about('EVIDENCE'), word('tags', 'internalLawBar'), not(flag('ownState')), OPEN),
    },
  ],
};
