import type { ClassType } from 'type-graphql';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { ClientError, InternalError } from '../../errors.js';
import type { Handling, PersonMarks } from '../../labels/label.js';
import type { CallContext } from '../reading/call-context.js';
import { columnOf } from '../record/declared-table-of.js';
import type { Labelled, RecordDeclaration, Stored } from '../record/record.js';
import type { Viewer } from '../visibility/viewer.js';
import { type Beside, type ChangeInput, changeRecord, type RecordChange } from '../writing/change-record.js';
import type { CommandLaw } from '../writing/check-law.js';
import { checkTimes } from '../writing/check-times.js';
import type { Given } from '../writing/create-record.js';
import { describedAnew } from '../writing/described.js';
import { type Command, type CommandRecord, type CommandUse, commandResolver, typeNameFor } from './command.js';
import { type CommandTexts, changeInputOf, linkedBy, type SetField, sourcesOf } from './command-input.js';
import type { GivenOf, Sets } from './create-command.js';
import { readableReader } from './readable-values.js';
import { checkStands, type StateMachine } from './state-machine.js';

/** When, by whom and of what a record is changed. */
export interface Changing<T> {
  readonly viewer: Viewer;
  /** The record before; what it holds that its changer may not read must go into nothing that this one reads. */
  readonly record: T;
  /** Under what it is before the change. */
  readonly held: Handling;
}

/** A record as it stands, before something is changed of it. */
export interface Judging<T> extends Changing<T> {
  /** Where it is to go; null where its state stays. */
  readonly to: string | null;
}

interface ChangeParts<T extends Labelled, S extends Sets<T>> extends CommandTexts {
  /** Name of the mutation field. */
  readonly field: string;
  readonly says: string;
  /** Fields that the caller may set; what it leaves out stays. */
  readonly sets: S;
  readonly law: CommandLaw;
  /** What else must hold of what is given. Throws INPUT_INVALID. */
  readonly check?: (given: GivenOf<T, S>, viewer: Viewer) => void;
  /** Values that no caller gives. */
  readonly complete?: { readonly [P in keyof T]?: (given: GivenOf<T, S>, changing: Changing<T>) => Stored<T[P]> };
  /** What is otherwise of the person whom the record concerns. */
  readonly describes?: (given: GivenOf<T, S>, before: PersonMarks) => PersonMarks;
  /** What must hold of the record as it stands: judged by fields that its changer may read, or it is refused before. */
  readonly judged?: {
    readonly by: readonly (keyof T & string)[];
    /** Throws. */
    readonly check: (given: GivenOf<T, S>, judging: Judging<T>) => void;
  };
  /**
   * What it makes of the handling, where marks of the law or those whom it is told to follow from what is given (ADR 0112): whoever may not lower
   * the label so is refused.
   */
  readonly handled?: (held: Handling, given: Given, viewer: Viewer) => Handling;
  /** What else must hold of rows beside it, as far as its changer may read them. Throws UNFINISHED. */
  readonly besides?: (beside: Beside) => Promise<void>;
}

/** A command that moves a record from one state to another, as it is written. */
export interface MoveParts<T extends Labelled, S extends Sets<T>> extends ChangeParts<T, S> {
  /** Where it goes: the one state, or those of which the caller chooses one in the field of the state. */
  readonly to: readonly [string, ...string[]];
}

/** A command that changes a record and leaves its state, as it is written. */
export interface AmendParts<T extends Labelled, S extends Sets<T>> extends ChangeParts<T, S> {
  /** States in which it may be changed so; in any where none are named. */
  readonly in?: readonly [string, ...string[]];
}

/**
 * A command that moves a record on. It runs once for its key; what is hidden is NOT_FOUND before its state is looked at; the label stays,
 * or is joined with those of all that it refers to; what it was is kept as a version.
 */
export function move<T extends Labelled>() {
  // In two steps, for the compiler infers either all types of a call or none.
  return <const S extends Sets<T>>(parts: MoveParts<T, S>): Command<T> => commandOf(parts, parts.to, null);
}

/** A command that changes a record where it stands; the rest as of `move`. */
export function amend<T extends Labelled>() {
  return <const S extends Sets<T>>(parts: AmendParts<T, S>): Command<T> => commandOf(parts, [], parts.in ?? null);
}

function commandOf<T extends Labelled, S extends Sets<T>>(
  parts: ChangeParts<T, S>,
  to: readonly string[],
  within: readonly string[] | null,
): Command<T> {
  return {
    resolverOf: (of) => resolverOf(of, parts, { to, within, states: statesOf(of, parts, to, within) }),
    useOf: (of) => useOf(of, parts, to),
  };
}

/** Where a change takes a record, and from where. */
interface Course {
  readonly to: readonly string[];
  readonly within: readonly string[] | null;
  readonly states: StateMachine | null;
}

function statesOf<T extends Labelled, S extends Sets<T>>(
  { declared, states }: CommandRecord<T>,
  { sets, complete = {}, field }: ChangeParts<T, S>,
  to: readonly string[],
  within: readonly string[] | null,
): StateMachine | null {
  const refuse = (why: string): never => {
    throw new InternalError('INTERNAL', `\`${field}\` ${why}`);
  };
  const isStateSet = states !== null && Object.hasOwn({ ...sets, ...complete }, states.field);
  if (isStateSet)
    refuse(`sets \`${states.field}\`${to.length > 0 ? ' beside moving it' : ', which only a move changes'}`);
  if (to.length === 0 && within === null) return null;
  if (states === null) return refuse(`moves \`${declared.name}\`, which has no states`);
  const unreached = to.find((state) => !states.isReached(state));
  if (unreached !== undefined) return refuse(`moves to \`${unreached}\`, to which nothing leads`);
  const unknown = within?.find((state) => !states.has(state));
  if (unknown !== undefined) return refuse(`is of \`${unknown}\`, which is no state`);
  return states;
}

function resolverOf<T extends Labelled, S extends Sets<T>>(
  of: CommandRecord<T>,
  parts: ChangeParts<T, S>,
  course: Course,
): ClassType<object> {
  const { field, says, noun } = parts;
  const { declared, one } = of;
  const { to, states } = course;
  const chosen = to.length > 1 ? (states?.line ?? null) : null;
  const sets = new Map<string, SetField>(Object.entries(parts.sets));
  const input = changeInputOf(`${typeNameFor(field)}Input`, declared, sets, { ...parts, record: one, chosen });
  const change = changeOf(of, parts, course, sets);
  const run = (context: CallContext, asked: object) => changeRecord(context, change, asked as ChangeInput);
  return commandResolver(of, { field, says, noun, input, run });
}

function changeOf<T extends Labelled, S extends Sets<T>>(
  { record, declared }: CommandRecord<T>,
  parts: ChangeParts<T, S>,
  course: Course,
  sets: ReadonlyMap<string, SetField>,
): RecordChange {
  const { field, law, check, judged } = parts;
  const { name, table, prefix } = declared;
  const { to, within, states } = course;
  const given = (all: Given) =>
    Object.fromEntries([...sets.keys()].map((each) => [each, all[each] ?? null])) as GivenOf<T, S>;
  const target = (all: Given): string | null => (states === null ? null : targetOf(all, states, to));
  const bound = boundBy(declared);
  const made = [...Object.keys(parts.complete ?? {}), ...(states === null || to.length === 0 ? [] : [states.field])];
  const completing = Object.entries(parts.complete ?? {}) as [string, Completing<T>][];
  return {
    operation: field,
    record,
    type: name,
    records: { prefix, table, handlingColumn: 'handling_id' },
    sources: sourcesOf(declared, parts),
    links: linkedBy(declared, sets),
    law,
    stateField: states?.field ?? null,
    readable: readableReader(declared),
    relabel: relabelOf(parts, given),
    besides: parts.besides ?? null,
    said: [],
    check(all, viewer) {
      target(all);
      checkTimes(sets, all, viewer.now);
      check?.(given(all), viewer);
    },
    toldBy(all) {
      const set = Object.keys(all).filter((each) => all[each] !== null && all[each] !== undefined);
      const weighed = Object.fromEntries((judged?.by ?? []).map((each) => [each, true]));
      return { ...weighed, ...bound([...set, ...made]), ...all };
    },
    checkState(all, { content }) {
      if (states === null) return;
      const stands = String(content[states.column]);
      const goes = target(all);
      if (goes !== null) states.checkMove(stands, goes);
      if (within !== null) checkStands(stands, within);
    },
    async valuesOf(all, { id, viewer, manager, held }) {
      const values = [...sets.keys()].filter((each) => all[each] !== null && all[each] !== undefined);
      const goes = target(all);
      const completed =
        completing.length === 0 && judged === undefined
          ? []
          : await complete(id, manager, (before) => {
              judged?.check(given(all), { viewer, record: before, held, to: goes });
              return (make) => make(given(all), { viewer, record: before, held });
            });
      return Object.fromEntries([
        ...values.map((each) => [columnNamed(declared, each), all[each]]),
        ...completed,
        ...(states === null || goes === null ? [] : [[states.column, goes]]),
      ]);
    },
  };

  async function complete(id: string, manager: EntityManager, judge: (before: T) => (make: Completing<T>) => unknown) {
    const value = judge(await manager.findOneByOrFail<T>(record, { id } as FindOptionsWhere<T>));
    return completing.map(([property, make]) => [columnNamed(declared, property), value(make)]);
  }
}

/** What a change makes of the handling of its record; null where it says nothing of that. */
function relabelOf<T extends Labelled, S extends Sets<T>>(
  { describes, handled }: ChangeParts<T, S>,
  given: (all: Given) => GivenOf<T, S>,
): RecordChange['relabel'] {
  if (describes === undefined) return handled ?? null;
  return (held, all) => describedAnew(held, (before) => describes(given(all), before));
}

type Completing<T> = (given: object, changing: Changing<T>) => unknown;

/**
 * The fields that rules over several columns hold to some that are set: whether a rule lets a value through tells of the others. What
 * is kept for others is behind no field, and shows nowhere.
 */
function boundBy({ rules, lines }: RecordDeclaration): (set: readonly string[]) => Readonly<Record<string, true>> {
  const shown = lines.filter(({ what }) => what === 'value' || what === 'link');
  const ruled = rules.map((rule) => {
    const words = new Set(rule.match(/\w+/g));
    return shown.filter((line) => words.has(columnOf(line))).map(({ property }) => property);
  });
  return (set) => {
    const met = ruled.filter((fields) => fields.some((field) => set.includes(field)));
    return Object.fromEntries(met.flat().map((field) => [field, true]));
  };
}

/** Throws INPUT_INVALID where the caller chooses a state to which this command does not lead. */
function targetOf(all: Given, { field }: StateMachine, to: readonly string[]): string | null {
  const [only, ...others] = to;
  if (only === undefined || others.length === 0) return only ?? null;
  const chosen = String(all[field]);
  if (to.includes(chosen)) return chosen;
  throw new ClientError('INPUT_INVALID', `\`${field}\` is one of \`${to.join('`, `')}\``, `input.${field}`);
}

/** The columns that a change may touch: what the login role of requests is let change, and no other. */
function useOf<T extends Labelled, S extends Sets<T>>(
  { declared, states }: CommandRecord<T>,
  { sets, complete = {}, derivedFrom, describes, handled }: ChangeParts<T, S>,
  to: readonly string[],
): CommandUse {
  const properties = [...Object.keys(sets), ...Object.keys(complete)];
  const links = linkedBy(declared, new Map<string, SetField>(Object.entries(sets)));
  const isRaised = links.length > 0 || derivedFrom !== undefined || describes !== undefined || handled !== undefined;
  return {
    adds: false,
    changes: [
      ...properties.map((property) => columnNamed(declared, property)),
      ...(to.length > 0 && states !== null ? [states.column] : []),
      ...(isRaised ? ['handling_id'] : []),
    ],
  };
}

function columnNamed({ name, lines }: RecordDeclaration, property: string): string {
  const line = lines.find((each) => each.property === property);
  const isOne =
    line !== undefined &&
    // Its label says the same, and stays.
    property !== 'synthetic' &&
    line.what !== 'made' &&
    line.what !== 'belongs' &&
    !(line.what === 'link' && line.isMany);
  if (!isOne) throw new InternalError('INTERNAL', `\`${name}.${property}\` is changed by no command`);
  return columnOf(line);
}
