import { assertNever } from '@chancery/shared/errors';
import { type Expression, PolicyFault } from './expression.js';

/**
 * Refuses a rule that would open on ignorance. What a permit needs, and what lifts a bar, must read what certainly
 * holds; what bars, what binds to a
 * duty and what defeats a permit must read what cannot be excluded.
 * @param opens whether more truth of this expression opens more
 */
export function checkPolarity(expression: Expression, opens: boolean): void {
  switch (expression.op) {
    case 'and':
    case 'or':
      checkPolarity(expression.left, opens);
      checkPolarity(expression.right, opens);
      return;
    case 'not':
      checkPolarity(expression.arg, !opens);
      return;
    case 'flag':
    case 'equals':
    case 'some': {
      const { owner, name, bound } = expression.attribute;
      const wrong = opens ? 'possible' : 'certain';
      if (bound !== wrong) return;
      const why = opens ? 'opens or lifts on what merely cannot be excluded' : 'bars or binds only when it is certain';
      throw new PolicyFault(`\`${owner}.${name}\` ${why}`);
    }
    default:
      assertNever(expression);
  }
}
