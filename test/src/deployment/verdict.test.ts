import { describe, expect, it } from '@jest/globals';
import { judge, type Reply, referenceOf } from './verdict.js';

const RECEIPTS = ['AAAAAAAAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBBBBBBBB'] as const;
const DATA = {
  post: { name: 'Embassy', premises: null },
  warnings: [
    { id: 'a', posts: [{ city: 'Berlin' }] },
    { id: 'b', posts: [{ city: null }] },
  ],
};
const extensionsOf = (receipt: string | null, rest: object = {}): object => ({
  ...(receipt === null ? {} : { audit: { receipt } }),
  withheld: [],
  obligations: [{ kind: 'NOTIFY', dueAt: `2026-01-01T00:00:00.00${receipt === RECEIPTS[0] ? 0 : 1}Z` }],
  ...rest,
});
const reply = (body: object, status = 200): Reply => ({ status, text: JSON.stringify(body) });
const answer = (data: unknown, errors: readonly object[] = [], extensions = extensionsOf(RECEIPTS[1])): Reply =>
  reply({ ...(errors.length > 0 ? { errors } : {}), data, extensions });
const failed = (...path: readonly (string | number)[]): object => ({
  message: 'm',
  path,
  extensions: { code: 'SUBGRAPH_UNREACHABLE' },
});

const quiet = referenceOf(answer(DATA, [], extensionsOf(RECEIPTS[0])));
if (quiet === null) throw new Error('no reference');
const kindOf = (of: Reply): string => judge(quiet, of).kind;

describe('an answer beside that of a quiet system', () => {
  it('is whole when it differs in receipt and due times alone', () => {
    expect(judge(quiet, answer(DATA))).toEqual({ kind: 'whole', receipt: RECEIPTS[1], says: [] });
  });

  it.each([
    ['another value', { ...DATA, post: { name: 'Consulate', premises: null } }],
    ['a null without an error', { ...DATA, post: null }],
    ['a row less', { ...DATA, warnings: DATA.warnings.slice(1) }],
    ['a field more', { ...DATA, more: 1 }],
  ])('is wrong with %s', (_, data) => {
    expect(kindOf(answer(data))).toBe('wrong');
  });

  it('is wrong when it withholds otherwise, and when nothing is on the ledger for it', () => {
    expect(kindOf(answer(DATA, [], extensionsOf(RECEIPTS[1], { withheld: [{ code: 'PRIVACY' }] })))).toBe('wrong');
    expect(kindOf(answer(DATA, [], extensionsOf(null)))).toBe('wrong');
  });

  it('says so when it knows that its snapshot is stale', () => {
    const stale = extensionsOf(RECEIPTS[1], { withheld: [{ code: 'ACTS_STALE' }] });
    expect(judge(quiet, answer({ ...DATA, warnings: [] }, [], stale))).toMatchObject({
      kind: 'partial',
      says: ['ACTS_STALE'],
    });
  });

  it('is in part where rows are missing and the answer says that it rests on what nobody confirmed', () => {
    const stale = extensionsOf(RECEIPTS[1], { stale: true });
    expect(judge(quiet, answer({ ...DATA, warnings: [] }, [], stale))).toMatchObject({
      kind: 'partial',
      says: ['stale'],
    });
    expect(kindOf(answer({ ...DATA, warnings: [] }))).toBe('wrong');
  });

  it('is in part where each null has an error at, above or below its place', () => {
    expect(kindOf(answer({ ...DATA, post: null }, [failed('post')]))).toBe('partial');
    expect(kindOf(answer({ ...DATA, post: null }, [failed('post', 'name')]))).toBe('partial');
    const warnings = [{ id: 'a', posts: [{ city: null }] }, DATA.warnings[1]];
    expect(kindOf(answer({ ...DATA, warnings }, [failed('warnings', 0, 'posts', 0, 'city')]))).toBe('partial');
  });

  it('is wrong where one of its nulls has none, or another value stands beside an error', () => {
    expect(kindOf(answer({ ...DATA, post: null }, [failed('warnings', 0, 'posts')]))).toBe('wrong');
    const warnings = [{ id: 'a', posts: [{ city: 'Bonn' }] }, DATA.warnings[1]];
    expect(kindOf(answer({ ...DATA, warnings }, [failed('warnings', 0, 'posts', 0, 'city')]))).toBe('wrong');
  });

  it('may lack rows of a list at whose place an error stands, and of no other, and may hold none of another', () => {
    const without = (...warnings: readonly object[]): object => ({ ...DATA, warnings });
    const [first, second] = DATA.warnings;
    expect(kindOf(answer(without(second ?? {}), [failed('warnings')]))).toBe('partial');
    expect(kindOf(answer(without(), [failed('warnings')]))).toBe('partial');
    expect(kindOf(answer(without({ id: 'c', posts: [] }), [failed('warnings')]))).toBe('wrong');
    expect(kindOf(answer(without(second ?? {}, first ?? {}, {}), [failed('warnings')]))).toBe('wrong');
    expect(kindOf(answer(without(second ?? {}), [failed('warnings', 0, 'posts')]))).toBe('wrong');
  });

  it('takes the errors that were told for all of their fields, once no more are told', () => {
    const many = Array.from({ length: 20 }, (_, index) => failed('warnings', index + 5, 'posts'));
    const data = { ...DATA, warnings: [{ id: 'a', posts: null }, DATA.warnings[1]] };
    expect(kindOf(answer(data, many))).toBe('partial');
    expect(kindOf(answer(data, many.slice(1)))).toBe('wrong');
    expect(kindOf(answer({ ...DATA, post: null }, many))).toBe('wrong');
  });

  it.each([401, 429, 503, 504])('is refused with status %i and a code, and never with data', (status) => {
    const errors = [{ message: 'm', extensions: { code: 'OVERLOADED' } }];
    expect(judge(quiet, reply({ errors }, status))).toEqual({ kind: 'refused', receipt: null, says: ['OVERLOADED'] });
    expect(kindOf(reply({ errors, data: DATA }, status))).toBe('wrong');
    expect(kindOf(reply({}, status))).toBe('wrong');
  });

  it.each([
    ['a fault of the server', reply({ errors: [{ message: 'm', extensions: { code: 'INTERNAL' } }] }, 500), 'wrong'],
    ['a body that is no JSON', { status: 200, text: '{"data":' }, 'wrong'],
    ['no answer', { status: 0, text: '' }, 'cut'],
  ])('of %s is %s', (_, of, kind) => {
    expect(kindOf(of)).toBe(kind);
  });
});

describe('a reference', () => {
  it('is taken of whole answers alone', () => {
    expect(referenceOf(answer(DATA, [failed('post')]))).toBeNull();
    expect(referenceOf(answer(DATA, [], extensionsOf(null)))).toBeNull();
    expect(referenceOf({ status: 0, text: '' })).toBeNull();
  });
});
