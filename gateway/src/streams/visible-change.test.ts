import { createPolicyEngine } from '@chancery/policy/engine';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { groupsOf } from '@chancery/shared/memberships';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import type { Category, Coordinate } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { DecisionTables } from '../stages/authorize/decision-tables.js';
import { changeSeen } from './visible-change.js';
import type { WatchedType } from './watched.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');
const view = viewOf(sealSnapshot({ number: 1, facts: [], acts: [] }), false);
const tables = new DecisionTables();
const engine = createPolicyEngine();

const field = (name: string, category: Category, index: number) => ({
  name,
  policy: { index, coordinate: `Incident.${name}` as Coordinate, category, floor: 0, optional: false },
});
const SUMMARY = field('summary', 'INCIDENT_FACT', 1);
const RECORD = field('record', 'RESPONSE_RECORD', 2);
const watching = (selected: WatchedType['selected'], filtered: WatchedType['filtered'] = []): WatchedType => ({
  selected,
  filtered,
  isDeep: false,
  owner: 'incidents',
});

const OPEN = parseHandling('l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;t=public');
const MARKED = parseHandling('l=-;rel=*;nat=*;pur=*;tlp=GREEN;own=CHANCERY.register;t=public');
const EXERCISE = parseHandling('l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;t=public+synthetic');
const HIDDEN = parseHandling('l=USA:3;rel=USA;nat=USA;pur=*;own=USA.diplomatic-security');

function seenBy(persona: string, watched: WatchedType, change: Parameters<typeof changeSeen>[1]) {
  const found = PERSONAS.find(({ id }) => id === persona);
  const [purpose] = found?.purposes ?? [];
  if (!found || !purpose) throw new Error('no such persona');
  const subject = { ...found, id: 'a:00000000000000aa', groups: groupsOf(found.represents, NOW) };
  const decider = tables.tableFor(engine, { subject, purpose, caseId: null }, NOW, view).at(NOW);
  return changeSeen(watched, change, decider, subject);
}

const none = new Set<string>();
const [summary, record] = [new Set(['summary']), new Set(['record'])];

describe('what a viewer can see of a change', () => {
  it('is a field that it selects and may read', () => {
    const watched = watching([SUMMARY, RECORD]);
    expect(seenBy('ury.observer', watched, { fields: summary, was: OPEN, is: OPEN })).toBe('seen');
    expect(seenBy('ury.observer', watched, { fields: record, was: OPEN, is: OPEN })).toBe('unseen');
    expect(seenBy('ury.observer', watching([RECORD]), { fields: summary, was: OPEN, is: OPEN })).toBe('unseen');
  });

  it('is a field that its filter reads, if it may', () => {
    expect(seenBy('ury.observer', watching([], [SUMMARY]), { fields: summary, was: OPEN, is: OPEN })).toBe('seen');
    expect(seenBy('ury.observer', watching([], [RECORD]), { fields: record, was: OPEN, is: OPEN })).toBe('unseen');
  });

  it('is the record itself when it comes into sight, whatever else changed, and nothing when it is or goes out of it', () => {
    const watched = watching([SUMMARY]);
    for (const was of [null, HIDDEN]) {
      expect(seenBy('ury.observer', watched, { fields: none, was, is: OPEN })).toBe('seen');
    }
    for (const was of [null, HIDDEN, OPEN]) {
      for (const is of [null, HIDDEN]) {
        expect(seenBy('ury.observer', watched, { fields: summary, was, is })).toBe('hidden');
      }
    }
  });

  it('is a handling by which it is decided or marked otherwise, and no other', () => {
    const watched = watching([SUMMARY]);
    expect(seenBy('ury.observer', watched, { fields: none, was: OPEN, is: MARKED })).toBe('seen');
    expect(seenBy('ury.observer', watched, { fields: none, was: OPEN, is: EXERCISE })).toBe('seen');
    const other = parseHandling('l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;t=public;x=group-7');
    expect(seenBy('ury.observer', watched, { fields: none, was: OPEN, is: other })).toBe('unseen');
  });
});
