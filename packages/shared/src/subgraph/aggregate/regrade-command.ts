import { type ClassType, ID, Int } from 'type-graphql';
import { internHandling, internLabel } from '../../labels/intern.js';
import type { Handling, Label, Rank } from '../../labels/label.js';
import { lessOrEqual } from '../../labels/label-order.js';
import { StateCode } from '../../schema/scalars.js';
import type { CallContext } from '../reading/call-context.js';
import type { Labelled, RecordDeclaration } from '../record/record.js';
import type { Viewer } from '../visibility/viewer.js';
import { type ChangeInput, changeRecord, type RecordChange } from '../writing/change-record.js';
import { CountWithin, EachOnce, Written } from '../writing/check-input.js';
import type { CommandLaw } from '../writing/check-law.js';
import type { Given } from '../writing/create-record.js';
import { type Command, type CommandRecord, commandResolver, typeNameFor } from './command.js';
import { askFor, bareInput } from './command-input.js';
import { readableReader } from './readable-values.js';

const RANK_MAX = 4;
const STATES_MAX = 30;
const REASON_MAX = 1000;

/** A command that gives a record another label, as it is written. */
export interface RegradeParts {
  /** Name of the mutation field. */
  readonly field: string;
  /** What its records are called, `warning`. */
  readonly record: string;
  readonly law: CommandLaw;
}

/**
 * The only way in which a label is lowered: by the agency that made the record, never below what it took from others, with the reason kept
 * beside the version. Who regrades must have read the record as it is, and all of it.
 */
export function regrade<T extends Labelled>({ field, record, law }: RegradeParts): Command<T> {
  return {
    useOf: () => ({ adds: false, changes: ['handling_id'] }),
    resolverOf(of) {
      const change = changeOf(of, field, law);
      const run = (context: CallContext, asked: object) => changeRecord(context, change, asked as ChangeInput);
      const says = `Gives a ${record} another label: lower only by the agency that made it, and never below what it was drawn from.`;
      return commandResolver(of, { field, says, noun: 'regrade', input: regradeInput(field, record), run });
    },
  };
}

function regradeInput(field: string, record: string): ClassType<object> {
  const inputSays = `How a ${record} is to be handled from now on. Marks of other States and organisations on it stay.`;
  const Input = bareInput(`${typeNameFor(field)}Input`, { noun: 'regrade', inputSays });
  const prototype: object = Input.prototype;
  const optional = (description: string) => ({ description, nullable: true });
  askFor(prototype, 'id', ID, { description: `The ${record}.` });
  askFor(prototype, 'concurrencyToken', String, {
    description: `The token of the ${record} as you read it: if what you may read of it has changed since, nothing is done.`,
  });
  askFor(prototype, 'rank', Int, {
    description: 'Handling rank under the policy of the caller’s State: 0 unclassified to 4 top secret.',
  });
  CountWithin(0, RANK_MAX)(prototype, 'rank');
  askFor(
    prototype,
    'releasableTo',
    [StateCode],
    optional(`States beside the caller’s that may have it, at most ${STATES_MAX}.`),
  );
  EachOnce('values', 0, STATES_MAX, true)(prototype, 'releasableTo');
  askFor(
    prototype,
    'dropsControls',
    Boolean,
    optional(
      'Whether its compartments, originator controls and limits to nationals or purposes fall away; else they stay.',
    ),
  );
  askFor(prototype, 'reason', String, { description: `Why, at most ${REASON_MAX} characters: kept with the version.` });
  Written(REASON_MAX)(prototype, 'reason');
  return Input;
}

function changeOf<T extends Labelled>(
  { record, declared }: CommandRecord<T>,
  field: string,
  law: CommandLaw,
): RecordChange {
  const { name, table, prefix } = declared;
  const whole = shownIn(declared);
  return {
    operation: field,
    record,
    type: name,
    records: { prefix, table, handlingColumn: 'handling_id' },
    sources: [],
    links: [],
    law,
    stateField: null,
    readable: readableReader(declared),
    relabel: relabelled,
    besides: null,
    said: ['reason'],
    check: () => undefined,
    // Nobody opens to others what he may not read himself.
    toldBy: () => whole,
    checkState: () => undefined,
    valuesOf: async () => ({}),
  };
}

const shownIn = ({ lines }: RecordDeclaration): Given =>
  Object.fromEntries(
    lines.flatMap(({ what, property }) => (what === 'kept' || what === 'belongs' ? [] : [[property, true]])),
  );

/** The handling that is asked for: the row's own label anew; marks of others stay, and so does a portion that protects more than the row. */
function relabelled(held: Handling, given: Given, { profile }: Viewer): Handling {
  const { represents } = profile.subject;
  const others = Array.isArray(given.releasableTo) ? given.releasableTo.map(String) : [];
  const releasableTo = new Set([represents, ...others]);
  const ranks = new Map(held.label.ranks).set(represents, Number(given.rank) as Rank);
  const kept = given.dropsControls === true ? UNCONTROLLED : held.label;
  const label = internLabel({ ...held.label, ...kept, displayOnly: null, tlp: null, ranks, releasableTo });
  const portions = new Map([...held.portions].filter(([, portion]) => staysBeside(portion, held.label, label)));
  return internHandling({ ...held, label, portions });
}

const UNCONTROLLED: Pick<Label, 'compartments' | 'nationals' | 'purposes' | 'originatorControls'> = {
  compartments: new Set(),
  nationals: 'ANY',
  purposes: 'ANY',
  originatorControls: [],
};

/** A tearline goes where the row is open below it; what protects a field more than its row was protected stays. */
const staysBeside = (portion: Label, was: Label, is: Label): boolean =>
  !lessOrEqual(portion, was) || lessOrEqual(portion, is);
