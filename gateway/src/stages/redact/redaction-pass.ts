import { citeRules } from '@chancery/policy/cite-rules';
import { ERRORS } from '@chancery/shared/errors';
import type { Handling } from '@chancery/shared/labels/label';
import type { Coordinate } from '@chancery/shared/vocabulary';
import type { Failure, FailureNode, Fetched } from '../execute/fetched.js';
import { ownValue } from '../execute/own-value.js';
import { ANSWER, ANSWER_ERRORS_MAX } from '../limit/limits.js';
import { AnswerBudget, type CountBytes } from './answer-budget.js';
import { DisclosedGroups } from './disclosed-groups.js';
import { firstFailure } from './failure-tree.js';
import { decideObject, type ObjectDecisions } from './object-decisions.js';
import { FAILED } from './outcome-signal.js';
import type { PlaceGroup } from './place-group.js';
import type { AnswerError } from './redacted.js';
import type { RedactionContext } from './redaction-context.js';
import type {
  DecidedField,
  DecidedObject,
  FieldPlan,
  ObjectPlan,
  Pass,
  RedactionPlan,
  Unlabelled,
} from './redaction-plan.js';
import { RepeatedObjects } from './repeated-objects.js';
import { ToldRows } from './told-rows.js';
import { type Undoable, UndoLog } from './undo-log.js';
import { type WithheldGroup, WithheldGroups } from './withheld-group.js';

/** What is known of objects beside what they hold. */
type Standing = Pick<Fetched, 'absent' | 'shared'>;

const NONE_ABSENT: ReadonlySet<object> = new Set();

class DecisionsOfPlan {
  last: ObjectDecisions | null = null;
  readonly byHandling = new Map<Handling, ObjectDecisions>();
  /** The same by the integer that an object came with: within one pass it means one handling. */
  readonly byInteger = new Map<unknown, ObjectDecisions>();
}

/** The state of one pass: where it stands, what it has decided, counted and reported. */
export class RedactionPass implements Pass {
  /** Response keys and indices down to the value being completed; longer than the path at hand while going back up. */
  readonly path: (string | number)[] = [];
  readonly undoLog = new UndoLog();
  readonly budget: AnswerBudget;
  readonly repeated: RepeatedObjects;
  readonly keepsNulls: boolean;
  readonly groups: WithheldGroups;
  readonly disclosed: DisclosedGroups;
  readonly errors: AnswerError[] = [];
  /** Values that could not be decided, by coordinate. */
  readonly lost = new Map<Coordinate, LostValues>();
  /** Rows that the answer tells of without showing them. */
  readonly told = new ToldRows();
  readonly #byPlan: DecisionsOfPlan[];
  readonly #context: RedactionContext;
  readonly #absent: ReadonlySet<object>;
  readonly #errorsMax: number;
  readonly #alarmed = new Set<string>();
  /** Fields with an item in `errors`. */
  readonly #fieldsTold = new Set<string>();

  constructor(plan: RedactionPlan, context: RedactionContext, { absent, shared }: Standing, count: CountBytes) {
    this.#context = context;
    this.#absent = absent ?? NONE_ABSENT;
    this.budget = new AnswerBudget(context.answerMax ?? ANSWER, count);
    this.repeated = new RepeatedObjects(shared ?? null, this);
    this.keepsNulls = context.onError === 'NULL';
    this.groups = new WithheldGroups(context);
    this.disclosed = new DisclosedGroups(context, context.tellsBasis);
    this.#errorsMax = context.errorsMax ?? ANSWER_ERRORS_MAX;
    this.#byPlan = Array.from({ length: plan.objectCount }, () => new DecisionsOfPlan());
  }

  /** Everything decided in this pass. */
  get decisions(): ObjectDecisions[] {
    return this.#byPlan.flatMap(({ byHandling }) => [...byHandling.values()]);
  }

  /** The decisions for an object, under its own handling or its holder's; null when it should have its own and has not. */
  decisionsFor(plan: ObjectPlan, value: object, inherited: Handling): ObjectDecisions | null {
    if (plan.owner === null) return this.#decide(plan, inherited);
    const { byInteger } = this.#byPlan[plan.index] as DecisionsOfPlan;
    const integer = ownValue(value, 'handling');
    const known = byInteger.get(integer);
    if (known !== undefined) return known;
    const handling = this.#context.handlingOf(plan.owner, integer);
    if (handling === null) return null;
    const decisions = this.#decide(plan, handling);
    byInteger.set(integer, decisions);
    return decisions;
  }

  #decide(plan: ObjectPlan, handling: Handling): ObjectDecisions {
    const known = this.#byPlan[plan.index] as DecisionsOfPlan;
    if (known.last?.handling === handling) return known.last;
    let decisions = known.byHandling.get(handling);
    if (decisions === undefined) {
      decisions = decideObject(plan, handling, this.#context, this);
      known.byHandling.set(handling, decisions);
    }
    known.last = decisions;
    return decisions;
  }

  isAbsent(value: object): boolean {
    return this.#absent.has(value);
  }

  typeNameOf(value: object): unknown {
    return ownValue(value, '__typename');
  }

  /** The fetched value of a field, or what the gateway answers itself. */
  read(field: FieldPlan, holder: object): unknown {
    switch (field.source) {
      case 'data':
        return ownValue(holder, field.canonicalKey);
      case 'typename':
        return field.typeName;
      case 'introspection':
        return ownValue(this.#context.introspection, field.responseKey);
    }
  }

  visit(decisions: DecidedObject, value: object): void {
    const id = decisions.existence === null ? null : ownValue(value, 'id');
    decisions.visits++;
    decisions.ids.push(typeof id === 'string' ? id : null);
    this.undoLog.add(decisions);
  }

  rowsBehind({ rowsOf }: ObjectPlan, value: object): readonly Handling[] | null {
    const integers = ownValue(value, 'handlings');
    if (rowsOf === null || !Array.isArray(integers) || integers.length === 0) return null;
    const rows = integers.map((integer) => this.#context.handlingOf(rowsOf, integer));
    const known = rows.filter((handling) => handling !== null);
    const exist = known.every((handling) => this.#context.decider.existence(handling).effect === 'allow');
    return exist && known.length === rows.length ? known : null;
  }

  tell(rows: readonly Handling[]): void {
    for (const handling of rows) this.undoLog.add(this.told.add(handling));
  }

  withhold(group: WithheldGroup, depth: number): void {
    this.repeated.add(group, depth);
  }

  disclose(groups: readonly PlaceGroup[], depth: number): void {
    for (const group of groups) this.repeated.add(group, depth);
  }

  returned(outcome: DecidedField): void {
    outcome.returned = true;
    this.undoLog.add(outcome);
  }

  /** Its EXISTENCE cannot be decided; one alarm for each type. */
  unlabelled({ typeName, owner, rowsOf }: Unlabelled): void {
    if (this.#alarmed.has(typeName)) return;
    this.#alarmed.add(typeName);
    const sender = owner ?? rowsOf;
    const what =
      sender === null ? `a subgraph sent a ${typeName} of no known type` : `subgraph ${sender} sent a ${typeName}`;
    this.#context.alarm(`${what} without a known handling`);
  }

  lose(coordinate: Coordinate, depth: number): null {
    this.repeated.place();
    this.withhold(this.groups.groupFor(coordinate, null, this.#context.undecidable), depth);
    const lost = this.lost.get(coordinate) ?? new LostValues();
    this.lost.set(coordinate, lost);
    lost.count++;
    this.undoLog.add(lost);
    return null;
  }

  /** A value of the wrong JSON type is never passed through. */
  malformed(depth: number): symbol {
    this.report({ code: 'INTERNAL', message: null }, depth);
    return FAILED;
  }

  reportFirst(failures: FailureNode | null, depth: number): boolean {
    const failure = firstFailure(failures);
    if (failure !== null) this.report(failure, depth);
    return failure !== null;
  }

  /** Beyond the cap each further field is told once: a null that no error stands for would look like data. */
  report({ code, message, argument, rules }: Failure, depth: number): void {
    this.repeated.place();
    const field = fieldOf(this.path, depth);
    if (this.errors.length >= this.#errorsMax && this.#fieldsTold.has(field)) return;
    this.#fieldsTold.add(field);
    const isCallers = code === 'INPUT_INVALID' && message !== null;
    const told = isCallers ? message : ERRORS[code].text;
    const place = depth === 0 ? {} : { path: this.path.slice(0, depth) };
    const where = argument === undefined ? {} : { argument };
    const why = rules === undefined ? {} : { citations: citeRules(rules) };
    this.errors.push({ message: told, ...place, extensions: { code, ...where, ...why } });
  }
}

/** How many values of one coordinate could not be decided. */
class LostValues implements Undoable {
  count = 0;

  undo(): void {
    this.count--;
  }
}

/** The field at a path, whichever item of its lists it is in. No response key holds a space. */
function fieldOf(path: readonly (string | number)[], depth: number): string {
  let field = '';
  for (let at = 0; at < depth; at++) field += typeof path[at] === 'number' ? ' *' : ` ${path[at]}`;
  return field;
}
