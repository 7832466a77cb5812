import { assertNever } from '@chancery/shared/errors';
import { RECEIVING_STATE_ROLES } from '@chancery/shared/vocabulary';
import type { Condition } from '../compiled/condition.js';
import type { PolicyInput } from '../compiled/policy-input.js';
import { type States, sayAct } from './act-words.js';

type Some = Extract<Condition, { op: 'some' }>;

/** How a condition on a set of words begins; `certain` and `possible` bounds of one fact read differently. */
const SETS: Readonly<Partial<Record<keyof PolicyInput, string>>> = {
  role: 'the subject is',
  possibleRole: 'the subject is, or may be,',
  regime: 'the post is under',
  possibleRegime: 'the post is, or may be, under',
  legalStatus: 'the post is',
  possibleLegalStatus: 'the post is, or may be,',
  tags: 'the record is tagged',
  grounds: 'the record states the ground',
  offences: 'the record is tagged with the offence',
  person: 'the person concerned is',
  possiblePerson: 'the person concerned is, or may be,',
  immunity: 'the person concerned is protected by',
  possibleImmunity: 'the person concerned is, or may be, protected by',
};

const FLAGS: Readonly<Partial<Record<keyof PolicyInput, string>>> = {
  published: 'the value is a public fact, or its record is public',
  rescueMinimum: 'the value is of the least that rescuers need',
  originator: "the subject's agency made the record",
  ownState: "an agency of the subject's State made the record",
  needToKnow: 'inside a State this kind of agency reads this kind of data for this purpose',
  ownUse: 'an agency of this kind uses what it made of this kind of data for this purpose',
  registerRecord: 'the register itself keeps the record',
  transfer: 'a disclosure to the subject is a transfer to a third country or an organisation',
  unitedNations: 'the subject acts for the United Nations',
  nationalOfSubject: 'the person concerned is a national of the represented State',
  hostTied: 'the person concerned is a national or permanent resident of the receiving State',
  proceedings: 'the value is of a case file or of the course of proceedings',
  aboutDetention: 'the value tells of a detention',
  aboutOffender: 'the value is about who did it',
};

const WORDS: Readonly<Partial<Record<keyof PolicyInput, { readonly is: string; readonly isNot: string }>>> = {
  purpose: { is: 'the purpose is', isNot: 'the purpose is not' },
  dataLaw: {
    is: 'the law on personal data that binds the maker is',
    isNot: 'the law on personal data that binds the maker is not',
  },
  kind: { is: 'the agency is of kind', isNot: 'the agency is not of kind' },
};

/** Whether there are words for an attribute. */
export function isSaid(attribute: string): boolean {
  return [...Object.keys(SETS), ...Object.keys(FLAGS), ...Object.keys(WORDS), 'inForce', 'notExcluded'].includes(
    attribute,
  );
}

/** A condition in words: ``the purpose is PROTECT_LIFE``. */
export function sayCondition(condition: Condition, states: States): string {
  switch (condition.op) {
    case 'and':
    case 'or':
      return `${part(condition.left, condition.op, states)} ${condition.op} ${part(condition.right, condition.op, states)}`;
    case 'not':
      return sayContrary(condition.arg, states);
    case 'flag':
      return FLAGS[condition.attribute] ?? condition.attribute;
    case 'equals':
      return `${WORDS[condition.attribute]?.is ?? condition.attribute} ${condition.word}`;
    case 'some':
      return saySome(condition, states);
    default:
      return assertNever(condition);
  }
}

function sayContrary(condition: Condition, states: States): string {
  const isNot = condition.op === 'equals' ? WORDS[condition.attribute]?.isNot : undefined;
  if (condition.op === 'equals' && isNot !== undefined) return `${isNot} ${condition.word}`;
  return `not (${sayCondition(condition, states)})`;
}

function part(condition: Condition, within: 'and' | 'or', states: States): string {
  const text = sayCondition(condition, states);
  return (condition.op === 'and' || condition.op === 'or') && condition.op !== within ? `(${text})` : text;
}

function saySome({ attribute, words }: Some, states: States): string {
  if (attribute === 'inForce') return `in force: ${acts(words, states)}`;
  if (attribute === 'notExcluded') return `in force, or not to be excluded: ${acts(words, states)}`;
  return `${SETS[attribute] ?? attribute} ${rolesShortened(words).join(' or ')}`;
}

function acts(words: readonly string[], states: States): string {
  return words.map((flag) => sayAct(flag, states)).join(', or ');
}

/** The eight roles of the receiving State, when a rule means all of them. */
function rolesShortened(words: readonly string[]): readonly string[] {
  const receiving = new Set<string>(RECEIVING_STATE_ROLES);
  const others = words.filter((word) => !receiving.has(word));
  return words.length - others.length === receiving.size ? ['RECEIVING_STATE (any authority)', ...others] : words;
}
