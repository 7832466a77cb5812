import { RULE_TEXTS } from '@chancery/policy/rule-texts';
import { STANDING_TEXTS } from '@chancery/policy/standing-citations';

/** Every id that an answer can cite. */
const CITABLE = { ...RULE_TEXTS, ...STANDING_TEXTS };

/** A rule as the schema tells it; null for an id that no rule has. */
export function ruleOf({ id }: { readonly id: string }): object | null {
  return Object.hasOwn(CITABLE, id) ? { id, ...CITABLE[id] } : null;
}
