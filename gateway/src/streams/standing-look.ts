import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Cut } from '../stages/execute/cut.js';
import { type Fetching, fetchData } from '../stages/execute/fetch.js';
import type { Asking } from '../stages/identify/identify.js';
import type { Planner } from '../stages/plan/planner.js';
import type { QueryPlan } from '../stages/plan/query-plan.js';
import type { StandingQuestion } from './watched.js';

/** Stands for a record where none changed: what is read so is counted as read for an event, of which nothing need be told. */
export const NO_RECORD = '-';

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
    const { field, argument } = question;
    this.#question = question;
    this.#plan = planner.plan(`query Look($id: ID!) { ${field}Now(${argument}: $id) { ids until } }`);
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
    const { field, id } = this.#question;
    const steps = [{ plan: this.#plan, bind: () => ({ id }) }];
    const { data, failures } = await fetchData({ steps }, { variables: { id } }, asking, signal, gateway, NO_RECORD);
    const found = data[`${field}Now`];
    if (failures !== null || !isFound(found)) return null;
    const fresh = found.ids.filter((each) => !this.#known.has(each));
    this.#known = new Set(found.ids);
    const until = Number(found.until);
    this.#until = Number.isFinite(until) ? until : NEVER;
    return fresh;
  }
}

interface Found {
  readonly ids: readonly string[];
  readonly until: string;
}

const isFound = (value: unknown): value is Found =>
  typeof value === 'object' && value !== null && 'ids' in value && Array.isArray(value.ids) && 'until' in value;
