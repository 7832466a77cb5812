import { CATEGORIES, type Category } from '@chancery/shared/vocabulary';
import { ATTRIBUTES, type Attribute, ENUMS } from '../compile/attributes.js';
import { WORD_BITS } from '../compile/word-bits.js';
import { some } from '../compiled/bits.js';
import type { PolicyInput } from '../compiled/policy-input.js';
import { any, atom, type Formula } from './formula.js';

/** How much is known of the mission that a question is asked in respect of. */
export const JURISDICTIONS = ['known', 'atLarge', 'unknown'] as const;
export type JurisdictionName = (typeof JURISDICTIONS)[number];

/** Whose record it is, relative to the mission: what no policy need see and every theorem about acts does. */
export const MAKERS = ['sending', 'receiving'] as const;
export type Maker = (typeof MAKERS)[number];

/** A question as theorems see it: what a policy sees, the kind of data, and what the facts layer started from. */
export interface Situation {
  readonly category: Category;
  readonly input: PolicyInput;
  readonly jurisdiction: JurisdictionName;
  /** The snapshot was not confirmed in time. */
  readonly stale: boolean;
  /** The States of the mission that made the record; the same State may be both. */
  readonly makers: ReadonlySet<Maker>;
}

const wordsOf = ({ words }: Attribute): readonly string[] => (words === null ? [] : ENUMS[words]);

/** The atom of one word of an attribute: `role.SENDING_STATE`. */
export function word(attribute: keyof PolicyInput, value: string): Formula {
  const found = ATTRIBUTES.find(({ name }) => name === attribute);
  if (found === undefined || !wordsOf(found).includes(value)) throw new RangeError(`no \`${attribute}.${value}\``);
  return atom(`${attribute}.${value}`);
}

/** One of several words of an attribute. */
export function oneOf(attribute: keyof PolicyInput, values: readonly string[]): Formula {
  return any(...values.map((value) => word(attribute, value)));
}

/** The atom of a flag. */
export function flag(attribute: keyof PolicyInput): Formula {
  const found = ATTRIBUTES.find(({ name }) => name === attribute);
  if (found?.shape !== 'flag') throw new RangeError(`no flag \`${attribute}\``);
  return atom(attribute);
}

export const about = (...categories: readonly Category[]): Formula =>
  any(...categories.map((each) => atom(`category.${each}`)));
export const jurisdiction = (...names: readonly JurisdictionName[]): Formula =>
  any(...names.map((each) => atom(`jurisdiction.${each}`)));
export const madeBy = (maker: Maker): Formula => atom(`maker.${maker}`);
/** The snapshot was not confirmed in time. */
export const STALE: Formula = atom('stale');
/** The law opens the value. */
export const OPEN: Formula = atom('open');
export const BARRED: Formula = atom('barred');
export const BASED: Formula = atom('based');
/** A rule holds: a bar bars, a permit permits, a duty is owed. */
export const rule = (id: string): Formula => atom(`rule ${id}`);

interface Variable {
  readonly name: string;
  readonly read: (situation: Situation) => boolean;
}

function variablesOf(attribute: Attribute): readonly Variable[] {
  const { name, words } = attribute;
  if (words === null) return [{ name, read: ({ input }) => input[name] === true }];
  return ENUMS[words].map((value): Variable => {
    const read = ({ input }: Situation): boolean => {
      const held = input[name];
      return typeof held === 'string' ? held === value : some(Number(held), WORD_BITS[words]?.[value] ?? 0);
    };
    return { name: `${name}.${value}`, read };
  });
}

/** What a counterexample leaves away first: acts and marks, then what is known of the person, then who asks. */
const SMALLEST: readonly (keyof PolicyInput)[] = [
  ...(['inForce', 'notExcluded', 'offences', 'grounds', 'tags', 'immunity', 'possibleImmunity'] as const),
  ...(['person', 'possiblePerson', 'possibleLegalStatus', 'legalStatus', 'possibleRegime', 'regime'] as const),
  ...(['possibleRole', 'role', 'purpose', 'kind'] as const),
];

function rankOf({ name }: Attribute): number {
  const rank = SMALLEST.indexOf(name);
  return rank < 0 ? SMALLEST.length : rank;
}

/** Words of which one must hold: those that a counterexample is the better readable without. */
const LEFT_AWAY_FIRST = new Set(['OVERSIGHT', 'ORGANISATION', 'IGO']);

function inOrder(attribute: Attribute): readonly Variable[] {
  const rarer = ({ name }: Variable): number => (LEFT_AWAY_FIRST.has(name.slice(name.indexOf('.') + 1)) ? 0 : 1);
  return variablesOf(attribute)
    .toReversed()
    .toSorted((one, other) => rarer(one) - rarer(other));
}

/**
 * Everything that a question may say, in the order in which a counterexample is made small: what comes first is
 * left away first, and of words of which one must hold the last is kept.
 */
export const VARIABLES: readonly Variable[] = [
  { name: 'stale', read: ({ stale }) => stale },
  ...JURISDICTIONS.map(
    (each): Variable => ({ name: `jurisdiction.${each}`, read: (situation) => situation.jurisdiction === each }),
  ).toReversed(),
  ...ATTRIBUTES.toSorted((one, other) => rankOf(one) - rankOf(other)).flatMap(inOrder),
  ...MAKERS.map((each): Variable => ({ name: `maker.${each}`, read: ({ makers }) => makers.has(each) })),
  ...CATEGORIES.map(
    (each): Variable => ({ name: `category.${each}`, read: ({ category }) => category === each }),
  ).toReversed(),
];

const READERS: ReadonlyMap<string, Variable['read']> = new Map(VARIABLES.map(({ name, read }) => [name, read]));

/** Whether an atom that is no name of the law holds in a situation; undefined for those names. */
export function readAtom(name: string, situation: Situation): boolean | undefined {
  return READERS.get(name)?.(situation);
}
