import type { PolicySource } from '../compile/read-policy.js';
import { VARIABLES } from './atoms.js';
import { type Formula, type QuestionName, smtText, symbol } from './formula.js';
import { GUARANTEES } from './guarantees.js';
import { personTable } from './person-table.js';
import type { Solver } from './solver.js';
import { definitionsOf } from './translate.js';

/** The law and what the facts layer guarantees, told to a solver. */
export interface ToldLaw {
  /** Whether some questions that the facts layer can ask are so. */
  canHold(statement: Formula, questions: readonly QuestionName[]): Promise<boolean>;
  /** The least questions that break a claim; null when nothing can. */
  findBreach(violation: Formula, questions: readonly QuestionName[]): Promise<Breach | null>;
}

/** Which variables hold, of each question that breaks a claim. */
export type Breach = ReadonlyMap<QuestionName, ReadonlySet<string>>;

function commandsOf(question: QuestionName, sources: readonly PolicySource[], facts: readonly Formula[]): string[] {
  return [
    ...VARIABLES.map(({ name }) => `(declare-const ${symbol(name, question)} Bool)`),
    ...facts.map((each) => `(assert ${smtText(each, question)})`),
    ...definitionsOf(sources).map(
      ({ name, formula }) => `(define-fun ${symbol(name, question)} () Bool ${smtText(formula, question)})`,
    ),
  ];
}

/** Tells a solver the law, a question of each name only once a claim is about it. */
export function tellLaw(solver: Solver, sources: readonly PolicySource[]): ToldLaw {
  const facts = [...GUARANTEES.map(({ formula }) => formula), ...personTable()];
  const told = new Set<QuestionName>();
  const tell = (questions: readonly QuestionName[]): void => {
    for (const each of questions) {
      if (told.has(each)) continue;
      told.add(each);
      solver.tell(commandsOf(each, sources, facts));
    }
  };
  return {
    canHold: (statement, questions) => {
      tell(questions);
      return solver.check(smtText(statement));
    },
    findBreach: async (violation, questions) => {
      tell(questions);
      const symbols = questions.flatMap((question) => VARIABLES.map(({ name }) => symbol(name, question)));
      const held = await solver.least(smtText(violation), symbols);
      if (held === null) return null;
      return new Map(
        questions.map((question) => {
          const names = VARIABLES.filter(({ name }) => held.has(symbol(name, question))).map(({ name }) => name);
          return [question, new Set(names)];
        }),
      );
    },
  };
}
