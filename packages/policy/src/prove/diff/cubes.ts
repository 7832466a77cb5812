import { VARIABLES } from '../atoms.js';
import { all, any, atom, type Formula, not } from '../formula.js';

/** A word that must hold, or must not. */
export interface Literal {
  readonly name: string;
  readonly holds: boolean;
}

/** A case: what must be so, and nothing besides. */
export type Cube = readonly Literal[];

const ORDER: ReadonlyMap<string, number> = new Map(VARIABLES.map(({ name }, index) => [name, index]));

const literalFormula = ({ name, holds }: Literal): Formula => (holds ? atom(name) : not(atom(name)));
export const cubeFormula = (cube: Cube): Formula => all(...cube.map(literalFormula));

/** The atoms that a formula names. */
export function atomsOf(formula: Formula): ReadonlySet<string> {
  switch (formula.op) {
    case 'true':
      return new Set();
    case 'atom':
      return new Set([formula.name]);
    case 'not':
    case 'of':
      return atomsOf(formula.arg);
    case 'iff':
      return new Set([...atomsOf(formula.left), ...atomsOf(formula.right)]);
    default:
      return new Set(formula.args.flatMap((each) => [...atomsOf(each)]));
  }
}

/**
 * The least cube around a question that still implies what is looked for. What holds is left away before what does not,
 * each in the order of the variables, so that a change reads `purpose other than` rather than as a list of purposes.
 */
export async function shrink(
  question: ReadonlySet<string>,
  names: ReadonlySet<string>,
  implies: (cube: Cube) => Promise<boolean>,
): Promise<Cube> {
  const inOrder = [...names].toSorted((one, other) => (ORDER.get(one) ?? 0) - (ORDER.get(other) ?? 0));
  const literals = inOrder.map((name): Literal => ({ name, holds: question.has(name) }));
  let cube: Cube = [...literals.filter(({ holds }) => holds), ...literals.filter(({ holds }) => !holds)];
  for (const each of [...cube]) {
    const smaller = cube.filter((other) => other !== each);
    if (await implies(smaller)) cube = smaller;
  }
  return cube;
}

/** What a case says of each attribute: alternatives, in each of which all literals hold. */
export type Row = ReadonlyMap<string, readonly Cube[]>;

const attributeOf = (name: string): string => {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
};

export const rowFormula = (row: Row): Formula => all(...[...row.values()].map((each) => any(...each.map(cubeFormula))));

function rowOf(cube: Cube): Row {
  const columns = new Map<string, Literal[]>();
  for (const literal of cube) {
    const column = attributeOf(literal.name);
    columns.set(column, [...(columns.get(column) ?? []), literal]);
  }
  return new Map([...columns].map(([column, literals]) => [column, [literals]]));
}

/**
 * Widens a cube, attribute by attribute, to every other word that the rule reads there and that implies the same: one
 * changed purpose reads as one case, whatever roles and kinds of data the rule lists.
 */
export async function widen(
  cube: Cube,
  names: ReadonlySet<string>,
  implies: (row: Row) => Promise<boolean>,
): Promise<Row> {
  let row = rowOf(cube);
  for (const [column, [only = []]] of row) {
    if (only.length !== 1 || only[0]?.holds !== true) continue;
    const others = [...names].filter((name) => attributeOf(name) === column && name !== only[0]?.name);
    for (const name of others) {
      const other: Cube = [{ name, holds: true }];
      if (await implies(new Map([...row, [column, [other]]]))) {
        row = new Map([...row, [column, [...(row.get(column) ?? []), other]]]);
      }
    }
  }
  return row;
}

function literalText({ name, holds }: Literal): string {
  if (!name.includes('.')) return holds ? 'yes' : 'no';
  return `${holds ? '' : 'not '}${name.slice(name.indexOf('.') + 1)}`;
}

/** What a row says of one attribute. */
export function alternativesText(alternatives: readonly Cube[]): string {
  const texts = alternatives.map((cube) => cube.map(literalText).sort().join(' and '));
  return texts.sort().join(' | ');
}
