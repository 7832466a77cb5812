import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answer, type Denials, HANDLINGS, HIDE, withhold } from '../../testkit/redaction-fixture.js';

const CANARY = 'canary-03ad';
const ROW = 'id name kind plan archive source headcount hazards custody { custodian since }';
const PAGE = `totalCount edges { cursor node { ${ROW} parent { ${ROW} } } }`;
const DOCUMENT = `{ p: post { ${ROW} own: custody { s: since } parent { ${ROW} } related { ${ROW} related { ${ROW} } } branches { ${PAGE} } } posts { ${PAGE} } }`;

const COORDINATES = [
  'Post.name',
  'Post.plan',
  'Post.archive',
  'Post.headcount',
  'Post.hazards',
  'Post.custody',
  'Custody.custodian',
  'Post.parent',
  'Post.related',
] as const;

type Row = Readonly<Record<string, unknown>>;
type Draw = (max: number) => number;

/** Handlings 3 and 4 are of hidden rows in half of the runs, 1 and 2 of visible ones in all. */
const anyDenials: fc.Arbitrary<Denials> = fc
  .tuple(
    fc.subarray([...COORDINATES]),
    fc.subarray(COORDINATES.map((coordinate) => `${coordinate} @ 2`)),
    fc.subarray(['EXISTENCE @ 3', 'EXISTENCE @ 4']),
  )
  .map(([everywhere, somewhere, rows]) =>
    Object.fromEntries([
      ...[...everywhere, ...somewhere].map((key) => [key, withhold('INVIOLABILITY', 'VCDR-22-1')]),
      ...[...rows, 'Post.source'].map((key) => [key, HIDE]),
    ]),
  );

const drawFrom =
  (gen: fc.GeneratorValue): Draw =>
  (max) =>
    gen(fc.nat, { max });

/** Both worlds are made in one go: `one` and `other` agree on what the viewer may see and on nothing else. */
interface Pair {
  readonly one: unknown;
  readonly other: unknown;
}

class Worlds {
  constructor(
    readonly denials: Denials,
    readonly draw: Draw,
  ) {}

  isDenied(coordinate: string, handling: number): boolean {
    return coordinate in this.denials || `${coordinate} @ ${handling}` in this.denials;
  }

  garbage(): unknown {
    const values = [null, CANARY, [CANARY, CANARY], { id: CANARY, handling: 1, since: CANARY }, 7, []];
    return values[this.draw(values.length - 1)];
  }

  /** A field that may be denied: then the worlds differ in it in any way. */
  field(coordinate: string, handling: number, allowed: () => Pair): Pair {
    if (!this.isDenied(coordinate, handling)) return allowed();
    return { one: this.garbage(), other: this.garbage() };
  }

  same(...values: unknown[]): Pair {
    const value = values[this.draw(values.length - 1)];
    return { one: value, other: value };
  }

  row(depth: number): Pair {
    const visible = [...HANDLINGS.keys()].filter((integer) => !this.isDenied('EXISTENCE', integer));
    const handling = visible[this.draw(visible.length - 1)] ?? 1;
    const fields: Record<string, Pair> = {
      id: this.same('a', 'b', 'c'),
      handling: this.same(handling),
      source: { one: this.garbage(), other: this.garbage() },
      kind: this.same('EMBASSY', null),
      custody: this.field('Post.custody', handling, () => this.custody(handling)),
    };
    for (const name of ['name', 'plan', 'archive']) {
      fields[name] = this.field(`Post.${name}`, handling, () => this.same('open', 'other', null));
    }
    fields.headcount = this.field('Post.headcount', handling, () => this.same(1, 2, null));
    fields.hazards = this.field('Post.hazards', handling, () => this.same(['gas'], [], null));
    fields.parent = this.field('Post.parent', handling, () => this.link(depth));
    fields.related = this.field('Post.related', handling, () => this.rows(depth, (row) => row));
    if (depth > 0) fields.branches = this.page(depth - 1);
    return this.objectOf(fields);
  }

  custody(handling: number): Pair {
    const custodian = this.field('Custody.custodian', handling, () => this.same('CHE', null));
    return this.objectOf({ custodian, since: this.same('1961-01-07') });
  }

  objectOf(fields: Readonly<Record<string, Pair>>): Pair {
    const side = (key: keyof Pair): Row =>
      Object.fromEntries(Object.entries(fields).map(([name, pair]) => [name, pair[key]]));
    return { one: side('one'), other: side('other') };
  }

  /** A row that must not be known, or null where the viewer could not tell the two apart. */
  hidden(): Row {
    const integer = this.isDenied('EXISTENCE', 3) ? 3 : 4;
    return { id: CANARY, handling: integer, name: CANARY, custody: { custodian: CANARY }, related: [{ id: CANARY }] };
  }

  get hidesRows(): boolean {
    return this.isDenied('EXISTENCE', 3) || this.isDenied('EXISTENCE', 4);
  }

  link(depth: number): Pair {
    if (depth > 0 && this.draw(2) > 0) return this.row(depth - 1);
    const absent = (): unknown => (this.hidesRows && this.draw(1) === 0 ? this.hidden() : null);
    return { one: absent(), other: absent() };
  }

  rows(depth: number, wrap: (row: unknown) => unknown): Pair {
    const one: unknown[] = [];
    const other: unknown[] = [];
    const padWithHidden = (list: unknown[]): void => {
      while (this.hidesRows && this.draw(2) === 0) list.push(wrap(this.hidden()));
    };
    for (let left = depth > 0 ? this.draw(2) : 0; left > 0; left--) {
      padWithHidden(one);
      padWithHidden(other);
      const row = this.row(depth - 1);
      one.push(wrap(row.one));
      other.push(wrap(row.other));
    }
    padWithHidden(one);
    padWithHidden(other);
    return { one, other };
  }

  page(depth: number): Pair {
    // A cursor of a hidden row would tell of it; where the row is visible both worlds have the same.
    const wrap = (node: unknown): Row => ({ node, cursor: (node as Row).id === CANARY ? CANARY : 'c' });
    return this.objectOf({
      totalCount: this.same(1, 2, null),
      handlings: this.same([1], [1, 2], [2]),
      edges: this.rows(depth, wrap),
    });
  }

  root(): Pair {
    return this.objectOf({ post: this.draw(4) === 0 ? this.link(2) : this.row(2), posts: this.page(2) });
  }
}

describe('non-interference', () => {
  it('two worlds that differ only in what is withheld or hidden give the same bytes, and no such value leaves', () => {
    let different = 0;
    fc.assert(
      fc.property(anyDenials, fc.gen(), (denials, gen) => {
        const { one, other } = new Worlds(denials, drawFrom(gen)).root();
        const [first, second] = [one, other].map((world) => answer(DOCUMENT, world as object, { denials }));

        expect(second?.json).toBe(first?.json);
        expect(first?.json).not.toContain(CANARY);
        expect([...(first?.records ?? [])].join()).not.toContain(CANARY);
        if (JSON.stringify(one) !== JSON.stringify(other)) different++;
      }),
      { numRuns: 200, endOnFailure: true },
    );
    // Else the property would hold of nothing.
    expect(different).toBeGreaterThan(150);
  });

  it('denying a coordinate changes that coordinate and nothing else', () => {
    fc.assert(
      fc.property(anyDenials, fc.constantFrom(...COORDINATES), fc.gen(), (denials, coordinate, gen) => {
        const world = new Worlds(denials, drawFrom(gen)).root().one as object;
        const before = answer(DOCUMENT, world, { denials });
        const after = answer(DOCUMENT, world, {
          denials: { ...denials, [coordinate]: withhold('PRIVACY', 'VCDR-30-1') },
        });

        const item = after.withheld.find((each) => each.code === 'PRIVACY');
        fc.pre(item?.pathsTruncated !== true);
        const expected = JSON.parse(JSON.stringify(before.data));
        for (const path of item?.paths ?? []) blank(expected, path);
        expect(JSON.parse(JSON.stringify(after.data))).toEqual(expected);
        expect(item?.coordinate ?? coordinate).toBe(coordinate);
        expect(after.errors).toEqual([]);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});

function blank(holder: Record<string | number, unknown>, [key, ...rest]: readonly (string | number)[]): void {
  if (key === undefined) return;
  if (rest.length === 0) holder[key] = null;
  else blank(holder[key] as Record<string | number, unknown>, rest);
}
