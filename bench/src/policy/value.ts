import type { PolicyInput } from '@chancery/policy/compiled/policy-input';
import type { PolicyEngine } from '@chancery/policy/engine';
import { factContext } from '@chancery/policy/facts/gather-input';
import { missionInputs } from '@chancery/policy/facts/mission-inputs';
import type { Handling } from '@chancery/shared/labels/label';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import type { Workload } from './workload.js';

/** One value to decide, with what the peers are given: the facts, which they do not work out. */
export interface Value {
  readonly profile: Profile;
  readonly category: Category;
  readonly handling: Handling;
  readonly input: PolicyInput;
}

/** The values of some records for one profile, with our answer to each. */
export interface Expected {
  readonly values: readonly Value[];
  readonly allowed: readonly boolean[];
}

/** Puts every kind of data of every record for a profile, and decides it with the engine. */
export function expectedOf(
  { view, now }: Workload,
  engine: PolicyEngine,
  profile: Profile,
  records: readonly Handling[],
  categories: readonly Category[],
): Expected {
  const values = records.flatMap((handling) =>
    categories.map((category): Value => {
      const [asked, ...others] = missionInputs(factContext(profile, view, now), category, handling.record);
      if (asked === undefined || others.length > 0) throw new RangeError('the bench takes records of one mission');
      return { profile, category, handling, input: asked.input };
    }),
  );
  const decider = engine.open(profile, view, now);
  return {
    values,
    allowed: values.map(({ category, handling }) => decider.decide(category, handling, 'read').effect === 'allow'),
  };
}

/** Fails the bench when a contestant answers otherwise than the engine: a faster wrong answer is none. */
export function verifyAnswers(name: string, answers: readonly boolean[], expected: readonly boolean[]): void {
  const wrong = expected.findIndex((each, index) => answers[index] !== each);
  if (answers.length !== expected.length || wrong >= 0) {
    throw new RangeError(`${name} answers otherwise than the engine, first at value ${wrong}`);
  }
}
