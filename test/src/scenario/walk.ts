import { type Ask, type Sight, SOMETHING, type Step, type Value, type Values } from './step.js';

/** An answer as a client gets it. */
export interface Answer {
  readonly text: string;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
    readonly extensions?: {
      readonly withheld?: readonly {
        readonly coordinate: string;
        readonly citations: readonly { readonly rule: string; readonly instrument: string; readonly article: string }[];
      }[];
      readonly banner?: { readonly text: string } | undefined;
    };
  };
}

/** Whoever sends a document for somebody. */
export type Send = (ask: Ask, variables: Readonly<Record<string, unknown>>) => Promise<Answer>;

/** What became of a sight. */
export interface Seen {
  readonly sight: Sight;
  readonly answer: Answer;
  /** What is not as the scenario says. */
  readonly problems: readonly string[];
}

/** What became of a step. */
export interface Done {
  readonly step: Step;
  readonly answer: Answer;
  readonly problems: readonly string[];
  readonly seen: readonly Seen[];
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const DATE_LENGTH = 10;

/** Of a walk. */
export interface WalkOptions {
  readonly now: () => number;
  /** Makes keys of commands those of this walk: the same scenario can be walked again over the same data. */
  readonly mark: string;
  /** Waits until an act that was made holds: until what its first sight says is so. */
  readonly published: (holds: () => Promise<boolean>) => Promise<void>;
}

/** Walks the scenario, step by step, and keeps what later steps call by a name. */
export class Walk {
  readonly #known = new Map<string, string>();
  readonly #send: Send;
  readonly #now: () => number;
  readonly #mark: string;

  readonly #published: WalkOptions['published'];

  constructor(send: Send, { now, mark, published }: WalkOptions) {
    this.#send = send;
    this.#now = now;
    this.#mark = mark;
    this.#published = published;
  }

  async take(step: Step): Promise<Done> {
    const answer = await this.#ask(step.does);
    const problems = this.#checkStep(step, answer);
    const seen: Seen[] = [];
    const [first] = step.sights;
    if (step.changesLaw === true && problems.length === 0 && first !== undefined)
      await this.#published(async () => this.#checkSight(first, await this.#ask(first)).length === 0);
    if (problems.length === 0) {
      for (const sight of step.sights) {
        const shown = await this.#ask(sight);
        seen.push({ sight, answer: shown, problems: this.#checkSight(sight, shown) });
      }
    }
    return { step, answer, problems, seen };
  }

  #ask(ask: Ask): Promise<Answer> {
    return this.#send(ask, this.#filled(ask.variables ?? {}) as Record<string, unknown>);
  }

  #checkStep({ keeps = {}, refused }: Step, { body }: Answer): string[] {
    const code = body.errors?.[0]?.extensions?.code;
    if (refused !== undefined) return code === refused ? [] : [`is not refused by ${refused}, but ${code ?? 'done'}`];
    if (body.errors !== undefined)
      return body.errors.map(({ message, extensions }) => `${extensions?.code}: ${message}`);
    return Object.entries(keeps).flatMap(([name, path]) => {
      const value = at(body.data, path);
      if (typeof value !== 'string') return [`gives nothing at ${path}`];
      this.#known.set(name, value);
      return [];
    });
  }

  #checkSight({ shows, withheld = {}, never = [] }: Sight, { text, body }: Answer): string[] {
    const values = Object.entries(this.#filled(shows) as Values).flatMap(([path, wanted]) => {
      const value = at(body.data, path);
      const isAsSaid = wanted === SOMETHING ? value !== null && value !== undefined : same(value, wanted);
      return isAsSaid ? [] : [`${path} is ${JSON.stringify(value)}, not ${JSON.stringify(wanted)}`];
    });
    const items = body.extensions?.withheld ?? [];
    const rules = Object.entries(withheld).flatMap(([coordinate, rule]) => {
      const cited = items.filter((item) => item.coordinate === coordinate).flatMap(({ citations }) => citations);
      const isCited = cited.some((each) => each.rule === rule);
      return isCited
        ? []
        : [`${coordinate} is withheld by ${cited.map((each) => each.rule).join() || 'nothing'}, not ${rule}`];
    });
    const told = never.filter((words) => text.includes(words)).map((words) => `tells “${words}”`);
    const errors = body.errors === undefined ? [] : [`error ${body.errors[0]?.extensions?.code}`];
    return [...errors, ...values, ...rules, ...told];
  }

  #filled(value: Value): unknown {
    if (typeof value === 'string') return this.#word(value);
    if (Array.isArray(value)) return value.map((each: Value) => this.#filled(each));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.#filled(each)]));
  }

  #word(word: string): string {
    if (word.startsWith('$')) return this.#known.get(word.slice(1)) ?? unknown(word);
    if (word.startsWith('#')) return `${this.#mark}-${word.slice(1)}`;
    if (word === '@today') return new Date(this.#now()).toISOString().slice(0, DATE_LENGTH);
    const [, sign, count, unit = ''] = /^@([+-])(\d+)([mhd])$/.exec(word) ?? [];
    if (count === undefined) return word;
    const distance = Number(count) * (UNIT_MS[unit] ?? 0) * (sign === '-' ? -1 : 1);
    return new Date(this.#now() + distance).toISOString();
  }
}

/** The value at a path of names and indices. */
export function at(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce(
      (value: unknown, part) => (value === null || typeof value !== 'object' ? undefined : Reflect.get(value, part)),
      data,
    );
}

const same = (value: unknown, wanted: Value): boolean => JSON.stringify(value ?? null) === JSON.stringify(wanted);

function unknown(word: string): never {
  throw new Error(`no step has kept ${word}`);
}
