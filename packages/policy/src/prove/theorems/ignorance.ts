import { ATTRIBUTES } from '../../compile/attributes.js';
import { OPEN, VARIABLES } from '../atoms.js';
import { all, atom, type Formula, implies, not, of } from '../formula.js';
import { type NeverTheorem, sameBut } from '../theorem.js';

const boundOf = (name: string): string => {
  const attribute = ATTRIBUTES.find((each) => name === each.name || name.startsWith(`${each.name}.`));
  return attribute?.bound ?? 'about the facts';
};

/** Whoever asks `b` knows of less than `a`: less is certain and more cannot be excluded. */
const KNOWS_LESS: Formula = all(
  sameBut((name) => boundOf(name) !== 'exact' && !name.startsWith('category.')),
  ...VARIABLES.map(({ name }) => {
    const [more, less] = [of('a', atom(name)), of('b', atom(name))];
    switch (boundOf(name)) {
      case 'certain':
        return implies(less, more);
      case 'possible':
        return implies(more, less);
      default:
        return implies(more, more);
    }
  }),
);

export const IGNORANCE_OPENS_NOTHING: NeverTheorem = {
  id: 'unknown-opens-nothing',
  article:
    'Contract of the snapshot: facts are three-valued; VCDR 22, 24, 27, 29-31 protect whether or not it is known who is protected',
  forbids: 'that a fact or an act which is UNKNOWN opens what is closed when it is known',
  kind: 'never',
  questions: ['a', 'b'],
  parts: [{ name: 'knowing less', breaks: all(KNOWS_LESS, of('a', not(OPEN)), of('b', OPEN)) }],
};
