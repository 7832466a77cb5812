import type { Profile } from '@chancery/shared/subjects/subject';
import type { EvaluateRules } from '../compiled/evaluate.js';
import { type RuleTable, rulesOf } from '../compiled/rule-table.js';
import type { Decision } from '../decision.js';
import { factContext } from '../facts/gather-input.js';
import { missionInputs } from '../facts/mission-inputs.js';
import { assessMandatory } from '../mandatory/assess-mandatory.js';
import { composeDecision } from './compose-decision.js';
import { decideBy, type RequestedValue } from './decide-by.js';
import { judge } from './legal.js';
import { findStaticDenial } from './static-denial.js';

/** The rules, and what evaluates them. */
export interface RuleSet {
  readonly table: RuleTable;
  readonly evaluate: EvaluateRules;
}

/** One value to be decided on, and for whom. */
export interface ValueRequest extends RequestedValue {
  readonly profile: Profile;
}

/** Decides one value. Pure, total and without memory; whatever memory/ keeps is held equal to this. */
export function decideValue(request: ValueRequest, rules: RuleSet): Decision {
  return decideBy(request, {
    staticDenial: (category) => findStaticDenial(request.profile, category, rulesOf(rules.table, category)),
    judge: (_category, _handling, view) => judgeValue({ ...request, view }, rules),
  });
}

/** Access = the label and the acts that lift it let it through, no rule forbids, and at least one cited rule permits. */
function judgeValue({ profile, category, handling, view, now }: ValueRequest, { table, evaluate }: RuleSet): Decision {
  const mandatory = assessMandatory({ profile, category, handling, view, now });
  const inputs = missionInputs(factContext(profile, view, now), category, handling.record);
  const legal = judge(category, rulesOf(table, category), inputs, evaluate);
  return composeDecision(category, mandatory, legal);
}
