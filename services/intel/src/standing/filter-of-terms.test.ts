import { filterOf, type Named, type NamedTerms } from '@chancery/shared/subgraph/aggregate/filter-of-terms';
import { describe, expect, it } from '@jest/globals';
import { MATCH_KINDS, type WatchedKind } from './match-kinds.js';

const REQUIREMENTS = 5_000;
const EVENTS = 10_000;
const STATES = ['AUT', 'BEL', 'CHE', 'DEU', 'ESP', 'FRA', 'GBR', 'ITA', 'JPN', 'KEN'];
const POSTS = Array.from({ length: 400 }, (_, at) => ({
  key: `Q${at}`,
  id: `mis_${at}`,
  state: STATES[at % 10] ?? '',
}));
const ACTORS = Array.from({ length: 60 }, (_, at) => ({ reference: `TA-${at}`, id: `tac_${at}` }));
/** Words of all kinds, one that none has, and one that a prototype has. */
const TYPES = [
  ...new Set(MATCH_KINDS.flatMap(({ type }) => Object.keys(type?.words ?? {}))),
  'NO_SUCH_THING',
  'constructor',
];

/** Numbers that are the same in every run. */
class Chance {
  #state = 20_261_129;
  below(bound: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * bound);
  }
  pick<T>(of: readonly T[]): T {
    return of[this.below(of.length)] as T;
  }
  some<T>(of: readonly T[], most: number): T[] {
    return Array.from({ length: 1 + this.below(most) }, () => this.pick(of));
  }
}

/** What happened, whichever kind of record tells of it. */
interface Happened {
  readonly kind: WatchedKind;
  readonly posts: readonly (typeof POSTS)[number][];
  readonly actor: (typeof ACTORS)[number] | null;
  readonly type: string | null;
}

function happened(chance: Chance): Happened {
  const kind = chance.pick(MATCH_KINDS);
  const words = Object.keys(kind.type?.words ?? {});
  return {
    kind,
    posts: kind.mission === 'missions' ? chance.some(POSTS, 3) : chance.some(POSTS, 1),
    actor: kind.actor === null || chance.below(3) === 0 ? null : chance.pick(ACTORS),
    type: words.length === 0 || chance.below(5) === 0 ? null : chance.pick(words),
  };
}

const maybe = <T>(chance: Chance, terms: T[]): T[] | null => (chance.below(2) === 0 ? null : terms);
const keysOf = (posts: readonly { readonly key: string }[]): string[] => posts.map(({ key }) => key);

function required(chance: Chance): NamedTerms {
  return {
    posts: maybe(chance, [...keysOf(chance.some(POSTS, 120)), 'Q-unknown']),
    actors: chance.below(4) === 0 ? chance.some(ACTORS, 20).map(({ reference }) => reference) : null,
    regions: maybe(chance, chance.some(STATES, 3)),
    types: maybe(chance, chance.some(TYPES, 6)),
  };
}

/** The rule in words, over what happened itself: no filter, no ids, no index. */
function meetsOf({ posts, actors, regions, types }: NamedTerms): (event: Happened) => boolean {
  const [keys, references, states, words] = [posts, actors, regions, types].map((terms) => new Set(terms ?? []));
  const anyOf = (terms: Set<string> | undefined, isOne: (terms: Set<string>) => boolean): boolean =>
    terms === undefined || terms.size === 0 || isOne(terms);
  const isNamed = [posts, actors, regions, types].some((terms) => (terms?.length ?? 0) > 0);
  return ({ posts: at, actor, type }) =>
    isNamed &&
    anyOf(keys, (terms) => at.some(({ key }) => terms.has(key))) &&
    anyOf(states, (terms) => at.some(({ state }) => terms.has(state))) &&
    anyOf(references, (terms) => actor !== null && terms.has(actor.reference)) &&
    anyOf(words, (terms) => type !== null && terms.has(type));
}

const NAMED: Named = {
  missions: async (keys) => POSTS.filter(({ key }) => keys.includes(key)).map(({ id }) => id),
  missionsIn: async (regions) => POSTS.filter(({ state }) => regions.includes(state)).map(({ id }) => id),
  actors: async (references) => ACTORS.filter(({ reference }) => references.includes(reference)).map(({ id }) => id),
};

/** Events of one kind by each value of each field, as an index holds them. */
class Indexed {
  readonly #at = new Map<string, number[]>();

  constructor(kind: WatchedKind, events: readonly Happened[]) {
    for (const [index, event] of events.entries()) {
      if (event.kind !== kind) continue;
      for (const { id } of event.posts) this.#note(kind.mission, id, index);
      if (kind.actor !== null && event.actor !== null) this.#note(kind.actor, event.actor.id, index);
      if (kind.type !== null && event.type !== null) this.#note(kind.type.field, event.type, index);
    }
  }

  /** Those that pass a filter. */
  passing(filter: object): ReadonlySet<number> {
    const { and } = filter as { readonly and?: readonly Record<string, { readonly in: readonly string[] }>[] };
    if (and === undefined) return new Set();
    const [first = new Set<number>(), ...others] = and.map((test) => this.#meeting(test));
    return new Set([...first].filter((each) => others.every((other) => other.has(each))));
  }

  #meeting(test: Record<string, { readonly in: readonly string[] }>): ReadonlySet<number> {
    const [[field, { in: values }] = ['', { in: [] }]] = Object.entries(test);
    return new Set(values.flatMap((value) => this.#at.get(`${field} ${value}`) ?? []));
  }

  #note(field: string, value: string, index: number): void {
    const key = `${field} ${value}`;
    const known = this.#at.get(key);
    if (known === undefined) this.#at.set(key, [index]);
    else known.push(index);
  }
}

describe('the terms of a requirement as a filter', () => {
  it(`find of ${EVENTS} events for each of ${REQUIREMENTS} requirements those, and no others, that meet it by its words`, async () => {
    const chance = new Chance();
    const events = Array.from({ length: EVENTS }, () => happened(chance));
    const indexes = new Map(MATCH_KINDS.map((kind) => [kind, new Indexed(kind, events)]));
    let met = 0;
    for (let count = 0; count < REQUIREMENTS; count += 1) {
      const terms = required(chance);
      const found = new Set<number>();
      for (const [kind, index] of indexes)
        for (const each of index.passing(await filterOf(terms, kind, NAMED))) found.add(each);
      const meets = meetsOf(terms);
      const wanted = [...events.keys()].filter((index) => meets(events[index] as Happened));
      if (wanted.length !== found.size || wanted.some((index) => !found.has(index)))
        throw new Error(`requirement ${count}: ${JSON.stringify(terms)} finds ${found.size}, not ${wanted.length}`);
      met += wanted.length;
    }
    // Of too few matches the test would say nothing.
    expect(met).toBeGreaterThan(EVENTS);
  });

  it('are met by nothing where none is named, or none that the kind of record has', async () => {
    const none = { posts: [], actors: null, regions: [], types: null };
    for (const kind of MATCH_KINDS) {
      expect(await filterOf(none, kind, NAMED)).toEqual({ or: [] });
      expect(await filterOf({ ...none, types: ['constructor'] }, kind, NAMED)).toEqual({ or: [] });
    }
  });
});
