import { OPEN, rule, word } from '../atoms.js';
import { all, any, not } from '../formula.js';
import type { NeverTheorem } from '../theorem.js';

export const OVERSIGHT_ALONE: NeverTheorem = {
  id: 'oversight-by-its-own-rule',
  article: 'CHANCERY CHY-OVS, CHY-PUB, CHY-EXIST (ADR 0006)',
  forbids:
    'that an oversight body reads anything but the audit trail and legal acts of its own State, and what everybody reads',
  kind: 'never',
  questions: ['a'],
  parts: [
    {
      name: 'by another rule',
      breaks: all(word('kind', 'OVERSIGHT'), OPEN, not(any(rule('CHY-OVS'), rule('CHY-PUB'), rule('CHY-EXIST')))),
    },
  ],
};
