import { all, any, atom, FALSE, type Formula, not } from '../formula.js';
import { type ToldLaw, tellLaw } from '../law.js';
import type { Solver } from '../solver.js';
import { type Definition, definitionsOf, holdsOf } from '../translate.js';
import { atomsOf, cubeFormula, type Row, rowFormula, shrink, widen } from './cubes.js';
import type { LawRule } from './read-law.js';

export type Law = ReadonlyMap<string, LawRule>;

/** What a change of the law does to a question. */
export const DIRECTIONS = ['opens', 'closes', 'owes', 'no longer owes'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Cases in which a changed rule makes the outcome another one. */
export interface ChangedCases {
  readonly direction: Direction;
  readonly rule: string;
  readonly rows: readonly Row[];
  /** The least question whose outcome is another one. */
  readonly example: ReadonlySet<string>;
}

/** What differs between two laws, and that nothing else does. */
export interface LawDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Rules that decide otherwise in some question. */
  readonly changed: readonly string[];
  /** Rules whose words changed and whose conditions did not. */
  readonly reworded: readonly string[];
  readonly cases: readonly ChangedCases[];
  /** Changed rules on which no outcome turns: they are cited otherwise, or not asked. */
  readonly idle: readonly string[];
}

const [OLD, NEW] = ['old ', 'new '];
const decides = ({ effect, categories, when, unless }: LawRule): string =>
  JSON.stringify([effect, categories, when, unless]);

/** A rule that one law has and the other has not, or has otherwise. */
interface Changed {
  readonly id: string;
  readonly before: LawRule | null;
  readonly after: LawRule | null;
}

function changedRules(before: Law, after: Law): readonly Changed[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids
    .map((id): Changed => ({ id, before: before.get(id) ?? null, after: after.get(id) ?? null }))
    .filter((each) => each.before === null || each.after === null || decides(each.before) !== decides(each.after));
}

const holds = (prefix: string, id: string, rule: LawRule | null): Formula =>
  rule === null ? FALSE : atom(`${prefix}rule ${id}`);

/** What turns a question in a direction, and which change of which rule can. */
interface Turn {
  readonly direction: Direction;
  readonly outcome: Formula;
  /** Whether the change of a rule works in this direction: a permit that begins to hold, a bar that ceases to. */
  readonly by: (changed: Changed) => Formula;
}

const begins = ({ id, before, after }: Changed): Formula => all(not(holds(OLD, id, before)), holds(NEW, id, after));
const ceases = ({ id, before, after }: Changed): Formula => all(holds(OLD, id, before), not(holds(NEW, id, after)));
const is = (effect: LawRule['effect'], { before, after }: Changed): boolean => (after ?? before)?.effect === effect;

function turns(duties: readonly Changed[]): readonly Turn[] {
  const [opened, closed] = [
    all(not(atom(`${OLD}open`)), atom(`${NEW}open`)),
    all(atom(`${OLD}open`), not(atom(`${NEW}open`))),
  ];
  const access =
    (permits: (changed: Changed) => Formula, bars: (changed: Changed) => Formula) =>
    (changed: Changed): Formula => {
      if (is('duty', changed)) return FALSE;
      return is('permit', changed) ? permits(changed) : bars(changed);
    };
  const both = all(atom(`${OLD}open`), atom(`${NEW}open`));
  const duty =
    (turn: (changed: Changed) => Formula) =>
    (changed: Changed): Formula =>
      is('duty', changed) ? turn(changed) : FALSE;
  return [
    { direction: 'opens', outcome: opened, by: access(begins, ceases) },
    { direction: 'closes', outcome: closed, by: access(ceases, begins) },
    { direction: 'owes', outcome: all(both, any(...duties.map(begins))), by: duty(begins) },
    { direction: 'no longer owes', outcome: all(both, any(...duties.map(ceases))), by: duty(ceases) },
  ];
}

function definitionsOfBoth(before: Law, after: Law): readonly Definition[] {
  return [...definitionsOf([...before.values()], OLD), ...definitionsOf([...after.values()], NEW)];
}

function namesRead({ before, after }: Changed): ReadonlySet<string> {
  return new Set([before, after].flatMap((each) => (each === null ? [] : [...atomsOf(holdsOf(each))])));
}

/**
 * Every case of one direction. A question that turns is taken, shrunk on what the changed rule reads, kept as a case
 * and excluded; when no question is left, the cases are all there are.
 */
async function casesOf(law: ToldLaw, changed: readonly Changed[], turn: Turn): Promise<readonly ChangedCases[]> {
  const found = new Map<string, { rows: Row[]; example: ReadonlySet<string> }>();
  const read = new Set(changed.flatMap((each) => [...namesRead(each)]));
  let remaining = turn.outcome;
  for (;;) {
    // The least as to what changed rules read: a whole question is made small only once a rule, for the example.
    const seen = await law.leastOn(remaining, read);
    if (seen === null) break;
    const rule = await turningRule(law, changed, turn, seen, read);
    const turned = turn.by(rule);
    const implied = async (statement: Formula) => !(await law.canHold(all(statement, not(turned)), ['a']));
    const cube = await shrink(seen, namesRead(rule), (smaller) => implied(cubeFormula(smaller)));
    const row = await widen(cube, namesRead(rule), (wider) => implied(rowFormula(wider)));
    const known = found.get(rule.id) ?? { rows: [], example: await exampleOf(law, all(remaining, rowFormula(row))) };
    known.rows.push(row);
    found.set(rule.id, known);
    remaining = all(remaining, not(rowFormula(row)));
  }
  return [...found].map(([rule, { rows, example }]) => ({ direction: turn.direction, rule, rows, example }));
}

async function exampleOf(law: ToldLaw, statement: Formula): Promise<ReadonlySet<string>> {
  const breach = await law.findBreach(statement, ['a']);
  return breach?.get('a') ?? new Set();
}

async function turningRule(
  law: ToldLaw,
  changed: readonly Changed[],
  turn: Turn,
  seen: ReadonlySet<string>,
  read: ReadonlySet<string>,
): Promise<Changed> {
  const asked = all(...[...read].map((name) => (seen.has(name) ? atom(name) : not(atom(name)))));
  for (const each of changed) if (await law.canHold(all(asked, turn.by(each)), ['a'])) return each;
  throw new RangeError('an outcome turned, and no changed rule did');
}

/** Compares two laws over every question that the facts layer can ask. */
export async function compareLaws(solver: Solver, before: Law, after: Law): Promise<LawDiff> {
  const changed = changedRules(before, after);
  const law = tellLaw(solver, definitionsOfBoth(before, after));
  const duties = changed.filter((each) => is('duty', each));
  const cases: ChangedCases[] = [];
  for (const turn of turns(duties)) cases.push(...(await casesOf(law, changed, turn)));
  const ids = changed.map(({ id }) => id);
  return {
    added: changed.filter((each) => each.before === null).map(({ id }) => id),
    removed: changed.filter((each) => each.after === null).map(({ id }) => id),
    changed: changed.filter((each) => each.before !== null && each.after !== null).map(({ id }) => id),
    reworded: [...after]
      .filter(([id, { text }]) => !ids.includes(id) && before.get(id)?.text !== text)
      .map(([id]) => id),
    cases,
    idle: ids.filter((id) => cases.every(({ rule }) => rule !== id)),
  };
}
