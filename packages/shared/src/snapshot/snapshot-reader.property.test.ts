import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSnapshot } from './parse-snapshot.js';
import { sealSnapshot, snapshotText } from './seal-snapshot.js';
import type { Act, Fact, Snapshot } from './snapshot.js';
import { changesBefore } from './snapshot-change.js';
import { SnapshotReader } from './snapshot-reader.js';

const fact = (m: string, legalStatus: Fact['legalStatus']): Fact => ({
  ...{ m, sending: 'USA', receiving: 'DEU', regime: 'VCDR', legalStatus, protectingPower: null },
  ...{ from: '2026-01-01', until: null },
});
const act = (id: number, persons: readonly string[], ref: string | null): Act => ({
  ...{ id: `act_${id}`, v: 1, kind: 'CONSENT', by: { represents: 'USA', office: 'HEAD_OF_MISSION' } },
  ...{ to: { represents: 'DEU', agencies: ['*'] }, from: '2026-09-21T12:00:00Z', until: null, written: true },
  scope: { missions: [`Q${id}`], keys: [], persons, categories: ['*'] },
  ...{ ref, revokedAt: null },
});

/** Texts that look like the parts of a snapshot, to be taken for none. */
const ref = fc.constantFrom(null, 'x', '],"acts":[', '}', '"facts":', 'ü𝔘');
const acts = fc
  .uniqueArray(fc.record({ id: fc.nat(6), person: fc.boolean(), ref }), { selector: ({ id }) => id, maxLength: 5 })
  .map((list) => list.map(({ id, person, ref: text }) => act(id, person ? ['p_1'] : [], text)));
const someFact = fc.record({ m: fc.nat(5), legalStatus: fc.constantFrom('ESTABLISHED' as const, 'CLOSED' as const) });
/** Now and then two of one mission, which contradict each other. */
const facts = fc
  .oneof(
    { weight: 6, arbitrary: fc.uniqueArray(someFact, { selector: ({ m }) => m, maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(someFact, { maxLength: 4 }) },
  )
  .map((list) => list.map(({ m, legalStatus }) => fact(`Q${m}`, legalStatus)));

type Damage =
  | 'none'
  | 'digest'
  | 'another act'
  | 'twice'
  | 'spaces'
  | 'cut'
  | 'number'
  | 'member'
  | 'unsorted'
  | 'fact'
  | 'no fact';
const DAMAGES: readonly Damage[] = [
  'none',
  'none',
  'none',
  'digest',
  'another act',
  'twice',
  'spaces',
  'cut',
  'number',
  'member',
  'unsorted',
  'fact',
  'no fact',
];

function bytesOf(snapshot: Snapshot, damage: Damage): Buffer {
  const text = `${JSON.stringify(snapshot)}\n`;
  const changed: Record<Damage, () => string> = {
    none: () => text,
    digest: () => text.replace(/sha256:../, 'sha256:00'),
    'another act': () => text.replaceAll('"kind":"CONSENT"', '"kind":"WAIVER"'),
    twice: () => JSON.stringify({ ...snapshot, acts: [...snapshot.acts, ...snapshot.acts] }),
    spaces: () => JSON.stringify(snapshot, null, 1),
    cut: () => text.slice(0, -3),
    number: () => text.replace(/"number":\d+/, '"number":0'),
    unsorted: () => JSON.stringify({ ...snapshot, facts: [...snapshot.facts].reverse() }),
    fact: () => text.replaceAll('"regime":"VCDR"', '"regime":"NONE OF THEM"'),
    'no fact': () => text.replace('"facts":[{', '"facts":[{},{'),
    member: () => text.replace(/\}\n$/, ',"more":1}'),
  };
  return Buffer.from(changed[damage]());
}

const outcomeOf = (read: () => Snapshot): Snapshot | 'refused' => {
  try {
    return read();
  } catch {
    return 'refused';
  }
};

describe('a snapshot that is read after others', () => {
  it('is what reading it alone gives, or refused as it would be alone, with the text of its digest', () => {
    const published = fc.record({ facts, acts, damage: fc.constantFrom(...DAMAGES) });
    const met = new Set<string>();
    fc.assert(
      fc.property(fc.array(published, { minLength: 1, maxLength: 12 }), (all) => {
        const reader = new SnapshotReader();
        for (const [index, { damage, ...content }] of all.entries()) {
          const bytes = bytesOf(sealSnapshot({ number: index + 1, ...content }), damage);
          const alone = outcomeOf(() => parseSnapshot(JSON.parse(bytes.toString('utf8'))));
          const read = outcomeOf(() => reader.read(bytes));
          expect(read).toEqual(alone);
          if (read !== 'refused' && alone !== 'refused') expect(snapshotText(read)).toBe(snapshotText(alone));
          met.add(read === 'refused' ? 'refused' : 'read');
        }
      }),
      { numRuns: 500 },
    );
    expect([...met].sort()).toEqual(['read', 'refused']);
  });

  it('shares with the last one the facts and every act that did not change, and says what did', () => {
    const reader = new SnapshotReader();
    const posts = [fact('Q1', 'ESTABLISHED'), fact('Q2', 'CLOSED')];
    const first = reader.read(
      bytesOf(sealSnapshot({ number: 1, facts: posts, acts: [act(1, [], null), act(2, [], null)] }), 'none'),
    );
    const second = reader.read(
      bytesOf(sealSnapshot({ number: 2, facts: posts, acts: [act(2, [], null), act(3, [], null)] }), 'none'),
    );
    expect(second.facts).toBe(first.facts);
    expect(second.acts[0]).toBe(first.acts[1]);
    const [change] = changesBefore(second);
    expect(change?.since).toBe(first.digest);
    expect(change?.acts.map(({ id }) => id).sort()).toEqual(['act_1', 'act_3']);
    expect(change?.missions.size).toBe(0);

    const third = reader.read(
      bytesOf(
        sealSnapshot({ number: 3, facts: [fact('Q1', 'CLOSED'), fact('Q2', 'CLOSED')], acts: [...second.acts] }),
        'none',
      ),
    );
    expect([...(changesBefore(third)[0]?.missions ?? [])]).toEqual(['Q1']);
    expect(changesBefore(third)[0]?.acts).toEqual([]);
    expect(changesBefore(third)).toHaveLength(2);
    expect(third.facts[0]).not.toBe(first.facts[0]);
    expect(third.facts[1]).toBe(first.facts[1]);
  });
});
