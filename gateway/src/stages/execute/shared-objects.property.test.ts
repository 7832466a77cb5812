import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'graphql';
import { typeLatticeOf } from '../../schema/type-lattice.js';
import type { AnswerShape } from '../plan/answer-shape.js';
import type { PathStep } from '../plan/query-plan.js';
import { entitiesAt, type Merged, visitEntities } from './entity-paths.js';
import { Merge, mergeAnswer } from './merge.js';
import { MergedObject } from './merged-object.js';
import { SharedObjects } from './shared-objects.js';

const types = typeLatticeOf(
  parse('interface I { id: ID } type A implements I { id: ID } type B implements I { id: ID }'),
);
const DEPTH = 3;

const leaf = (key: string) => ({ answerKey: key, key, shape: null });
function shapeOf(depth: number, leaves: readonly string[]): AnswerShape {
  const below = depth === 0 ? null : shapeOf(depth - 1, leaves);
  const links = below === null ? [] : ['one', 'many'].map((key) => ({ answerKey: key, key, shape: below }));
  return { fields: [...leaves.map(leaf), ...links] };
}
const WHOLE = shapeOf(DEPTH, ['__typename', 'id', 'name', 'tags']);

/** Answers of few words, and of the same ones below, so that much in them is said twice. */
function answers(depth: number): fc.Arbitrary<readonly [object, object]> {
  const below = depth === 0 ? fc.constant([]) : answers(depth - 1);
  return below.chain((known) => {
    const one = fc.constantFrom(null, ...known, ...known);
    const record = fc.record(
      {
        __typename: fc.constantFrom('A', 'B', 'A', 'B', 'I'),
        id: fc.constantFrom(1, 2),
        name: fc.constantFrom('x', 'x', 'y', null),
        tags: fc.constantFrom(['t'], ['t'], { a: 1, b: 1 }, { b: 1, a: 1 }),
        one: fc.oneof({ weight: 5, arbitrary: one }, { weight: 1, arbitrary: fc.constant('no object') }),
        many: fc.array(fc.oneof(one, one, fc.array(one, { maxLength: 2 })), { maxLength: 3 }),
      },
      { requiredKeys: ['__typename', 'id'] },
    );
    return fc.tuple(record, record);
  });
}

const steps: fc.Arbitrary<readonly PathStep[]> = fc.array(
  fc.oneof<fc.Arbitrary<PathStep>[]>(
    fc.constantFrom<PathStep>({ kind: 'key', key: 'one' }, { kind: 'key', key: 'many' }),
    fc.constantFrom<PathStep>({ kind: 'items' }),
    fc.constantFrom(['A'], ['B'], ['I']).map((typeNames): PathStep => ({ kind: 'type', typeNames })),
  ),
  { minLength: 1, maxLength: 6 },
);
/** A path that leads somewhere more often than chance would have it. */
const paths = fc.oneof(
  steps,
  fc.array(fc.constantFrom('one', 'many', 'A', 'B'), { minLength: 1, maxLength: 4 }).map((words) =>
    words.flatMap((word): PathStep[] => {
      if (word === 'one') return [{ kind: 'key', key: 'one' }];
      return word === 'many'
        ? [{ kind: 'key', key: 'many' }, { kind: 'items' }]
        : [{ kind: 'type', typeNames: [word] }];
    }),
  ),
);

/** A fetch: what it is about is found when it is sent, and its answer comes when others have been sent meanwhile. */
const fetches = fc.array(
  fc.record({
    path: paths,
    answer: fc.oneof(
      fc.constant(null),
      answers(1).map(([answer]) => answer),
    ),
    waits: fc.nat({ max: 3 }),
  }),
  { maxLength: 6 },
);
const MORE = shapeOf(1, ['__typename', 'id', 'name', 'views']);

class World {
  readonly #absent = new Set<MergedObject>();
  readonly merged: Merged;
  readonly #malformed: unknown[] = [];

  constructor(root: object, shared: boolean) {
    this.merged = {
      root: new MergedObject(),
      types,
      absent: this.#absent,
      shared: shared ? new SharedObjects(this.#absent) : null,
    };
    this.#malformed.push(mergeAnswer(WHOLE, root, this.merged.root, this.merged));
  }

  /** Finds what a fetch is about; what is returned takes its answer. */
  send(path: readonly PathStep[], answer: object | null): () => void {
    const { shared } = this.merged;
    const found: MergedObject[] = [];
    if (shared === null) visitEntities(this.merged, path, (entity) => found.push(entity));
    else found.push(...entitiesAt(this.merged, path));
    const copied = shared?.copied ?? 0;
    return () => {
      const targets = shared === null ? found : shared.withCopies(found, copied);
      const merge = new Merge(this.merged);
      for (const target of targets) {
        if (answer === null) this.#absent.add(target);
        else merge.take(MORE, { ...answer, views: target.name === 'x' ? 1 : 2 }, target);
      }
    };
  }

  /** All that is known, place by place. */
  told(): string {
    const marked = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(marked);
      if (!(value instanceof MergedObject)) return value;
      const members = Object.entries(value).map(([key, member]) => [key, marked(member)]);
      return [this.#absent.has(value), ...members];
    };
    return JSON.stringify([marked(this.merged.root), this.#malformed]);
  }
}

describe('an object at several places', () => {
  it('says at each of them what an object of its own would say there, whatever is fetched meanwhile for some of them', () => {
    let shared = 0;
    let copied = 0;
    fc.assert(
      fc.property(answers(DEPTH), fetches, ([root], sent) => {
        const [together, apart] = [new World(root, true), new World(root, false)];
        expect(together.told()).toBe(apart.told());
        shared += together.merged.shared?.isEmpty ? 0 : 1;
        const underWay: { readonly at: number; readonly take: (() => void)[] }[] = [];
        const arrive = (now: number): void => {
          for (const { at, take } of underWay) if (at === now) for (const each of take) each();
        };
        for (const [now, { path, answer, waits }] of sent.entries()) {
          underWay.push({ at: now + waits, take: [together.send(path, answer), apart.send(path, answer)] });
          arrive(now);
          expect(together.told()).toBe(apart.told());
        }
        for (let now = sent.length; now < sent.length + 4; now++) arrive(now);
        expect(together.told()).toBe(apart.told());
        copied += together.merged.shared?.copied ?? 0;
      }),
      { seed: 81, numRuns: 800 },
    );
    // It is about objects that are shared, and some that no longer can be.
    expect(shared).toBeGreaterThan(50);
    expect(copied).toBeGreaterThan(50);
  });

  it('is not taken for what it was once more has been merged into it', () => {
    const { root } = new World({}, true).merged;
    const below = shapeOf(0, ['id', 'name']);
    // Two answers for one key, as of two types of which an object has one; and a subgraph that gives both.
    const both = { fields: ['first', 'second'].map((answerKey) => ({ answerKey, key: 'one', shape: below })) };
    const shape = { fields: [{ answerKey: 'many', key: 'many', shape: both }] };
    const many = [{ first: { id: 1 }, second: { id: 1, name: 'x' } }, { first: { id: 1 } }];
    mergeAnswer(shape, { many }, root, { types, shared: new SharedObjects(new Set()) });

    expect(root.many).toEqual([{ one: { id: 1, name: 'x' } }, { one: { id: 1, name: null } }]);
  });
});
