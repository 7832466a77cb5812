import { type ClassType, ID } from 'type-graphql';
import type { CallContext } from '../reading/call-context.js';
import type { Labelled } from '../record/record.js';
import { Written } from '../writing/check-input.js';
import { type RetractInput, type Retraction, type RetractLaw, retractRecord } from '../writing/retract-record.js';
import { type Command, commandResolver, typeNameFor } from './command.js';
import { askFor, bareInput } from './command-input.js';

const REASON_MAX = 1000;

/** A command that takes a record back, as it is written. */
export interface RetractParts {
  /** Name of the mutation field. */
  readonly field: string;
  /** What its records are called, `report`. */
  readonly record: string;
  readonly law: RetractLaw;
}

/**
 * Takes a record back that should not have been made: it stays with all its versions, and nobody is shown it any more, nor told that it went. Only the agency
 * that made it may; its payload holds no record.
 */
export function retract<T extends Labelled>({ field, record, law }: RetractParts): Command<T> {
  return {
    useOf: () => ({ adds: false, changes: ['withdrawn_at'] }),
    resolverOf(of) {
      const { name, table, prefix } = of.declared;
      const records = { prefix, table, handlingColumn: 'handling_id' };
      const retraction: Retraction = { operation: field, record: of.record, type: name, records, law };
      const run = (context: CallContext, asked: object) => retractRecord(context, retraction, asked as RetractInput);
      const says = `Takes a ${record} back that should not have been made: it is kept, and shown to nobody.`;
      return commandResolver(of, { field, says, noun: 'retraction', input: retractInput(field, record), run });
    },
  };
}

function retractInput(field: string, record: string): ClassType<object> {
  const inputSays = `A ${record} that the caller’s agency made, and takes back.`;
  const Input = bareInput(`${typeNameFor(field)}Input`, { noun: 'retraction', inputSays });
  askFor(Input.prototype, 'id', ID, { description: `The ${record}.` });
  const why = `Why, at most ${REASON_MAX} characters: kept with the version.`;
  askFor(Input.prototype, 'reason', String, { description: why });
  Written(REASON_MAX)(Input.prototype, 'reason');
  return Input;
}
