import type { RuleText } from '../compiled/rule-text.js';
import type { Citation, CitedRule } from '../decision.js';

/** What a denial cites when nothing bars and nothing permits. */
export const DEFAULT_DENY: CitedRule = Object.freeze({
  rule: 'CHY-DENY',
  instrument: 'CHANCERY',
  article: 'CHY-DENY',
  tell: 'caller',
  liftedBy: Object.freeze([]),
});

/** What a caller is told instead of the label rule that barred it. */
export const LABEL: Citation = Object.freeze({ rule: 'LABEL', instrument: 'CHANCERY', article: 'label' });

const OWN = { instrument: 'CHANCERY', effect: 'FORBID', inForce: '2026-01-01', checked: true } as const;

/** What is told of citations behind which stands no single rule of the register, by their ids. */
export const STANDING_TEXTS: Readonly<Record<string, RuleText>> = {
  'CHY-DENY': {
    ...OWN,
    citation: 'CHANCERY CHY-DENY',
    article: 'CHY-DENY',
    title: 'Closed unless opened',
    summary: 'No rule permits this reading; what no rule permits is withheld.',
  },
  LABEL: {
    ...OWN,
    citation: 'CHANCERY label',
    article: 'label',
    title: 'The label of the value',
    summary:
      'The label of the value bars this reading; which of its limits does would tell of the label, and stands on the ledger.',
  },
};
