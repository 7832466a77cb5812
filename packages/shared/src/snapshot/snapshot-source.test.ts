import { describe, expect, it } from '@jest/globals';
import { parseRegisterKey } from '../brands.js';
import { CurrentSnapshot } from './current-snapshot.js';
import { holdSnapshot } from './held-snapshot.js';
import { sealSnapshot } from './parse-snapshot.js';
import type { Act, Snapshot } from './snapshot.js';
import { viewOf } from './snapshot-view.js';

const NOW = 1_790_000_000_000;

const act = (id: string, missions: string[], keys: string[] = []): Act => ({
  id,
  v: 1,
  kind: 'CONSENT',
  by: { represents: 'USA', office: 'HEAD_OF_MISSION' },
  to: { represents: 'DEU', agencies: ['*'] },
  scope: { missions, keys, persons: [], categories: ['*'] },
  from: '2026-09-21T12:00:00Z',
  until: null,
  written: true,
  ref: null,
  revokedAt: null,
});
const fact = (m: string, from: string, until: string | null) =>
  ({
    m,
    sending: 'USA',
    receiving: 'DEU',
    regime: 'VCDR',
    legalStatus: 'ESTABLISHED',
    protectingPower: null,
    from,
    until,
  }) as const;

const numbered = (number: number, acts: Act[] = [act(`act_${number}`, ['Q1'])]): Snapshot =>
  sealSnapshot({ number, facts: [], acts });

describe('viewOf', () => {
  const snapshot = sealSnapshot({
    number: 1,
    facts: [fact('Q1', '2026-06-01', null), fact('Q1', '2026-01-01', '2026-06-01'), fact('Q2', '2026-01-01', null)],
    acts: [
      act('act_1', ['Q1'], ['k1']),
      act('act_2', ['*']),
      act('act_3', [], ['*']),
      act('act_4', ['Q2']),
      act('act_5', []),
    ],
  });
  const view = viewOf(snapshot, false);
  const on = (mission: string | null, key: string | null): string[] =>
    view.actsOn(mission, key, null).map(({ id }) => id);

  it('gives the facts of a mission in order, and of another none', () => {
    expect(view.factsOf(parseRegisterKey('Q1')).map(({ from }) => from)).toEqual(['2026-01-01', '2026-06-01']);
    expect(view.factsOf(parseRegisterKey('Q9'))).toEqual([]);
    expect(view.factsOf(parseRegisterKey('constructor'))).toEqual([]);
  });

  it('gives each act that names the mission or the key, or all of either, once', () => {
    expect(on('Q1', null)).toEqual(['act_1', 'act_2']);
    expect(on('Q1', 'k1').sort()).toEqual(['act_1', 'act_2', 'act_3']);
    expect(on('Q9', 'k9').sort()).toEqual(['act_2', 'act_3']);
    expect(on(null, 'k1').sort()).toEqual(['act_1', 'act_3']);
  });

  it('covers a record of no mission and no key by nothing', () => {
    expect(on(null, null)).toEqual([]);
    expect(on('*', null)).not.toContain('act_1');
  });

  it('is made once for each snapshot and freshness', () => {
    expect(viewOf(snapshot, false)).toBe(view);
    expect(viewOf(snapshot, true)).toBe(viewOf(snapshot, true));
    expect(viewOf(snapshot, true)).toMatchObject({ stale: true, snapshot });
  });
});

describe('holdSnapshot', () => {
  it('serves the newest, and by number and digest the last few', () => {
    const all = [1, 2, 3, 4, 5].map((number) => numbered(number));
    const [first, second] = all;
    if (first === undefined || second === undefined) throw new Error('no snapshots');
    const source = holdSnapshot(first);
    for (const snapshot of all.slice(1)) source.replace(snapshot);

    expect(source.view(NOW).snapshot.number).toBe(5);
    expect(source.at(2, second.digest)?.snapshot).toBe(second);
    expect(source.at(2, first.digest)).toBeNull();
    expect(source.at(1, first.digest)).toBeNull();
    source.setStale(true);
    expect(source.view(NOW).stale && source.at(2, second.digest)?.stale).toBe(true);
  });
});

describe('what a process holds of the law', () => {
  const time = { elapsed: 1_000 };
  function held(...numbers: number[]): CurrentSnapshot {
    time.elapsed = 1_000;
    const current = new CurrentSnapshot(() => time.elapsed);
    for (const number of numbers) current.take(numbered(number));
    current.confirm(time.elapsed);
    return current;
  }

  it('is stale when it was not confirmed for five seconds, and fresh again once it is', () => {
    const current = held(1);
    time.elapsed += 5_000;
    expect([current.lagMs(), current.view().stale]).toEqual([5_000, false]);
    time.elapsed += 1;
    expect(current.view().stale).toBe(true);
    current.confirm(time.elapsed);
    expect(current.view().stale).toBe(false);
  });

  it('is not made fresher by an older confirmation that comes late', () => {
    const current = held(1);
    current.confirm(0);
    expect(current.lagMs()).toBe(0);
  });

  it('takes a newer snapshot, and serves the one before for five seconds more', () => {
    const current = held(1, 2);
    const { digest } = numbered(1);
    expect(current.view().snapshot.number).toBe(2);
    expect(current.at(1, digest)?.stale).toBe(false);
    time.elapsed += 5_001;
    current.confirm(time.elapsed);
    expect(current.view().stale).toBe(false);
    expect(current.at(1, digest)?.stale).toBe(true);
    expect(current.at(3, digest)).toBeNull();
  });

  it.each([
    ['an older one', numbered(1)],
    ['another of the same number', numbered(2, [act('act_forged', ['*'])])],
  ])('does not become %s', (_what, other) => {
    const current = held(2);
    expect(() => current.take(other)).toThrow('does not follow');
    expect(current.newest?.digest).toBe(numbered(2).digest);
  });

  it('is nothing, and tells nobody anything, before there is a snapshot', () => {
    const current = new CurrentSnapshot();
    expect(current.newest).toBeNull();
    expect(() => current.view()).toThrow('no snapshot is held');
    expect(current.lagMs()).toBe(Number.POSITIVE_INFINITY);
  });
});
