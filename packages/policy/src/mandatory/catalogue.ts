import type { ActKind, WithheldCode } from '@chancery/shared/vocabulary';
import type { Citation, CitedRule } from '../decision.js';
import { BAR_KEYS, BARS, type BarKey } from './bars.js';
import { COUNCIL, ICD_403, ISOO, ORDER_13526, REGISTER } from './instruments.js';
import { MANDATORY_LIFTS } from './lifts.js';

/** A bar as it is cited. */
export interface MandatoryRule {
  readonly code: WithheldCode;
  readonly cited: CitedRule;
  readonly hides: boolean;
}

// Which test a label failed tells what the label says: auditors alone are told.
const cited = (citation: Citation, liftedBy: readonly ActKind[]): CitedRule =>
  Object.freeze({ ...citation, tell: 'auditor', liftedBy: Object.freeze([...new Set(liftedBy)]) });

/** The bars as they are cited. */
export const MANDATORY_RULES: ReadonlyMap<BarKey, MandatoryRule> = new Map(
  BAR_KEYS.map((key): [BarKey, MandatoryRule] => {
    const { code, citation, hides } = BARS[key];
    const liftedBy = MANDATORY_LIFTS.filter((each) => each.bar === key).flatMap(({ acts }) => acts);
    return [key, { code, cited: cited(citation, liftedBy), hides }];
  }),
);

/** Rules that let a value through, and bar nothing; they are cited beside the basis for reading it. */
export const MANDATORY_PERMITS = {
  'EO-4.1i1': cited({ rule: 'EO-4.1i1', instrument: ORDER_13526, article: '4.1(i)(1)' }, []),
  'CFR-2001.55': cited({ rule: 'CFR-2001.55', instrument: ISOO, article: '2001.55' }, []),
  'IC-DO': cited({ rule: 'IC-DO', instrument: REGISTER, article: 'H.8' }, []),
  'ICD-403': cited({ rule: 'ICD-403', instrument: ICD_403, article: 'exigent circumstances' }, []),
  'EU-13': cited({ rule: 'EU-13', instrument: COUNCIL, article: '13(2)' }, []),
  'EU-MISS-11': cited({ rule: 'EU-MISS-11', instrument: 'Council Decision 2010/96/CFSP', article: '11' }, []),
} as const satisfies Readonly<Record<string, CitedRule>>;

/** Every rule of the catalogue of law that this layer holds, in ASCII order; what is merely a label is not one. */
export const MANDATORY_RULE_IDS: readonly string[] = [
  ...new Set(
    [...[...MANDATORY_RULES.values()].map((each) => each.cited), ...Object.values(MANDATORY_PERMITS)].map(
      (each) => each.rule,
    ),
  ),
]
  .filter((rule) => !rule.startsWith('LABEL-'))
  .sort();
