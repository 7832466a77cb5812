import type { Question } from '@chancery/policy/compiled/question';
import type { PolicyEngine } from '@chancery/policy/engine';
import { askingOf } from '@chancery/policy/facts/ask';
import { questionsOf } from '@chancery/policy/facts/questions-of';
import type { Handling } from '@chancery/shared/labels/label';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import type { Workload } from './workload.js';

/** One value to decide, with what the peers are given: the facts, which they do not work out. */
export interface Value {
  readonly profile: Profile;
  readonly category: Category;
  readonly handling: Handling;
  readonly question: Question;
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
      const [asked, ...others] = questionsOf(askingOf(profile, view, now), category, handling.record);
      if (asked === undefined || others.length > 0) throw new RangeError('the bench takes records of one mission');
      return { profile, category, handling, question: asked.question };
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
