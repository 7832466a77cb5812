import { createPolicyEngine } from '@chancery/policy/engine';
import type { Instant } from '@chancery/shared/clock';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { groupsOf } from '@chancery/shared/memberships';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { DEMO_FACTS, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import type { Coordinate } from '@chancery/shared/vocabulary';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { DecisionTables } from '../stages/authorize/decision-tables.js';
import type { Asking } from '../stages/identify/identify.js';
import { DecidedAgain } from './decided-again.js';
import { ToldRecords } from './told-records.js';
import type { Watched, WatchedType } from './watched.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');
const HOUR_MS = 3_600_000;
const [FROM, UNTIL] = [NOW + HOUR_MS, NOW + 2 * HOUR_MS];
const iso = (instant: Instant): string => new Date(instant).toISOString();

/** A British record, which one act lets the United States see for an hour; and one that all see at any time. */
const HELD_BACK = parseHandling(`l=-;rel=GBR;nat=*;pur=*;own=GBR.intelligence;m=${EMBASSY};x=held-back`);
const OPEN = parseHandling('l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;t=public');
const RELEASE: Act = {
  id: 'act_released_for_an_hour',
  v: 1,
  kind: 'RELEASE',
  by: { represents: 'GBR', office: 'ORIGINATOR' },
  to: { represents: 'USA', agencies: ['*'] },
  scope: { missions: [], keys: ['held-back'], persons: [], categories: ['EXISTENCE', 'THREAT', 'INTEL_REPORT'] },
  from: iso(FROM),
  until: iso(UNTIL),
  written: true,
  ref: null,
  revokedAt: null,
};
const released = sealSnapshot({ number: 1, facts: DEMO_FACTS, acts: [RELEASE] });
const others = sealSnapshot({ number: 2, facts: DEMO_FACTS, acts: [] });

const TYPE: WatchedType = {
  owner: 'intel',
  selected: [
    {
      name: 'type',
      policy: { index: 1, coordinate: 'Threat.type' as Coordinate, category: 'THREAT', floor: 0, optional: false },
    },
  ],
  filtered: [],
  isDeep: false,
};
const watching = (type: WatchedType): Watched => ({
  owners: ['intel'],
  responseKey: 'threatChanged',
  canonicalKey: 'threatChanged',
  types: new Map([['Threat', type]]),
  standing: null,
});

describe('what was told is decided again', () => {
  let told: ToldRecords;
  const asking = (now: Instant, snapshot = released, stale = false): Asking => {
    const persona = PERSONAS.find(({ id }) => id === 'usa.diplomatic-security');
    const [purpose] = persona?.purposes ?? [];
    if (!persona || !purpose) throw new Error('no such persona');
    const subject = { ...persona, id: 'a:00000000000000aa', groups: groupsOf(persona.represents, now) };
    return { profile: { subject, purpose, caseId: null }, view: viewOf(snapshot, stale), now } as unknown as Asking;
  };
  /** Integers of handlings: 7 is held back, 8 is open. */
  function begun(now: Instant, type = TYPE): DecidedAgain {
    const gateway = {
      tables: new DecisionTables(),
      policy: createPolicyEngine(),
      handlings: { handlingOf: (_: string, is: number | null) => (is === 7 ? HELD_BACK : is === 8 ? OPEN : null) },
    };
    return new DecidedAgain(gateway as never, watching(type), asking(now));
  }
  beforeEach(() => {
    told = new ToldRecords(10, []);
  });

  it('at the moment from which an act lets a hidden record be seen, and not a millisecond before', () => {
    const decided = begun(NOW);
    told.hide('thr_a', 7);
    decided.noteUnread('hidden', TYPE, { fields: new Set(), was: null, is: HELD_BACK }, asking(NOW));

    for (const now of [NOW, FROM - 1]) expect(decided.due(asking(now), told)).toBeNull();
    expect(decided.due(asking(FROM), told)).toEqual([['thr_a', 7]]);
  });

  it('when the act has ended: of what rested on it alone, and of nothing that reads as before', () => {
    const decided = begun(FROM);
    told.tell('thr_a', 7, 'one');
    told.tell('thr_b', 8, 'two');
    decided.note(UNTIL, FROM);

    expect(decided.due(asking(UNTIL - 1), told)).toBeNull();
    expect(decided.due(asking(UNTIL), told)).toEqual([['thr_a', 7]]);
    expect(decided.due(asking(UNTIL + HOUR_MS), told)).toBeNull();
  });

  it('at the next date too, of a record that one before has left as it was', () => {
    const decided = begun(FROM);
    told.tell('thr_a', 7, 'one');
    // Something else that was read has a date of its own.
    decided.note(FROM + 1, FROM);

    expect(decided.due(asking(FROM + 1), told)).toEqual([]);
    expect(decided.due(asking(UNTIL - 1), told)).toBeNull();
    expect(decided.due(asking(UNTIL), told)).toEqual([['thr_a', 7]]);
  });

  it('as a whole, where what lies behind links is told, whose handlings nobody here knows', () => {
    const decided = begun(NOW, { ...TYPE, isDeep: true });
    told.tell('thr_b', 8, 'two');
    decided.note(FROM, NOW);

    expect(decided.due(asking(FROM), told)).toEqual([['thr_b', 8]]);
  });

  it('under another snapshot whatever the date, and under one that is out of date not at all', () => {
    const decided = begun(FROM);
    told.tell('thr_a', 7, 'one');
    decided.note(UNTIL, FROM);

    expect(decided.due(asking(UNTIL, released, true), told)).toBeNull();
    expect(decided.due(asking(FROM, others), told)).toEqual([['thr_a', 7]]);
  });

  it('by no date that is past: who names one is not asked again and again', () => {
    const decided = begun(NOW);
    told.tell('thr_b', 8, 'two');
    for (const past of [NOW, NOW - 1, 0]) decided.note(past, NOW);

    expect(decided.due(asking(NOW + 1), told)).toBeNull();
  });
});
