import {
  AbilityBuilder,
  buildMongoQueryMatcher,
  createMongoAbility,
  type MongoAbility,
  type MongoQuery,
  type Subject,
  subject,
} from '@casl/ability';
import type { Condition } from '@chancery/policy/compiled/condition';
import { CONDITIONS } from '@chancery/policy/conditions';
import { weighAll } from '@chancery/policy/explain/weigh-condition';
import { POLICIES } from '@chancery/policy/policies';
import { $and, $nor, $or, and, nor, or } from '@ucast/mongo2js';
import { recordOf } from './input-record.js';
import type { Value } from './value.js';

/** A condition in the Mongo operators that CASL understands. */
function queryOf(condition: Condition): MongoQuery {
  switch (condition.op) {
    case 'and':
    case 'or':
      return { [`$${condition.op}`]: [queryOf(condition.left), queryOf(condition.right)] };
    case 'not':
      return { $nor: [queryOf(condition.arg)] };
    case 'flag':
      return { [condition.attribute]: true };
    case 'equals':
      return { [condition.attribute]: condition.word };
    case 'some':
      return { [condition.attribute]: { $in: [...condition.words] } };
  }
}

/** CASL leaves the logical operators out unless told: https://casl.js.org/v6/en/advanced/customize-ability */
const conditionsMatcher = buildMongoQueryMatcher({ $and, $nor, $or }, { and, nor, or });

const OF_PROFILE: ReadonlySet<string> = new Set(['kind', 'purpose']);

/**
 * The same rules as an ability of CASL: every permit a `can`, then every forbid a `cannot`, for there the last rule wins.
 * What the profile alone excludes is left out, as one would by an `if` around it.
 */
export function abilityOf({ input }: Value): MongoAbility {
  const { can, cannot, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  const sight = { input, hides: (attribute: string) => !OF_PROFILE.has(attribute), roles: -1 };
  for (const effect of ['permit', 'forbid'] as const) {
    for (const policy of POLICIES.filter((each) => each.effect === effect)) {
      const { when, unless } = CONDITIONS[policy.id] ?? { when: [], unless: [] };
      const all = [...when, ...unless.map((arg): Condition => ({ op: 'not', arg }))];
      if (weighAll(all, sight) === false) continue;
      const add = effect === 'permit' ? can : cannot;
      if (all.length === 0) add('read', [...policy.categories]);
      else add('read', [...policy.categories], { $and: all.map(queryOf) });
    }
  }
  return build({ conditionsMatcher });
}

/** A value as CASL reads it: a record of a type; made before the time is taken. */
export function caslSubject({ category, input }: Value): Subject {
  return subject(category, { ...recordOf(input) });
}
