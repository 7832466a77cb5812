interface Page {
  readonly first?: number | null;
}

interface Representation {
  readonly __typename: string;
  readonly id: string;
}

interface Box {
  readonly width: number | null;
  place(): object | null;
}

const SIZE = 7;
const page = <T>(all: readonly T[], { first }: Page): readonly T[] => all.slice(0, first ?? all.length);

/** The place that throws when it is asked for `broken`. */
const BROKEN_PLACE = 'p3';

/** A fixed world, with nulls in every kind of place; the root value of every schema over it. */
export class TestWorld {
  /** `externals`: what a subgraph does not know of places by itself, and must be brought in a representation. */
  constructor(readonly externals: readonly string[] = []) {}

  place = ({ id }: { id: string }) => (/^p[0-6]$/.test(id) ? this.#place(Number(id.slice(1))) : null);
  person = ({ id }: { id: string }) => (/^q[0-6]$/.test(id) ? this.#person(Number(id.slice(1))) : null);
  places = (args: Page) => page([0, 1, 2, null, 3, 4, 1], args).map((n) => (n === null ? null : this.#place(n)));
  people = () => [5, 0, null, 2, 5].map((n) => (n === null ? null : this.#person(n)));

  _entities = ({ representations }: { representations: readonly Representation[] }) =>
    representations.map(({ __typename, id, ...brought }) => {
      if (__typename === 'Person') return this.person({ id });
      const unknown = Object.fromEntries(this.externals.map((name) => [name, undefined]));
      const place = this.place({ id });
      return place && { ...place, ...unknown, ...brought };
    });

  #place(n: number) {
    return {
      __typename: 'Place',
      id: `p${n}`,
      handling: 100 + n,
      name: n === 2 ? null : `place ${n}`,
      tags: n === 1 ? null : [`t${n}`, null, 'shared'],
      box: n === 4 ? null : this.#box(n),
      grid: () => (n === 5 ? null : [[this.#box(n), null], null, [], [this.#box(n + 1)]]),
      twin: () => (n % 3 === 0 ? null : this.#place((n + 1) % SIZE)),
      owner: () => (n === 0 ? null : this.#person((n * 2) % SIZE)),
      broken() {
        if (this.id === BROKEN_PLACE) throw new Error(`the secret of ${this.id}`);
        return 'whole';
      },
      visitors: (args: Page) => page([n, null, n + 2], args).map((m) => (m === null ? null : this.#person(m % SIZE))),
      score(this: { name?: string | null }) {
        return this.name === undefined ? -1 : (this.name?.length ?? null);
      },
      views: ({ year }: { year?: number }) => n * 10 + (year ?? 0),
      size(this: { box?: { width: number | null } | null }) {
        return this.box === undefined ? -1 : (this.box?.width ?? null);
      },
    };
  }

  #box(n: number): Box {
    return { width: n === 3 ? null : n * 2, place: () => (n === 6 ? null : this.#place((n + 3) % SIZE)) };
  }

  #person(n: number) {
    return {
      __typename: 'Person',
      id: `q${n}`,
      handling: 200 + n,
      rank: n === 4 ? null : n,
      name: ({ style }: { style?: string }) => (n === 1 ? null : `${style ?? 'plain'} ${n}`),
      friends: (args: Page) =>
        page([n + 1, n + 3, null], args).map((m) => (m === null ? null : this.#person(m % SIZE))),
      favourite: () => (n === 6 ? null : this.#place((n + 2) % SIZE)),
      visits: (args: Page) => (n === 2 ? null : page([this.#visit(n), this.#visit(n + 1)], args)),
    };
  }

  #visit(n: number) {
    return { day: `day ${n}`, place: () => this.#place(n % SIZE) };
  }
}
