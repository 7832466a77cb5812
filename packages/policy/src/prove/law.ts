import { VARIABLES } from './atoms.js';
import { type Formula, type QuestionName, smtText, symbol } from './formula.js';
import { GUARANTEES } from './guarantees.js';
import { personTable } from './person-table.js';
import type { Solver } from './solver.js';
import type { Definition } from './translate.js';

/** The law and what the facts layer guarantees, told to a solver. */
export interface ToldLaw {
  /** Everything that a question may say. */
  readonly names: readonly string[];
  /** Whether some questions that the facts layer can ask are so. */
  canHold(statement: Formula, questions: readonly QuestionName[]): Promise<boolean>;
  /** The least of some variables in a question that is so, whatever the others are; null when none is. */
  leastOn(statement: Formula, names: ReadonlySet<string>): Promise<ReadonlySet<string> | null>;
  /** Some question that is so, whichever the solver finds; null when none is. */
  findOne(statement: Formula): Promise<Breach | null>;
  /** The least questions that break a claim; null when nothing can. */
  findBreach(violation: Formula, questions: readonly QuestionName[]): Promise<Breach | null>;
}

/** Which variables hold, of each question that breaks a claim. */
export type Breach = ReadonlyMap<QuestionName, ReadonlySet<string>>;

function commandsOf(question: QuestionName, definitions: readonly Definition[], facts: readonly Formula[]): string[] {
  return [
    ...VARIABLES.map(({ name }) => `(declare-const ${symbol(name, question)} Bool)`),
    ...facts.map((each) => `(assert ${smtText(each, question)})`),
    ...definitions.map(
      ({ name, formula }) => `(define-fun ${symbol(name, question)} () Bool ${smtText(formula, question)})`,
    ),
  ];
}

const symbolsOf = (questions: readonly QuestionName[]): readonly string[] =>
  questions.flatMap((question) => VARIABLES.map(({ name }) => symbol(name, question)));

function breachOf(held: ReadonlySet<string> | null, questions: readonly QuestionName[]): Breach | null {
  if (held === null) return null;
  return new Map(
    questions.map((question) => {
      const names = VARIABLES.filter(({ name }) => held.has(symbol(name, question))).map(({ name }) => name);
      return [question, new Set(names)];
    }),
  );
}

/** Tells a solver a law, a question of each name only once a claim is about it. */
export function tellLaw(solver: Solver, definitions: readonly Definition[]): ToldLaw {
  const facts = [...GUARANTEES.map(({ formula }) => formula), ...personTable()];
  const told = new Set<QuestionName>();
  const tell = (questions: readonly QuestionName[]): void => {
    for (const each of questions) {
      if (told.has(each)) continue;
      told.add(each);
      solver.tell(commandsOf(each, definitions, facts));
    }
  };
  return {
    names: VARIABLES.map(({ name }) => name),
    canHold: (statement, questions) => {
      tell(questions);
      return solver.check(smtText(statement));
    },
    leastOn: async (statement, names) => {
      tell(['a']);
      const read = VARIABLES.filter(({ name }) => names.has(name)).map(({ name }) => name);
      const held = await solver.least(
        smtText(statement),
        read.map((name) => symbol(name, 'a')),
      );
      return held === null ? null : new Set(read.filter((name) => held.has(symbol(name, 'a'))));
    },
    findOne: async (statement) => {
      tell(['a']);
      return breachOf(await solver.find(smtText(statement), symbolsOf(['a'])), ['a']);
    },
    findBreach: async (violation, questions) => {
      tell(questions);
      return breachOf(await solver.least(smtText(violation), symbolsOf(questions)), questions);
    },
  };
}
