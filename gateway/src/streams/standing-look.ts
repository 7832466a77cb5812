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
  readonly #planner: Planner;
  /** By the kinds of record that are asked for. */
  readonly #plans = new Map<string, QueryPlan>();
  #known = new Set<string>();
  #until: Instant = NEVER;

  constructor(question: StandingQuestion, planner: Planner) {
    this.#question = question;
    this.#planner = planner;
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
    const met = await this.#ask([...this.#question.kinds.values()], NO_RECORD, asking, signal, gateway);
    if (met === null) return null;
    const fresh = met.ids.filter((each) => !this.#known.has(each));
    this.#known = new Set(met.ids);
    this.#until = met.until;
    return fresh;
  }

  /**
   * Whether a record meets the question, where another service than that of the question keeps it: that one tells of the record, and this one of the terms, so
   * neither of them can say so of an event. Of a record of its own the question's service says it when it is read.
   */
  async meets(record: string, asking: Asking, signal: Cut, gateway: Fetching): Promise<boolean | 'unreachable'> {
    const { kinds, elsewhere } = this.#question;
    const asked = [...kinds].flatMap(([type, kind]) => (elsewhere.has(type) && isOf(type, record) ? [kind] : []));
    if (asked.length === 0) return true;
    const found = await this.#ask(asked, record, asking, signal, gateway);
    if (found === null) return 'unreachable';
    if (found.until > asking.now) this.#until = Math.min(this.#until, found.until);
    return found.ids.includes(record);
  }

  /** Of a record, or of all, what of some kinds meets the question; null where one of the services does not say. */
  async #ask(
    kinds: readonly string[],
    record: string,
    asking: Asking,
    signal: Cut,
    gateway: Fetching,
  ): Promise<Met | null> {
    const { field, id, argument } = this.#question;
    const steps = [{ plan: this.#planOf(kinds), bind: () => ({ id }) }];
    const { data, failures } = await fetchData({ steps }, { variables: { id } }, asking, signal, gateway, record);
    const own = data[`${field}Now`];
    if (failures !== null || !isDated(own)) return null;
    const question: unknown = Reflect.get(own, argument);
    // Of a question that its reader does not see nobody is asked, and nothing meets it.
    if (!isObject(question)) return { ids: [], until: dateOf(own) };
    const found = kinds.map((kind) => Reflect.get(question, `${kind}MatchedNow`));
    if (!found.every(isFound)) return null;
    return { ids: found.flatMap(({ ids }) => ids), until: Math.min(...[own, ...found].map(dateOf)) };
  }

  #planOf(kinds: readonly string[]): QueryPlan {
    const { field, argument } = this.#question;
    const asked = kinds.map((kind) => `${kind}MatchedNow { ids until }`).join(' ');
    const known = this.#plans.get(asked);
    if (known !== undefined) return known;
    const text = `query Look($id: ID!) { ${field}Now(${argument}: $id) { until ${argument} { ${asked} } } }`;
    const made = this.#planner.plan(text);
    this.#plans.set(asked, made);
    return made;
  }
}

/** What meets a question, and until when a date cannot have changed that. */
interface Met {
  readonly ids: readonly string[];
  readonly until: Instant;
}

interface Dated {
  readonly until: string;
}

const isOf = (type: string, record: string): boolean =>
  Object.hasOwn(ID_PREFIXES, type) && isEntityId(type as EntityType, record);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isDated = (value: unknown): value is Dated => isObject(value) && 'until' in value;

const isFound = (value: unknown): value is Dated & { readonly ids: readonly string[] } =>
  isDated(value) && 'ids' in value && Array.isArray(value.ids);

const dateOf = ({ until }: Dated): Instant => (Number.isFinite(Number(until)) ? Number(until) : NEVER);
