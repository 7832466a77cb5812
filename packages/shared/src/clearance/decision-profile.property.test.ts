import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sealSnapshot } from '../snapshot/seal-snapshot.js';
import type { Act, SnapshotView } from '../snapshot/snapshot.js';
import { viewOf } from '../snapshot/snapshot-view.js';
import type { Profile } from '../subjects/subject.js';
import { DecisionProfiles } from './decision-profile.js';

const CASE = 'inc_0123456789abcdefghjkmnpqrs';
const DAYS = ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', null] as const;

const naming = (keys: readonly string[]): Act => ({
  ...{ id: 'act_1', v: 1, kind: 'ASSIGNMENT', by: { represents: 'DEU', office: 'MINISTER' } },
  ...{ to: { represents: 'DEU', agencies: ['*'] }, scope: { missions: [], keys, persons: [], categories: [] } },
  ...{ from: '2026-01-01T00:00:00Z', until: null, written: true, ref: null, revokedAt: null },
});

const VIEWS: readonly SnapshotView[] = [[], [CASE]].flatMap((keys, index) => {
  const snapshot = sealSnapshot({ number: index + 1, facts: [], acts: [naming(keys)] });
  return [viewOf(snapshot, false), viewOf(snapshot, true)];
});

const day = fc.constantFrom(...DAYS);
const profile = fc
  .record({
    briefedAt: day,
    ndaAt: day,
    until: day,
    caseId: fc.constantFrom(CASE, null),
    id: fc.constantFrom('a', 'b'),
  })
  .map(
    ({ briefedAt, ndaAt, until, caseId, id }): Profile => ({
      subject: {
        ...{ id, represents: 'DEU', agency: 'DEU.police', kind: 'POLICE', nationalities: ['DEU'], compartments: [] },
        groups: [],
        clearances: [{ policy: 'DEU', rank: 1, briefedAt, ndaAt, until }],
      },
      purpose: 'THREAT_PREVENTION',
      caseId,
    }),
  );

describe('a profile without what no decision reads', () => {
  it('is as it is made anew, whatever was asked before, at earlier and at later instants and under other snapshots', () => {
    const step = fc.record({ who: fc.nat(3), hours: fc.integer({ min: -60, max: 60 }), view: fc.nat(3) });
    fc.assert(
      fc.property(
        fc.array(profile, { minLength: 4, maxLength: 4 }),
        fc.array(step, { maxLength: 40 }),
        (all, steps) => {
          const remembering = new DecisionProfiles();
          for (const { who, hours, view: which } of steps) {
            const [person, view] = [all[who], VIEWS[which]];
            if (person === undefined || view === undefined) throw new RangeError('nobody');
            const now = Date.parse('2026-11-29T00:00:00Z') + hours * 3_600_000;
            expect(remembering.of(person, now, view)).toEqual(new DecisionProfiles().of(person, now, view));
          }
        },
      ),
    );
  });
});
