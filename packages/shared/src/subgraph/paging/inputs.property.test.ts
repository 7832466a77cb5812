import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { profileFor, type RunningNotes, runNotes, type StoredNote } from '../testkit/running-notes.js';
import { BitString } from '../visibility/bit-string.js';
import { SqlText } from './sql-text.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';
const viewer = profileFor('URY');
const RUNS = { numRuns: 40 };
const LONG = 120_000;
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

const NOTES = `query ($filter: NoteFilter, $orderBy: [NoteOrder!], $first: Int, $after: String) {
  notes(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount edges { cursor node { id title madeOn sentAt } } } }`;

/** What a caller may put where a value stands: the plausible, the edges of the calendar, and what no column holds. */
const anyInput = fc.oneof(
  fc.constantFrom(
    '',
    '\0',
    'a\0b',
    '\ud800',
    'a\udc00',
    '\u{1F6A8}',
    '\uffff',
    '0000-01-01',
    '0001-01-01',
    '9999-12-31',
    '10000-01-01',
    '-0001-01-01',
    '2023-02-29',
    'infinity',
    'epoch',
    'now',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-23:59',
    '2016-12-31T23:59:60Z',
    '2026-09-11T04:00:00.000001Z',
    '2026-09-11 04:00:00Z',
    '24:00',
    1e308,
    -0,
    2 ** 53,
    2_147_483_648,
    '9223372036854775808',
    'NaN',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 10 }).map((units) => String.fromCharCode(...units)),
  fc.date({ min: new Date(FIRST), max: new Date(LAST), noInvalidDate: true }).map((date) => date.toISOString()),
  fc.jsonValue({ maxDepth: 2 }),
);

const dates = fc
  .date({ min: new Date(FIRST), max: new Date(LAST), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const texts = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !text.includes('\0'));

const idOf = (index: number) => `not_${String(index).padStart(26, '0')}`;

describe('an input', () => {
  let notes: RunningNotes;
  let stored = 0;
  beforeAll(async () => {
    notes = await runNotes([{ id: idOf(0), handling: OPEN }]);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  /** Stores one more row; returns its id. */
  async function store(row: Partial<StoredNote>): Promise<string> {
    stored += 1;
    await notes.store([{ handling: OPEN, id: idOf(stored), ...row }]);
    return idOf(stored);
  }

  async function find(variables: object) {
    const { data, errors } = await notes.client.query(viewer, NOTES, variables as Record<string, unknown>);
    expect(errors).toEqual([]);
    const { notes: page } = data as { notes: { edges: { cursor: string; node: Record<string, unknown> }[] } };
    return page.edges;
  }

  it(
    'is answered or refused in the words of the caller, whatever stands where: never is it a failure of ours',
    async () => {
      const field = fc.constantFrom('id', 'title', 'isHeavy', 'madeOn', 'sentAt', 'tags');
      const operator = fc.constantFrom('eq', 'in', 'gt', 'gte', 'lt', 'lte', 'isNull');
      await fc.assert(
        fc.asyncProperty(field, operator, anyInput, async (name, test, input) => {
          const filter = { [name]: { [test]: test === 'in' ? [input] : input } };
          const answer = await notes.client.query(viewer, NOTES, { filter, after: null });
          expect(answer.errors.filter(({ extensions }) => extensions.code !== 'INPUT_INVALID')).toEqual([]);
          const after = typeof input === 'string' ? input : JSON.stringify(input);
          const cursor = await notes.client.query(viewer, NOTES, { after });
          expect(cursor.errors.map(({ extensions }) => extensions.code)).toEqual(['INPUT_INVALID']);
        }),
        { numRuns: 150 },
      );
      expect(notes.logged).toEqual([]);
    },
    LONG,
  );

  it(
    'of a date finds the day it names, from the first to the last of the calendar',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.constantFrom('0001-01-01', '9999-12-31', '1582-10-10'), dates), async (date) => {
          const id = await store({ madeOn: date });
          const own = { id: { eq: id } };
          for (const test of [{ eq: date }, { gte: date }])
            expect((await find({ filter: { ...own, madeOn: test } })).map(({ node }) => node.madeOn)).toEqual([date]);
          expect(await find({ filter: { ...own, madeOn: { lt: date } } })).toEqual([]);
        }),
        RUNS,
      );
    },
    LONG,
  );

  it(
    'of an instant finds the millisecond it names and no other',
    async () => {
      const instants = fc.oneof(fc.constantFrom(FIRST, FIRST + 1, LAST), fc.integer({ min: FIRST, max: LAST }));
      await fc.assert(
        fc.asyncProperty(instants, async (instant) => {
          const sentAt = new Date(instant).toISOString();
          const id = await store({ sentAt });
          const own = { id: { eq: id } };
          for (const test of [{ eq: sentAt }, { gte: sentAt }])
            expect((await find({ filter: { ...own, sentAt: test } })).map(({ node }) => node.sentAt)).toEqual([sentAt]);
          expect(await find({ filter: { ...own, sentAt: { lt: sentAt } } })).toEqual([]);
          const next = new Date(Math.min(instant + 1, LAST)).toISOString();
          if (next !== sentAt) expect(await find({ filter: { ...own, sentAt: { gte: next } } })).toEqual([]);
        }),
        RUNS,
      );
    },
    LONG,
  );

  it('of an instant goes to the database in UTC, whatever the time zone of the process', () => {
    const sql = new SqlText({
      visible: () => '',
      seen: () => new BitString(0),
      readable: () => new BitString(0),
      known: () => 0,
      heldUntil: () => Number.POSITIVE_INFINITY,
      mayRead: () => false,
    });
    sql.value(new Date(FIRST), 'timestamptz');
    expect(sql.values).toEqual(['0001-01-01T00:00:00.000Z']);
  });

  it(
    'of a text finds what is stored, and half a character finds no other that it would be taken for',
    async () => {
      await fc.assert(
        fc.asyncProperty(texts, async (title) => {
          const id = await store({ title });
          for (const test of [{ eq: title }, { in: ['\0', '\ud800', title] }]) {
            const found = await find({ filter: { id: { eq: id }, title: test } });
            expect(found.map(({ node }) => node.title)).toEqual([title]);
          }
        }),
        RUNS,
      );
      const replaced = await store({ title: '\ufffd' });
      for (const half of ['\ud800', '\udfff', '\0']) {
        expect(await find({ filter: { id: { eq: replaced }, title: { eq: half } } })).toEqual([]);
        expect(await find({ filter: { id: { eq: replaced }, title: { in: [half] } } })).toEqual([]);
      }
    },
    LONG,
  );

  it(
    'that the service made is taken back: every cursor, whatever the row is ordered by',
    async () => {
      const longest = fc.constantFrom('\u0001', '"', '\\', 'x', '\u{1F6A8}').map((unit) => unit.repeat(400));
      const orders = fc.shuffledSubarray(['title', 'sentAt', 'weight'], { minLength: 1 });
      await fc.assert(
        fc.asyncProperty(fc.oneof(longest, texts), orders, async (title, fields) => {
          const sentAt = new Date(LAST).toISOString();
          await store({ title, sentAt, weight: -2_147_483_648 });
          const orderBy = fields.map((name) => ({ [name]: 'DESC' }));
          const [edge] = await find({ orderBy, first: 1, filter: { title: { eq: title } } });
          await find({ orderBy, first: 1, filter: { title: { eq: title } }, after: edge?.cursor });
        }),
        RUNS,
      );
    },
    LONG,
  );
});
