import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sealSnapshot, snapshotText } from './seal-snapshot.js';
import type { Act, Fact, Snapshot } from './snapshot.js';
import { changesBefore } from './snapshot-change.js';
import { applyDifference, differenceOf, differenceShape } from './snapshot-difference.js';
import { SnapshotSealer } from './snapshot-sealer.js';

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
const facts = fc.constantFrom<Fact[]>(
  [],
  [fact('Q1', 'ESTABLISHED')],
  [fact('Q1', 'ESTABLISHED'), fact('Q2', 'CLOSED')],
);

const content = fc.record({ facts, acts });

/** What is told of two snapshots, as it comes over the wire. */
const told = (before: Snapshot, after: Snapshot) =>
  differenceShape.parse(JSON.parse(JSON.stringify(differenceOf(before, after))));

describe('a snapshot that is sealed after others', () => {
  it('is what sealing it alone gives, with the text of its digest', () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 12 }), (all) => {
        const sealer = new SnapshotSealer();
        for (const [index, each] of all.entries()) {
          const alone = sealSnapshot({ number: index + 1, ...each });
          const sealed = sealer.seal(each, () => index + 1);
          expect(sealed).toEqual(alone);
          expect(snapshotText(sealed)).toBe(snapshotText(alone));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('shares with the last one the facts and every act that did not change, and says what did', () => {
    const sealer = new SnapshotSealer();
    const posts = [fact('Q1', 'ESTABLISHED'), fact('Q2', 'CLOSED')];
    const first = sealer.seal({ facts: posts, acts: [act(1, [], null), act(2, [], null)] }, () => 1);
    const second = sealer.seal({ facts: first.facts, acts: [act(2, [], null), act(3, [], null)] }, () => 2);
    expect(second.facts).toBe(first.facts);
    expect(second.acts[0]).toBe(first.acts[1]);
    const [change] = changesBefore(second);
    expect(change?.since).toBe(first.digest);
    expect(change?.acts.map(({ id }) => id).sort()).toEqual(['act_1', 'act_3']);
    expect(change?.missions.size).toBe(0);

    const third = sealer.seal({ facts: [fact('Q1', 'CLOSED'), fact('Q2', 'CLOSED')], acts: second.acts }, () => 3);
    expect([...(changesBefore(third)[0]?.missions ?? [])]).toEqual(['Q1']);
    expect(changesBefore(third)[0]?.acts).toEqual([]);
    expect(changesBefore(third)).toHaveLength(2);
  });
});

describe('differences of snapshots', () => {
  it('lead to what the whole would have been, whatever came, went and changed', () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 2, maxLength: 12 }), (all) => {
        const sealer = new SnapshotSealer();
        let [held, ...later] = all.map((each, index) => sealSnapshot({ number: index + 1, ...each }));
        for (const next of later) {
          if (held === undefined) throw new RangeError('nothing is held');
          const applied = applyDifference(held, told(held, next));
          const taken = sealer.seal(applied, () => next.number);
          expect(taken).toEqual(next);
          held = taken;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('say nothing of what stands in both', () => {
    const posts = [fact('Q1', 'ESTABLISHED'), fact('Q2', 'CLOSED')];
    const before = sealSnapshot({ number: 1, facts: posts, acts: [act(1, [], null), act(2, [], null)] });
    const after = sealSnapshot({ number: 2, facts: posts, acts: [act(2, [], 'x'), act(3, [], null)] });
    const { facts: changed, acts: actsChanged } = told(before, after);
    expect(changed).toEqual({ gone: [], come: [] });
    expect([actsChanged.gone, actsChanged.come.map(({ id }) => id)]).toEqual([['act_1'], ['act_2', 'act_3']]);
  });

  it('that do not fit what is held are refused, or give another digest: nobody goes by a wrong law', () => {
    const before = sealSnapshot({ number: 1, facts: [fact('Q1', 'ESTABLISHED')], acts: [] });
    const other = sealSnapshot({ number: 1, facts: [fact('Q2', 'CLOSED')], acts: [act(1, [], null)] });
    const after = sealSnapshot({ number: 2, facts: [fact('Q1', 'CLOSED')], acts: [act(2, [], null)] });
    expect(() => applyDifference(other, told(before, after))).toThrow('a fact goes that did not stand');
    const twice = { facts: { gone: [], come: [fact('Q1', 'CLOSED')] }, acts: { gone: [], come: [] } };
    expect(() => applyDifference(before, twice)).toThrow('two facts hold');
    const missed = sealSnapshot({ number: 1, facts: before.facts, acts: [act(1, [], null)] });
    const sealed = sealSnapshot({ number: 2, ...applyDifference(missed, told(before, after)) });
    expect(sealed.digest).not.toBe(after.digest);
  });
});
