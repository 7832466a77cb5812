import { type EntityType, ID_PREFIXES, isEntityId } from '@chancery/shared/brands';
import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import { NO_RECORD } from '@chancery/shared/feed/feed-wire';
import type { Cut } from '../stages/execute/cut.js';
import { type Fetching, fetchData } from '../stages/execute/fetch.js';
import type { Asking } from '../stages/identify/identify.js';
import type { Planner } from '../stages/plan/planner.js';
import type { QueryPlan } from '../stages/plan/query-plan.js';
import type { StandingQuestion } from './watched.js';

/**
 * Which records meet a standing question as its subscriber sees them: ids, asked for by the gateway for itself. Acts, facts and dates
 * let a record be seen that did not change, so no event tells of it; what was not there at the last look is looked at like one that did.
 */
export class StandingLook {
  readonly #question: StandingQuestion;
  readonly #plan: QueryPlan;
  #known = new Set<string>();
  #until: Instant = NEVER;

  constructor(question: StandingQuestion, planner: Planner) {
    const { field, argument, elsewhere } = question;
    this.#question = question;
    const others = [...elsewhere.values()].map((each) => `${each}MatchedNow { ids until }`).join(' ');
    const asked = others === '' ? '' : ` ${argument} { ${others} }`;
    this.#plan = planner.plan(`query Look($id: ID!) { ${field}Now(${argument}: $id) { ids until${asked} } }`);
  }

  /** Whether a date has passed that can have let something be seen. */
  isDue(now: Instant): boolean {
    return now >= this.#until;
  }

  /** Takes note of what an event of a record came to meanwhile: one that met the question no more is new when it meets it again. */
  note(record: string, isMet: boolean): void {
    if (isMet) this.#known.add(record);
    else this.#known.delete(record);
  }

  /** Looks; gives what meets the question and did not before, or null where that cannot be known now. */
  async look(asking: Asking, signal: Cut, gateway: Fetching): Promise<readonly string[] | null> {
    const all = await this.#ask(NO_RECORD, asking, signal, gateway);
    if (all === null) return null;
    const ids = all.flatMap((each) => each.ids);
    const fresh = ids.filter((each) => !this.#known.has(each));
    this.#known = new Set(ids);
    const until = Math.min(...all.map((each) => Number(each.until)));
    this.#until = Number.isFinite(until) ? until : NEVER;
    return fresh;
  }

  /**
   * Whether a record meets the question, where another service than that of the question keeps it: that one tells of the record, and this one of the terms, so
   * neither of them can say so of an event. Of a record of its own the question's service says it when it is read.
   */
  async meets(record: string, asking: Asking, signal: Cut, gateway: Fetching): Promise<boolean | 'unreachable'> {
    if (![...this.#question.elsewhere.keys()].some((type) => isOf(type, record))) return true;
    const found = await this.#ask(record, asking, signal, gateway);
    return found === null ? 'unreachable' : found.some(({ ids }) => ids.includes(record));
  }

  /** Of a record, or of all, by service: null where one of them does not say. */
  async #ask(record: string, asking: Asking, signal: Cut, gateway: Fetching): Promise<readonly Found[] | null> {
    const { field, id, argument, elsewhere } = this.#question;
    const steps = [{ plan: this.#plan, bind: () => ({ id }) }];
    const { data, failures } = await fetchData({ steps }, { variables: { id } }, asking, signal, gateway, record);
    const own = data[`${field}Now`];
    if (failures !== null || !isFound(own)) return null;
    const question: unknown = Reflect.get(own, argument);
    // Of a question that its reader does not see nobody is asked, and nothing meets it.
    if (!isObject(question)) return [own];
    const others = [...elsewhere.values()].map((each) => Reflect.get(question, `${each}MatchedNow`));
    return others.every(isFound) ? [own, ...others] : null;
  }
}

interface Found {
  readonly ids: readonly string[];
  readonly until: string;
}

const isOf = (type: string, record: string): boolean =>
  Object.hasOwn(ID_PREFIXES, type) && isEntityId(type as EntityType, record);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isFound = (value: unknown): value is Found =>
  isObject(value) && 'ids' in value && Array.isArray(value.ids) && 'until' in value;
