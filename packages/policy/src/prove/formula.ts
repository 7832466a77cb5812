import { assertNever } from '@chancery/shared/errors';

/** One of the questions that a theorem compares: most speak of one alone. */
export type QuestionName = 'a' | 'b';

/** A statement about questions to the law: propositional, so that a solver decides it for every input. */
export type Formula =
  | { readonly op: 'true' }
  /** A word or flag of a question, or a name that the law defines over them, such as a rule that holds. */
  | { readonly op: 'atom'; readonly name: string }
  | { readonly op: 'not'; readonly arg: Formula }
  | { readonly op: 'and' | 'or'; readonly args: readonly Formula[] }
  | { readonly op: 'iff'; readonly left: Formula; readonly right: Formula }
  /** The same, of the other question. */
  | { readonly op: 'of'; readonly question: QuestionName; readonly arg: Formula };

export const TRUE: Formula = { op: 'true' };
export const FALSE: Formula = { op: 'not', arg: TRUE };

export const atom = (name: string): Formula => ({ op: 'atom', name });
export const not = (arg: Formula): Formula => (arg.op === 'not' ? arg.arg : { op: 'not', arg });
export const all = (...args: readonly Formula[]): Formula => joined('and', args);
export const any = (...args: readonly Formula[]): Formula => joined('or', args);
export const implies = (left: Formula, right: Formula): Formula => any(not(left), right);
export const iff = (left: Formula, right: Formula): Formula => ({ op: 'iff', left, right });
export const of = (question: QuestionName, arg: Formula): Formula => ({ op: 'of', question, arg });

/** Exactly one of them. */
export function exactlyOne(args: readonly Formula[]): Formula {
  return all(any(...args), atMostOne(args));
}

/** Not two of them. */
export function atMostOne(args: readonly Formula[]): Formula {
  return all(...args.flatMap((one, index) => args.slice(index + 1).map((other) => any(not(one), not(other)))));
}

function joined(op: 'and' | 'or', args: readonly Formula[]): Formula {
  const [only] = args;
  if (only === undefined) return op === 'and' ? TRUE : FALSE;
  return args.length === 1 ? only : { op, args };
}

/** Whether an atom holds of a question. */
export type Holds = (name: string, question: QuestionName) => boolean;

/** What a formula says of questions that are known. */
export function evaluate(formula: Formula, holds: Holds, question: QuestionName = 'a'): boolean {
  switch (formula.op) {
    case 'true':
      return true;
    case 'atom':
      return holds(formula.name, question);
    case 'not':
      return !evaluate(formula.arg, holds, question);
    case 'and':
      return formula.args.every((each) => evaluate(each, holds, question));
    case 'or':
      return formula.args.some((each) => evaluate(each, holds, question));
    case 'iff':
      return evaluate(formula.left, holds, question) === evaluate(formula.right, holds, question);
    case 'of':
      return evaluate(formula.arg, holds, formula.question);
    default:
      return assertNever(formula);
  }
}

/** How SMT-LIB writes an atom of a question. */
export const symbol = (name: string, question: QuestionName): string => `|${question}:${name}|`;

/** Writes a formula in SMT-LIB 2. */
export function smtText(formula: Formula, question: QuestionName = 'a'): string {
  switch (formula.op) {
    case 'true':
      return 'true';
    case 'atom':
      return symbol(formula.name, question);
    case 'not':
      return `(not ${smtText(formula.arg, question)})`;
    case 'and':
    case 'or':
      return `(${formula.op} ${formula.args.map((each) => smtText(each, question)).join(' ')})`;
    case 'iff':
      return `(= ${smtText(formula.left, question)} ${smtText(formula.right, question)})`;
    case 'of':
      return smtText(formula.arg, formula.question);
    default:
      return assertNever(formula);
  }
}
