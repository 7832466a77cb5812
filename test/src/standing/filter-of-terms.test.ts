import { incidents } from '@chancery/incidents/service';
import { intel } from '@chancery/intel/service';
import { missions } from '@chancery/missions/service';
import {
  filterOf,
  type Named,
  type NamedTerms,
  type TermField,
} from '@chancery/shared/subgraph/aggregate/filter-of-terms';
import { type WatchedKind, watchedKinds } from '@chancery/shared/subgraph/aggregate/watched-kind';
import { LeadsTo } from '@chancery/shared/subgraph/paging/filter-sql';
import { describe, expect, it } from '@jest/globals';

/** Every kind of record, of whatever service, that can meet a requirement. */
const KINDS = [intel, incidents, missions].flatMap(({ aggregates }) => watchedKinds(aggregates));

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
  ...new Set(KINDS.flatMap(({ types }) => types.flatMap(({ words }) => [...words]))),
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
  /** What each of the fields says that tell what it is. */
  readonly types: readonly (string | null)[];
}

function happened(chance: Chance): Happened {
  const kind = chance.pick(KINDS);
  const isOfMany = kind.posts?.field === 'missions';
  return {
    kind,
    posts: kind.posts === null ? [] : chance.some(POSTS, isOfMany ? 3 : 1),
    actor: kind.actors === null || chance.below(3) === 0 ? null : chance.pick(ACTORS),
    types: kind.types.map(({ words }) => (chance.below(5) === 0 ? null : chance.pick([...words]))),
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

/** The rule in words, over what happened itself: no filter, no ids, no index. Of each kind of term that is named one is met. */
function meetsOf({ posts, actors, regions, types }: NamedTerms): (event: Happened) => boolean {
  const [keys, states, references, words] = [posts, regions, actors, types].map((terms) => new Set(terms ?? []));
  if (!keys || !states || !references || !words) throw new Error('four kinds of term');
  if (keys.size + states.size + references.size + words.size === 0) return () => false;
  return ({ posts: at, actor, types: said }) => {
    if (references.size > 0 && (actor === null || !references.has(actor.reference))) return false;
    if (states.size > 0 && !at.some(({ state }) => states.has(state))) return false;
    if (keys.size > 0 && !at.some(({ key }) => keys.has(key))) return false;
    return words.size === 0 || said.some((type) => type !== null && words.has(type));
  };
}

const NAMED: Named = {
  missions: async (keys) => POSTS.filter(({ key }) => keys.includes(key)).map(({ id }) => id),
  missionsIn: async (regions) => POSTS.filter(({ state }) => regions.includes(state)).map(({ id }) => id),
  actors: async (references) => ACTORS.filter(({ reference }) => references.includes(reference)).map(({ id }) => id),
};

const pathOf = ({ links, field }: TermField): string => [...links.map((link) => link.field), field].join('.');

/** A filter as requirements make it: tests of which all or one must hold, of fields or over links. */
type Tests = { readonly [name: string]: readonly Tests[] | LeadsTo | { readonly in: readonly string[] } };

/** Events of one kind by each value of each field, as an index holds them. */
class Indexed {
  readonly #at = new Map<string, number[]>();

  constructor(kind: WatchedKind, events: readonly Happened[]) {
    for (const [index, event] of events.entries()) {
      if (event.kind !== kind) continue;
      for (const { id } of event.posts) this.#note(kind.posts, id, index);
      if (event.actor !== null) this.#note(kind.actors, event.actor.id, index);
      for (const [at, field] of kind.types.entries()) this.#note(field, event.types[at] ?? null, index);
    }
  }

  /** Those that pass a filter. */
  passing(filter: object, path = ''): ReadonlySet<number> {
    const [[name, test] = ['or', []]] = Object.entries(filter as Tests);
    if (test instanceof LeadsTo) return this.passing(test.filter, `${path}${name}.`);
    if ('in' in test) return new Set(test.in.flatMap((value) => this.#at.get(`${path}${name} ${value}`) ?? []));
    const parts = test.map((each) => this.passing(each, path));
    if (name === 'or') return new Set(parts.flatMap((part) => [...part]));
    const [first = new Set<number>(), ...others] = parts;
    return new Set([...first].filter((each) => others.every((other) => other.has(each))));
  }

  #note(field: TermField | null, value: string | null, index: number): void {
    if (field === null || value === null) return;
    const key = `${pathOf(field)} ${value}`;
    const known = this.#at.get(key);
    if (known === undefined) this.#at.set(key, [index]);
    else known.push(index);
  }
}

describe('the terms of a requirement as a filter', () => {
  it(`find of ${EVENTS} events for each of ${REQUIREMENTS} requirements those, and no others, that meet it by its words`, async () => {
    const chance = new Chance();
    const events = Array.from({ length: EVENTS }, () => happened(chance));
    const indexes = new Map(KINDS.map((kind) => [kind, new Indexed(kind, events)]));
    const kindsMet = new Set<WatchedKind>();
    let met = 0;
    for (let count = 0; count < REQUIREMENTS; count += 1) {
      const terms = required(chance);
      const found = new Set<number>();
      for (const [kind, index] of indexes)
        for (const each of index.passing(await filterOf(terms, kind, NAMED))) found.add(each);
      const meets = meetsOf(terms);
      const wanted = events.flatMap((event, index) => (meets(event) ? [index] : []));
      if (wanted.length !== found.size || wanted.some((index) => !found.has(index)))
        throw new Error(`requirement ${count}: ${JSON.stringify(terms)} finds ${found.size}, not ${wanted.length}`);
      for (const index of wanted) kindsMet.add((events[index] as Happened).kind);
      met += wanted.length;
    }
    // Of too few matches the test would say nothing, and so it would of a kind that nothing met.
    expect(met).toBeGreaterThan(EVENTS);
    expect(KINDS.flatMap((kind) => (kindsMet.has(kind) ? [] : [kind.one]))).toEqual([]);
  });

  it('are met by nothing where none is named, or none that the kind of record has', async () => {
    const none = { posts: [], actors: null, regions: [], types: null };
    for (const kind of KINDS) {
      expect(await filterOf(none, kind, NAMED)).toEqual({ or: [] });
      expect(await filterOf({ ...none, types: ['constructor'] }, kind, NAMED)).toEqual({ or: [] });
    }
  });
});
