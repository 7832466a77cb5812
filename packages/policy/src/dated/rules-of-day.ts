import { NEVER, startOfDay } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { CompiledPolicy } from '../compiled/compiled-policy.js';
import { createRuleTable, type RuleTable } from '../compiled/rule-table.js';

/** The rules that are in force at an instant, and when the next one comes into force. */
export interface RulesOfDay {
  readonly table: RuleTable;
  readonly validUntil: Instant;
}

/** Tells the rules of any day: of those of this version, the ones whose first day in force has come. */
export function rulesByDay(policies: readonly CompiledPolicy[]): (at: Instant) => RulesOfDay {
  const firstDays = [...new Set(policies.map(({ inForce }) => startOfDay(inForce)))].sort((a, b) => a - b);
  const tables = new Map<number, RuleTable>();
  return (at) => {
    const past = firstDays.filter((day) => day <= at);
    const known = tables.get(past.length);
    const table = known ?? createRuleTable(policies.filter(({ inForce }) => startOfDay(inForce) <= at));
    tables.set(past.length, table);
    return { table, validUntil: firstDays[past.length] ?? NEVER };
  };
}
