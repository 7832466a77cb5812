import { sha256Of } from '@chancery/shared/brands';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createEntropy } from '../entropy.js';
import { parseEntry } from '../parse-entry.js';
import { printEntry } from '../print-entry.js';
import { PLAIN_SPELLING } from '../testkit/plain-spelling.js';
import { sampleEntry } from '../testkit/sample-entry.js';
import { VERSION_1_LEAF } from '../testkit/version-1-entry.js';
import { VERSION_4_LEAF } from '../testkit/version-4-entry.js';
import { digestOfWritten, factsOf, handlingsIn } from './entry-facts.js';

const text = fc.string({ maxLength: 40, unit: 'binary' });
const item = fc.record({
  coordinate: text,
  handlingText: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
  rank: fc.integer({ min: 0, max: 4 }),
  count: fc.nat(),
  decision: fc.constantFrom('A' as const, 'W' as const, 'H' as const, 'I' as const),
  rules: fc.array(text, { maxLength: 3 }),
  acts: fc.array(text, { maxLength: 2 }),
});
const input = fc.record({
  access: fc.array(item, { maxLength: 300 }),
  api: fc.record({ operation: fc.option(text), doc: fc.constant(null), trace: text }),
  stated: fc.option(text),
  acts: fc.array(text, { maxLength: 3 }),
  clipped: fc.array(text, { maxLength: 3 }),
  failure: fc.constantFrom(null, 'NOT_FOUND' as const),
  snapshot: fc.constantFrom(null, sampleEntry().snapshot),
  records: fc.array(text, { maxLength: 3 }),
  obligations: fc.array(fc.record({ kind: fc.constant('NOTIFY_POST' as const), dueAt: fc.nat(), rule: text }), {
    maxLength: 3,
  }),
});
const asked = fc.constantFrom(null, sha256Of('Query.missions(filter:)'));
const said = fc.constantFrom({}, { said: 'd'.repeat(43) });

describe('what verification reads of an entry', () => {
  it('is what its parser reads, whatever stands in it', () => {
    fc.assert(
      fc.property(input, asked, said, (changes, by, digest) => {
        const stamp = {
          time: 1,
          receipt: 'r'.repeat(22) as never,
          profile: sha256Of(''),
          asked: by,
        };
        const { leaf } = printEntry(sampleEntry({ ...changes, ...digest }), stamp, {
          entropy: createEntropy(),
          ...PLAIN_SPELLING,
        });
        const entry = parseEntry(leaf);
        const facts = factsOf(Buffer.from(leaf));
        const names = [facts?.profile, facts?.asked, facts?.snapshot].map((name) => name && digestOfWritten(name));
        expect(names).toEqual([entry.profile, entry.api.asked ?? null, entry.snapshot?.[1] ?? null]);
        expect(facts).toMatchObject({
          time: entry.time,
          commitments: {
            access: entry.accessList?.commit ?? null,
            records: entry.records.commit,
            private: entry.private,
            said: entry.said ?? null,
          },
        });
        const digests = new Set(entry.access.flatMap(([, digest]) => (digest?.startsWith('h:') ? [digest] : [])));
        if (entry.accessList === undefined) expect(new Set(handlingsIn(facts?.handlings ?? ''))).toEqual(digests);
        else expect(facts?.handlings).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  it('is the same of an entry that version 4 wrote', () => {
    const entry = parseEntry(VERSION_4_LEAF);
    const facts = factsOf(Buffer.from(VERSION_4_LEAF));
    expect(facts).toMatchObject({
      time: entry.time,
      profile: entry.profile,
      asked: entry.api.asked,
      snapshot: entry.snapshot?.[1],
      commitments: { access: null, records: entry.records.commit, private: entry.private, said: entry.said },
    });
    expect(handlingsIn(facts?.handlings ?? '')).toEqual(entry.access.map(([, digest]) => digest));
    for (const name of [entry.profile, entry.snapshot?.[1]]) expect(digestOfWritten(name ?? '')).toBe(name);
  });

  it('is the same of an entry of an earlier version, and nothing of what is none', () => {
    expect(factsOf(Buffer.from(VERSION_1_LEAF))).toMatchObject({
      time: parseEntry(VERSION_1_LEAF).time,
      handlings: '[null,null]',
      profile: null,
    });
    for (const text of ['', '{}', 'null', VERSION_1_LEAF.slice(1), VERSION_1_LEAF.replace('"v":1', '"v":9')]) {
      expect(factsOf(Buffer.from(text))).toBeNull();
    }
  });
});
