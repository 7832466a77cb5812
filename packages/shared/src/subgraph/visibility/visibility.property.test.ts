import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type HandlingNumber, parseHandlingNumber, sha256Of } from '../../brands.js';
import type { Handling } from '../../labels/label.js';
import { parseHandling } from '../../labels/parse-handling.js';
import { holdSnapshot } from '../../snapshot/held-snapshot.js';
import { sealSnapshot } from '../../snapshot/seal-snapshot.js';
import type { Act, SnapshotView } from '../../snapshot/snapshot.js';
import type { SnapshotChange } from '../../snapshot/snapshot-change.js';
import type { Profile } from '../../subjects/subject.js';
import { profileFor } from '../testkit/running-notes.js';
import type { DecisionPoint } from './decision-point.js';
import type { HandlingTable } from './handling-table.js';
import { Visibility } from './visibility.js';

const TEXTS = ['*', 'USA', 'DEU'].flatMap((rel) =>
  ['Q1', 'Q2', 'Q3'].map((m) => `l=-;rel=${rel};nat=*;pur=*;own=USA.diplomatic-security;m=${m}`),
);

const consent = (mission: string, until: string | null): Act => ({
  ...{
    id: `act_${mission.toLowerCase()}`,
    v: 1,
    kind: 'CONSENT',
    by: { represents: 'USA', office: 'HEAD_OF_MISSION' },
  },
  ...{
    to: { represents: 'DEU', agencies: ['*'] },
    from: '2026-01-01T00:00:00Z',
    until,
    written: true,
    revokedAt: null,
  },
  scope: { missions: [mission], keys: [], persons: [], categories: ['*'] },
  ref: null,
});

/** Release, or an act on the mission in force; and as the policy promises, what a change can touch. */
function decisionsOf(count: () => void): DecisionPoint {
  return {
    version: sha256Of('test'),
    open: ({ subject }: Profile, view: SnapshotView, now: number) => ({
      decide(_category, { label, record }: Handling) {
        count();
        const acts = record.missions.flatMap((mission) => view.actsOn(mission, null, null));
        const ends = acts.flatMap(({ until }) => (until === null ? [] : [Date.parse(until)]));
        const next = ends.filter((end) => end > now);
        const released = label.releasableTo === 'ANY' || label.releasableTo.has(subject.represents);
        const isOpen = released || acts.some(({ until }) => until === null || Date.parse(until) > now);
        const validUntil = view.stale ? now : Math.min(Number.POSITIVE_INFINITY, ...next);
        return { effect: isOpen && !view.stale ? 'allow' : 'withhold', validUntil };
      },
    }),
    touchedBy: (changes: readonly SnapshotChange[]) => {
      const named = new Set(changes.flatMap(({ acts }) => acts.flatMap(({ scope }) => scope.missions)));
      return ({ record }) => record.missions.some((mission) => named.has(mission));
    },
  };
}

/** A table that grows: as much of one as masks are made of. */
function growingTable() {
  const known = new Map<HandlingNumber, Handling>();
  let capacity = 0;
  const table: Pick<HandlingTable, 'capacity' | 'size' | 'hasPortionFor' | 'byId' | 'all'> = {
    get capacity() {
      return capacity;
    },
    get size() {
      return known.size;
    },
    hasPortionFor: () => false,
    byId: (id) => known.get(id),
    all: () => known,
  };
  const add = (id: number): void => {
    known.set(parseHandlingNumber(id), parseHandling(TEXTS[id % TEXTS.length] ?? ''));
    capacity = Math.max(capacity, id + 1);
  };
  return { table: table as HandlingTable, add };
}

const HOUR = 3_600_000;
const START = Date.parse('2026-11-29T00:00:00Z');

describe('masks that are kept', () => {
  const step = fc.record({
    hours: fc.integer({ min: -3, max: 6 }),
    who: fc.constantFrom('USA', 'DEU', 'URY'),
    added: fc.option(fc.nat(11)),
    act: fc.option(fc.tuple(fc.constantFrom('Q1', 'Q2', 'Q3'), fc.constantFrom(null, 1, 4))),
    isStale: fc.boolean(),
    single: fc.nat(11),
    asksAll: fc.boolean(),
  });

  it('are those that are made anew, whatever handlings and acts came, whoever asked, at any time', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const source = holdSnapshot(sealSnapshot({ number: 1, facts: [], acts: [] }));
        const { table, add } = growingTable();
        const parts = { decisions: decisionsOf(() => {}), handlings: table, categories: new Map() };
        const kept = new Visibility(parts);
        for (const [index, { hours, who, added, act, isStale, single, asksAll }] of steps.entries()) {
          const now = START + hours * HOUR;
          if (added !== null && !table.all().has(parseHandlingNumber(added))) add(added);
          if (act !== null) {
            const [mission, end] = act;
            const others = source.view(now).snapshot.acts.filter(({ scope }) => !scope.missions.includes(mission));
            const until = end === null ? null : new Date(START + end * HOUR).toISOString();
            source.replace(sealSnapshot({ number: index + 2, facts: [], acts: [...others, consent(mission, until)] }));
          }
          source.setStale(isStale && index % 4 === 0);
          const viewer = {
            profile: profileFor(who),
            digest: who,
            now,
            call: 'c',
            action: 'read' as const,
            view: source.view(now),
          };
          const [one, other] = [kept.masksFor(viewer), new Visibility(parts).masksFor(viewer)];
          const id = parseHandlingNumber(single);
          expect(one.mayRead('EXISTENCE', id)).toBe(other.mayRead('EXISTENCE', id));
          if (asksAll) expect(one.visible()).toBe(other.visible());
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cost a decision for each handling that is new or that an act names, and for no other', () => {
    let asked = 0;
    const source = holdSnapshot(sealSnapshot({ number: 1, facts: [], acts: [] }));
    const { table, add } = growingTable();
    for (const id of [8, 1, 30, 12]) add(id);
    const count = () => {
      asked += 1;
    };
    const visibility = new Visibility({ decisions: decisionsOf(count), handlings: table, categories: new Map() });
    const decided = (): number => {
      const before = asked;
      const viewer = { profile: profileFor('DEU'), digest: 'd', call: 'c', action: 'read' as const };
      visibility.masksFor({ ...viewer, now: START, view: source.view(START) }).visible();
      return asked - before;
    };
    expect([decided(), decided()]).toEqual([4, 0]);
    add(3);
    expect([decided(), decided()]).toEqual([1, 0]);
    const named = [...table.all().values()].filter(({ text }) => text.endsWith('m=Q2'));
    source.replace(sealSnapshot({ number: 2, facts: [], acts: [consent('Q2', null)] }));
    expect(named.length).toBeGreaterThan(0);
    expect(named.length).toBeLessThan(table.size);
    expect([decided(), decided()]).toEqual([named.length, 0]);
  });
});
