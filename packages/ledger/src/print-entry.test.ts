import { parseReceipt, sha256Of } from '@chancery/shared/brands';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commitTo } from './commitment.js';
import { composeEntry } from './compose-entry.js';
import { Dictionary } from './dictionary.js';
import { createEntropy } from './entropy.js';
import { type Access, ENTRY_BYTES_MAX, type EntryInput } from './entry.js';
import { parseAccessList, parseEntry } from './parse-entry.js';
import { printEntry } from './print-entry.js';
import { PLAIN_SPELLING } from './testkit/plain-spelling.js';
import { sampleEntry, sampleSnapshot } from './testkit/sample-entry.js';
import { VERSION_1_ACCESS, VERSION_1_LEAF } from './testkit/version-1-entry.js';
import { VERSION_4_LEAF } from './testkit/version-4-entry.js';

const receipt = parseReceipt('r'.repeat(22));
const stamp = { time: 1_790_000_001_123, receipt, profile: null, asked: null };
const print = (input: EntryInput) =>
  printEntry(input, stamp, { entropy: (size) => Buffer.alloc(size, 7), ...PLAIN_SPELLING });

const accessOf = (count: number, rule = 'CHY-PUB'): Access[] =>
  Array.from({ length: count }, (_, i) => ({
    coordinate: `Mission.field${i % 7}`,
    handlingText: `l=-;rel=*;nat=*;pur=*;own=CHANCERY.register;m=Q${i}`,
    rank: i % 3,
    count: 1,
    decision: 'A',
    rules: [rule],
    acts: [],
  }));

describe('the bytes of an entry', () => {
  it('are one line of JSON with the fields in the order of the format', () => {
    const { leaf } = print(sampleEntry());
    expect(leaf).not.toMatch(/\n/);
    expect(Object.keys(JSON.parse(leaf))).toEqual([
      ...['v', 'time', 'kind', 'profile', 'actor', 'api', 'basis', 'now', 'policy', 'schema', 'snapshot', 'receipt'],
      ...['access', 'records', 'private'],
    ]);
    expect(JSON.parse(leaf)).toMatchObject({
      actor: { uid: 'a:7f3c', clearances: { DEU: 1 } },
      basis: { purpose: 'PROTECT_LIFE', case: 'inc_9f2c', acts: ['act_41d0@2'] },
    });
    expect(parseEntry(leaf).access[1]).toEqual([
      'Premises.floorPlan',
      expect.stringMatching(/^h:[0-9a-f]{16}$/),
      1,
      'W',
      ['VCDR-22-1'],
    ]);
  });

  it('hold no address, variable, reason or record key in clear, only salted commitments to them', () => {
    const input = sampleEntry();
    const { leaf, sidecars } = print(input);
    for (const secret of ['10.2.6.17', 'Q875787', 'fire on', 'mis_1', 'prm_1']) expect(leaf).not.toContain(secret);
    const committed = Object.fromEntries(sidecars.map(({ part, salt, blob }) => [part, commitTo(salt, blob)]));
    expect(committed).toEqual({ records: parseEntry(leaf).records.commit, private: parseEntry(leaf).private });
    expect(JSON.parse(sidecars.find(({ part }) => part === 'private')?.blob ?? '')).toEqual(input.private);
  });

  it('commit differently to the same content under another salt', () => {
    const first = printEntry(sampleEntry(), stamp, { entropy: createEntropy(), ...PLAIN_SPELLING });
    const second = printEntry(sampleEntry(), stamp, { entropy: createEntropy(), ...PLAIN_SPELLING });
    expect(parseEntry(first.leaf).private).not.toBe(parseEntry(second.leaf).private);
  });

  it('give the code of a refusal', () => {
    const refused = sampleEntry({
      ...{
        kind: 'REFUSED',
        failure: 'TOKEN_EXPIRED',
        subject: null,
        profile: null,
        snapshot: null,
        access: [],
        records: [],
      },
      private: { address: null, variables: null, reason: null },
    });
    const { leaf, sidecars } = print(refused);
    expect(parseEntry(leaf)).toMatchObject({
      kind: 'REFUSED',
      status_code: 'TOKEN_EXPIRED',
      actor: null,
      private: null,
    });
    expect(sidecars).toEqual([]);
  });

  it('list 200 items, and hold totals with the list in the sidecar above that', () => {
    const listed = print(sampleEntry({ access: accessOf(200) }));
    expect(parseEntry(listed.leaf).access).toHaveLength(200);
    expect(parseEntry(listed.leaf).accessList).toBeUndefined();

    const { leaf, sidecars } = print(sampleEntry({ access: accessOf(201) }));
    const entry = parseEntry(leaf);
    const sidecar = sidecars.find(({ part }) => part === 'access');
    expect(entry.access).toHaveLength(21);
    expect(entry.access[0]).toEqual(['Mission.field0', 'r:0', 10, 'A', ['CHY-PUB']]);
    expect(entry.access.reduce((sum, [, , count]) => sum + count, 0)).toBe(201);
    expect(parseAccessList(sidecar?.blob ?? '')).toHaveLength(201);
    expect(entry.accessList).toEqual({
      n: 201,
      commit: commitTo(sidecar?.salt ?? Buffer.alloc(0), sidecar?.blob ?? ''),
    });
  });

  it('stay under 16 KiB and can be read back, whatever the answer was', () => {
    const item = fc.record({
      coordinate: fc.string({ maxLength: 200 }).map((name) => `T.${name}`),
      handlingText: fc.option(fc.string({ minLength: 1, maxLength: 40 })),
      rank: fc.integer({ min: 0, max: 4 }),
      count: fc.nat(),
      decision: fc.constantFrom('A' as const, 'W' as const, 'H' as const, 'I' as const),
      rules: fc.array(fc.string({ maxLength: 20 }), { maxLength: 6 }),
      acts: fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 }),
    });
    const input = fc.record({
      access: fc.array(item, { maxLength: 600, size: 'max' }),
      operation: fc.string({ maxLength: 30_000, size: 'max', unit: 'grapheme' }),
    });
    fc.assert(
      fc.property(input, ({ access, operation }) => {
        const { leaf } = print(sampleEntry({ access, api: { operation, doc: null, trace: '4bf92f35' } }));
        expect(Buffer.byteLength(leaf)).toBeLessThanOrEqual(ENTRY_BYTES_MAX);
        const total = parseEntry(leaf).access.reduce((sum, [, , count]) => sum + count, 0);
        expect(total).toBe(access.reduce((sum, { count }) => sum + count, 0));
      }),
      { numRuns: 60 },
    );
  });

  it('are refused rather than cut when something else makes them too long', () => {
    const acts = Array.from({ length: 2_000 }, (_, i) => `act_${i}@1`);
    expect(() => print(sampleEntry({ acts }))).toThrow('over 16384');
  });

  it('are a kilobyte and a half for a hundred decisions on one answer', () => {
    const coordinates = ['User.name', 'User.username', 'Review.body', 'Review.author', 'Product.price'];
    const access = coordinates.flatMap((coordinate) =>
      accessOf(20).map((item, row) => ({ ...item, coordinate, count: row * 7 })),
    );
    const { leaf } = print(sampleEntry({ access }));
    expect(parseEntry(leaf).access).toHaveLength(100);
    expect(Buffer.byteLength(leaf)).toBeLessThan(1_500);
  });

  it.each([Number.NaN, -1, 0.5])('are refused with a time of %p, which could not be read back', (time) => {
    expect(() => print(sampleEntry({ now: time }))).toThrow('an entry at');
    const [owed] = [{ kind: 'NOTIFY_POST' as const, dueAt: time, rule: 'VCCR-31-2D' }];
    expect(() => print(sampleEntry({ obligations: owed ? [owed] : [] }))).toThrow('an entry at');
  });

  it('are read when version 1 wrote them', () => {
    expect(parseEntry(VERSION_1_LEAF).access).toEqual(VERSION_1_ACCESS);
    expect(parseAccessList(JSON.stringify(VERSION_1_ACCESS))).toEqual(VERSION_1_ACCESS);
    expect(() => parseEntry(VERSION_1_LEAF.replace('"v":1', '"v":2'))).toThrow();
  });

  it('say what version 4 said, in fewer bytes', () => {
    const entropy = (size: number) => Buffer.alloc(size, 7);
    const dictionary = new Dictionary(entropy);
    dictionary.register(sampleSnapshot());
    const input = sampleEntry({ said: 'x'.repeat(43) });
    const leaf = composeEntry(input, { clock: () => 1_790_000_001_123, entropy, dictionary }).leaf.toString();
    const { v, ...entry } = parseEntry(leaf);
    expect(v).toBe(5);
    expect(parseEntry(VERSION_4_LEAF)).toEqual({
      ...{ v: 4, type_uid: 600_302, uid: '01M3250W330000000000000000', action_id: 4, status_id: 1 },
      ...entry,
    });
    expect(leaf.length).toBeLessThan(VERSION_4_LEAF.length - 250);
  });

  it('can spell a digest in one way alone', () => {
    const { leaf } = print(sampleEntry());
    const policy = parseEntry(leaf).policy;
    const spelling = JSON.parse(leaf).policy;
    expect(Buffer.from(spelling, 'base64url').toString('hex')).toBe(policy.slice('sha256:'.length));
    for (const other of [`${spelling.slice(0, -1)}p`, spelling.slice(1), `${spelling}A`, policy]) {
      expect(() => parseEntry(leaf.replace(`"policy":"${spelling}"`, `"policy":"${other}"`))).toThrow();
    }
  });

  it('name what the operation was asked by through its digest, which earlier versions could not', () => {
    const asked = sha256Of('IncidentFilter.type Query.incidents(filter:)');
    const { leaf } = printEntry(sampleEntry(), { ...stamp, asked }, { entropy: createEntropy(), ...PLAIN_SPELLING });
    expect(parseEntry(leaf).api).toEqual({ ...sampleEntry().api, asked });
    expect(parseEntry(print(sampleEntry()).leaf).api.asked).toBeUndefined();
    expect(() => parseEntry(VERSION_4_LEAF.replace('"v":4', '"v":2'))).toThrow();
  });

  it('commit to the answer, which no earlier version could', () => {
    const { leaf, sidecars } = print(sampleEntry({ said: 'x'.repeat(43) }));
    const [kept] = sidecars.filter(({ part }) => part === 'said');
    expect(kept?.blob).toBe(`"${'x'.repeat(43)}"`);
    expect(parseEntry(leaf).said).toBe(commitTo(kept?.salt ?? Buffer.alloc(0), kept?.blob ?? ''));
    expect(leaf).not.toContain('x'.repeat(43));
    expect(parseEntry(print(sampleEntry()).leaf).said).toBeUndefined();
    expect(() => parseEntry(VERSION_4_LEAF.replace('"v":4', '"v":3'))).toThrow();
  });

  it('are not those of an entry when one character is lost', () => {
    const { leaf } = print(sampleEntry());
    expect(() => parseEntry(leaf.slice(0, -1))).toThrow();
    expect(() => parseEntry(leaf.replace('"v":5', '"v":6'))).toThrow();
    expect(() => parseEntry(leaf.replace('"kind":"READ"', '"kind":"PEEK"'))).toThrow();
  });
});
