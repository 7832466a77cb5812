import type { Condition } from '../compiled/condition.js';
import type { CitedRule } from '../decision.js';
import { sayAct } from './act-words.js';
import type { RulesLayer, WeighedCondition, WeighedRule } from './explanation.js';
import { sayCondition } from './say-condition.js';
import { type Sight, type Weight, weigh } from './weigh-condition.js';
import { isHolding, type Seen, type WeighedEntry, type WeighedRules, type Weighing } from './weigh-rules.js';

const SHOWN_CLOSEST = 3;
const CHARTER = 'CHANCERY';

/** A rule with the one weighing of it that is shown. */
interface Chosen {
  readonly rule: WeighedEntry;
  readonly weighing: Weighing;
}

function chosen(
  rules: readonly WeighedEntry[],
  choose: (rule: WeighedEntry) => Weighing | undefined,
): readonly Chosen[] {
  return rules.flatMap((rule) => {
    const weighing = choose(rule);
    return weighing === undefined ? [] : [{ rule, weighing }];
  });
}

/** The weighing that comes closest to holding as far as the reader can tell, so that the choice tells nothing either. */
function nearest({ weighings }: WeighedEntry): Weighing | undefined {
  const least = Math.min(...weighings.map(({ missing }) => missing));
  return weighings.find(({ missing }) => missing === least);
}

/** The weighings in respect of which a rule that is known to hold may hold, as far as the reader can tell. */
function eligible({ weighings }: WeighedEntry): readonly Weighing[] {
  const known = weighings.filter(({ told }) => told === true);
  return known.length > 0 ? known.slice(0, 1) : weighings.filter(({ told }) => told === null);
}

/** Where a rule that is known to hold is shown: which mission it holds for must not be told by the choice. */
function holder(rule: WeighedEntry): Weighing | undefined {
  return nearest({ ...rule, weighings: eligible(rule) });
}

/** A condition that fails and that no act could make hold. */
function isOutOfReach(condition: Condition, sight: Sight): boolean {
  if (condition.op === 'and') return isOutOfReach(condition.left, sight) || isOutOfReach(condition.right, sight);
  if (condition.op === 'or') return isOutOfReach(condition.left, sight) && isOutOfReach(condition.right, sight);
  if (condition.op === 'some' && condition.attribute === 'inForce') return false;
  return weigh(condition, sight) === false;
}

/** The acts that an exception names, unless something else than an act keeps it from holding. */
function actsLifting(condition: Condition, seen: Seen): readonly string[] {
  switch (condition.op) {
    case 'and':
    case 'or':
      if (isOutOfReach(condition, seen.sight)) return [];
      return [...actsLifting(condition.left, seen), ...actsLifting(condition.right, seen)];
    case 'some':
      return condition.attribute === 'inForce' ? condition.words.map((flag) => sayAct(flag, seen.states)) : [];
    default:
      return [];
  }
}

/** @param settled what the outcome itself tells of these conditions; null when it tells nothing */
function conditionsOf(conditions: readonly Condition[], seen: Seen, settled: Weight): readonly WeighedCondition[] {
  return conditions.map((each) => ({
    text: sayCondition(each, seen.states),
    holds: settled ?? weigh(each, seen.sight),
  }));
}

/** @param cited the outcome cites the rule: that it holds is told with the outcome, and so, if for one mission only, is why */
function shown({ rule: weighed, weighing: { seen } }: Chosen, cited: boolean): WeighedRule {
  const { entry, conditions } = weighed;
  const settled = cited && eligible(weighed).length === 1;
  const { rule, instrument, article } = entry.cited;
  // What is not cited bars nothing, so there is nothing to lift.
  const lifting =
    cited && entry.policy.effect === 'forbid' ? conditions.unless.flatMap((each) => actsLifting(each, seen)) : [];
  return {
    rule,
    instrument,
    article,
    title: entry.policy.title,
    mission: seen.mission,
    when: conditionsOf(conditions.when, seen, settled ? true : null),
    unless: conditionsOf(conditions.unless, seen, settled ? false : null),
    liftedBy: [...new Set(lifting)],
  };
}

function closestAmong(permits: readonly WeighedEntry[]): readonly Chosen[] {
  const all = chosen(permits, nearest);
  const least = Math.min(...all.map(({ weighing }) => weighing.missing));
  return all.filter(({ weighing }) => weighing.missing === least).slice(0, SHOWN_CLOSEST);
}

/** The permits of the instruments that come closest, then those of the charter: it has one for nearly every act. */
function closestOf(permits: readonly WeighedEntry[]): readonly Chosen[] {
  const isCharter = ({ entry }: WeighedEntry): boolean => entry.policy.instrument === CHARTER;
  return [...closestAmong(permits.filter((each) => !isCharter(each))), ...closestAmong(permits.filter(isCharter))];
}

/** What is shown of the rules: of one that the outcome does not cite, only what the reader can tell. */
export function rulesLayer(weighed: WeighedRules, citations: readonly CitedRule[], allowed: boolean): RulesLayer {
  const ids = new Set(citations.map(({ rule }) => rule));
  const isCited = ({ entry }: WeighedEntry): boolean => ids.has(entry.policy.id);
  const bars = chosen(weighed.forbids.filter(isCited), holder);
  // That a value is open tells that nothing bars it: what was meant to, and does not, was lifted.
  const lifted = chosen(
    weighed.forbids.filter((each) => !isCited(each)),
    ({ weighings }) => weighings.find(({ meant, told }) => meant === true && (allowed || told === false)),
  );
  const permits = allowed
    ? chosen(weighed.permits.filter(isCited), holder)
    : chosen(weighed.permits, ({ weighings }) => weighings.find(({ told }) => told === true));
  const duties = allowed ? chosen(weighed.duties.filter(isHolding), holder) : [];
  return {
    bars: bars.map((each) => shown(each, true)),
    lifted: lifted.map((each) => shown(each, false)),
    permits: permits.map((each) => shown(each, allowed)),
    closest: permits.length > 0 ? [] : closestOf(weighed.permits).map((each) => shown(each, false)),
    duties: duties.map((each) => shown(each, true)),
  };
}
