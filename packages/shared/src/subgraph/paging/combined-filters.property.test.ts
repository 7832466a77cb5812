import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FILTER_LEVELS_MAX, FILTER_TESTS_MAX } from '../../schema/combined-filter.js';
import { profileFor, type RunningNotes, runNotes, type StoredNote } from '../testkit/running-notes.js';

const STATES = ['URY', 'USA', 'DEU'] as const;
const FIELDS = ['title', 'weight', 'madeOn', 'tags', 'subject'] as const;
type Field = (typeof FIELDS)[number];
const TITLES = ['a', 'b', 'c'];
const DAYS = ['2020-01-01', '2020-06-30', '2021-01-01'];
const TAGS = ['x', 'y', 'z', 'u', 'v'];
const WITHIN_MS = 240_000;

/** Who sees a row, and who may read each field of it; null is everybody. */
interface Row extends StoredNote {
  readonly seenBy: string | null;
  readonly readBy: Readonly<Record<Field, string | null>>;
}

const idOf = (index: number) => `not_${String(index).padStart(26, '0')}`;
const label = (state: string | null) => `l=-;rel=${state ?? '*'};nat=*;pur=*`;
const pick = <T>(values: readonly T[], seed: number): T => values[seed % values.length] as T;

/** Rows that differ in everything: values that are absent, hidden, or there, each with each. */
const ROWS: readonly Row[] = Array.from({ length: 90 }, (_, index) => {
  const seenBy = pick([null, null, null, 'URY', 'USA', 'DEU'], index * 7 + (index >> 3));
  const readBy = Object.fromEntries(
    FIELDS.map((field, place) => [field, pick([null, 'USA', null, 'DEU', null], index * (place + 3) + (index >> 2))]),
  ) as Row['readBy'];
  const closed = FIELDS.flatMap((field) => (readBy[field] === null ? [] : `!Note.${field}(${label(readBy[field])})`));
  return {
    id: idOf(index),
    seenBy,
    readBy,
    handling: `${label(seenBy)};own=CHANCERY.register${closed.sort().join('')}`,
    title: index % 4 === 0 ? null : pick(TITLES, index),
    weight: index % 5 === 0 ? null : (index * 31) % 9,
    madeOn: index % 6 === 0 ? null : pick(DAYS, index >> 1),
    tags: index % 3 === 0 ? [] : [...new Set([pick(TAGS, index), pick(TAGS, index >> 1)])],
    subject: index % 7 === 0 ? null : pick(TAGS, index >> 2),
  };
});

/** Tags are stored with the row that names one first, and are seen by whoever sees that. */
const SEEN_WITH = new Map(TAGS.map((tag) => [tag, ROWS.find(({ tags }) => tags?.includes(tag))?.seenBy ?? null]));

const isFor = (state: string, whom: string | null) => whom === null || whom === state;

/** What a viewer may read of a row: the list of a link may be empty, and null is what it may not read. */
function readableValue(row: Row, field: Field, state: string): string | number | readonly string[] | null {
  if (!isFor(state, row.readBy[field])) return null;
  const sees = (tag: string) => isFor(state, SEEN_WITH.get(tag) ?? null);
  if (field === 'tags') return row.tags?.filter(sees) ?? null;
  if (field === 'subject') return row.subject && sees(row.subject) ? row.subject : null;
  return row[field] ?? null;
}

type Truth = boolean | null;
type Filter = { readonly [name: string]: unknown };

const both = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(null) ? null : true;
const denied = (truth: Truth): Truth => (truth === null ? null : !truth);

/** Whether a filter holds, by the logic of Kleene: what has no value makes a test neither true nor false. */
function holds(filter: Filter, row: Row, state: string): Truth {
  return both(
    Object.entries(filter).map(([name, part]): Truth => {
      if (name === 'and') return both((part as Filter[]).map((each) => holds(each, row, state)));
      if (name === 'or') return denied(both((part as Filter[]).map((each) => denied(holds(each, row, state)))));
      if (name === 'not') return denied(holds(part as Filter, row, state));
      const value = readableValue(row, name as Field, state);
      return both(Object.entries(part as Filter).map(([operator, operand]) => tested(value, operator, operand)));
    }),
  );
}

function tested(value: ReturnType<typeof readableValue>, operator: string, operand: unknown): Truth {
  if (operator === 'isNull') return (value === null) === operand;
  if (value === null) return null;
  if (Array.isArray(value)) return value.some((each) => compared(each, operator, operand));
  return compared(value as string | number, operator, operand);
}

function compared(value: string | number, operator: string, operand: unknown): boolean {
  if (operator === 'in') return (operand as unknown[]).includes(value);
  const other = operand as typeof value;
  if (operator === 'eq') return value === other;
  if (operator === 'gt') return value > other;
  if (operator === 'gte') return value >= other;
  return operator === 'lt' ? value < other : value <= other;
}

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const operatorsOf = (values: readonly unknown[], isRanged: boolean, mayBeNull: boolean): fc.Arbitrary<Filter> =>
  fc.oneof(
    fc.record({ eq: oneOf([...values, '\0'].filter((value) => typeof value === typeof values[0])) }),
    fc.record({ in: fc.array(oneOf(values), { maxLength: 3 }) }),
    ...(isRanged ? ['gt', 'gte', 'lt', 'lte'].map((name) => fc.record({ [name]: oneOf(values) })) : []),
    ...(isRanged ? [fc.record({ gte: oneOf(values), lt: oneOf(values) })] : []),
    ...(mayBeNull ? [fc.record({ isNull: fc.boolean() })] : []),
  );
const tests = fc.oneof(
  fc.record({ title: operatorsOf(TITLES, false, true) }),
  fc.record({ weight: operatorsOf([0, 1, 4, 8], true, true) }),
  fc.record({ madeOn: operatorsOf(DAYS, true, true).filter((test) => !('in' in test) && test.eq !== '\0') }),
  fc.record({ tags: operatorsOf(TAGS, false, false) }),
  fc.record({ subject: operatorsOf(TAGS, false, false) }),
);
const { filters } = fc.letrec<{ filters: Filter }>((tie) => ({
  filters: fc.oneof(
    { maxDepth: FILTER_LEVELS_MAX - 2, depthSize: 'small', withCrossShrink: true },
    tests,
    fc.record({ not: tie('filters') }),
    fc.record({ and: fc.array(tie('filters'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('filters'), { maxLength: 3 }) }),
    fc.tuple(tests, fc.record({ not: tie('filters') })).map(([a, b]) => ({ ...a, ...b })),
  ),
}));

const NOTES = `query ($filter: NoteFilter) {
  notes(first: 100, filter: $filter) { totalCount edges { node { id } } } }`;

describe('a filter of filters', () => {
  let notes: RunningNotes;
  beforeAll(async () => {
    notes = await runNotes(ROWS);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  async function found(filter: Filter, state: string): Promise<string[]> {
    const { data, errors } = await notes.client.query(profileFor(state), NOTES, { filter });
    expect(errors).toEqual([]);
    const { notes: page } = data as { notes: { totalCount: number; edges: { node: { id: string } }[] } };
    expect(page.totalCount).toBe(page.edges.length);
    return page.edges.map(({ node }) => node.id);
  }

  async function refusal(filter: Filter) {
    const { errors } = await notes.client.query(profileFor('URY'), NOTES, { filter });
    return errors.map(({ extensions: { code, argument } }) => [code, argument]);
  }

  it(
    'finds the rows in which it holds by what the viewer may read, and by nothing else',
    async () => {
      let told = 0;
      await fc.assert(
        fc.asyncProperty(filters, oneOf(STATES), async (filter, state) => {
          const seen = ROWS.filter(({ seenBy }) => isFor(state, seenBy));
          const expected = seen.filter((row) => holds(filter, row, state) === true).map(({ id }) => id);
          if (expected.length > 0 && expected.length < seen.length) told += 1;
          expect(await found(filter, state)).toEqual(expected);
        }),
        { numRuns: 300 },
      );
      expect(told).toBeGreaterThan(60);
    },
    WITHIN_MS,
  );

  it('never finds by a denial what the viewer may not read: nobody can tell it from what is absent', async () => {
    const closed = ROWS.filter((row) => row.seenBy === null && row.readBy.subject === 'USA' && row.subject);
    expect(closed.length).toBeGreaterThan(3);
    for (const test of [{ eq: 'nowhere' }, { in: [] }, { in: ['nowhere'] }, { eq: '\0' }]) {
      const ids = await found({ not: { subject: test } }, 'URY');
      for (const { id } of closed) expect(ids).not.toContain(id);
      for (const { id } of closed) expect(await found({ not: { not: { subject: test } } }, 'URY')).not.toContain(id);
    }
    // A link whose other end is hidden is no link: it is found by no test, nor by its contrary.
    const hidden = TAGS.find((tag) => SEEN_WITH.get(tag) !== null && SEEN_WITH.get(tag) !== 'URY');
    if (hidden === undefined) throw new Error('no tag is hidden');
    const leading = ROWS.filter((row) => row.subject === hidden && isFor('URY', row.seenBy)).map(({ id }) => id);
    expect(leading.length).toBeGreaterThan(0);
    const ids = await found({ not: { subject: { eq: 'nowhere' } } }, 'URY');
    for (const id of leading) expect(ids).not.toContain(id);
  });

  it('without parts is all or none, and takes null for what was left out', async () => {
    const seen = ROWS.filter(({ seenBy }) => isFor('URY', seenBy)).map(({ id }) => id);
    expect(await found({ and: [] }, 'URY')).toEqual(seen);
    expect(await found({ or: [] }, 'URY')).toEqual([]);
    expect(await found({ not: {} }, 'URY')).toEqual([]);
    expect(await found({ or: [{}] }, 'URY')).toEqual(seen);
    for (const left of [{ and: null }, { or: null }, { not: null }]) expect(await found(left, 'URY')).toEqual(seen);
    expect(await found({ not: { title: null } }, 'URY')).toEqual([]);
  });

  it('is as deep and as large as it may be, and no more', async () => {
    const deep = (levels: number): Filter => (levels === 1 ? { title: { eq: 'a' } } : { not: deep(levels - 1) });
    expect(await refusal(deep(FILTER_LEVELS_MAX))).toEqual([]);
    expect(await refusal(deep(FILTER_LEVELS_MAX + 1))).toEqual([
      ['INPUT_INVALID', `filter${'.not'.repeat(FILTER_LEVELS_MAX)}`],
    ]);
    const wide = (parts: number) => ({ or: Array.from({ length: parts }, () => ({ title: { eq: 'a' } })) });
    expect(await refusal(wide(FILTER_TESTS_MAX / 2))).toEqual([]);
    expect(await refusal(wide(FILTER_TESTS_MAX / 2 + 1))).toEqual([
      ['INPUT_INVALID', `filter.or.${FILTER_TESTS_MAX / 2}`],
    ]);
    expect(await refusal({ or: [{ not: { title: { in: Array(101).fill('a') } } }] })).toEqual([
      ['INPUT_INVALID', 'filter.or.0.not.title.in'],
    ]);
  });
});
