import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseRegisterKey } from '../brands.js';
import { holdSnapshot } from './held-snapshot.js';
import { sealSnapshot } from './parse-snapshot.js';
import type { Act, Snapshot } from './snapshot.js';
import { openSnapshotFile, publishSnapshot } from './snapshot-file.js';
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

describe('a snapshot file', () => {
  let folder: string;
  let files = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snapshot-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function openAt(snapshot: Snapshot) {
    files += 1;
    const path = join(folder, `${files}.json`);
    await publishSnapshot(path, snapshot);
    const time = { now: NOW };
    return { path, time, file: openSnapshotFile(path, () => time.now) };
  }

  it('is stale when it cannot be confirmed for five seconds, and fresh again once it is', async () => {
    const { path, time, file } = await openAt(numbered(1));
    await using _file = file;
    await rm(path);
    await file.confirm();
    expect(file.view(NOW + 5000).stale).toBe(false);
    expect(file.view(NOW + 5001).stale).toBe(true);
    time.now = NOW + 5001;
    await publishSnapshot(path, numbered(1));
    await file.confirm();
    expect(file.view(NOW + 5001).stale).toBe(false);
  });

  it('is not stale because the process stalled, or because its clock was set', async () => {
    const { path, file } = await openAt(numbered(1));
    await using _file = file;
    const hours = 3_600_000;
    for (const now of [NOW + 5001, NOW + 2 * hours, NOW - hours, NOW]) expect(file.view(now).stale).toBe(false);
    await rm(path);
    // A clock that was set back must not keep it fresh for as long.
    expect(file.view(NOW - hours).stale).toBe(true);
  });

  it('takes a newer snapshot, and serves the one before for five seconds more', async () => {
    const { path, time, file } = await openAt(numbered(1));
    await using _file = file;
    const { digest } = numbered(1);
    await publishSnapshot(path, numbered(2));
    time.now = NOW + 1000;
    await file.confirm();

    expect(file.view(time.now).snapshot.number).toBe(2);
    expect(file.at(1, digest)?.stale).toBe(false);
    time.now = NOW + 6001;
    await file.confirm();
    expect(file.view(time.now).stale).toBe(false);
    expect(file.at(1, digest)?.stale).toBe(true);
    expect(file.at(3, digest)).toBeNull();
  });

  it.each([
    ['an older one', () => JSON.stringify(numbered(1))],
    ['another of the same number', () => JSON.stringify(numbered(2, [act('act_forged', ['*'])]))],
    ['half of one', () => JSON.stringify(numbered(3)).slice(0, -20)],
    ['one with a wrong digest', () => JSON.stringify({ ...numbered(3), acts: [] })],
  ])('does not take %s, and goes stale', async (_what, text) => {
    const { path, time, file } = await openAt(numbered(2));
    await using _file = file;
    await writeFile(path, text());
    time.now = NOW + 5001;
    await file.confirm();
    expect(file.view(time.now)).toMatchObject({ stale: true, snapshot: { number: 2 } });
  });

  it('goes stale when the file is gone', async () => {
    const { path, time, file } = await openAt(numbered(1));
    await using _file = file;
    await rm(path);
    time.now = NOW + 5001;
    await file.confirm();
    expect(file.view(time.now).stale).toBe(true);
  });

  it('does not open without a sound file', async () => {
    const path = join(folder, 'unsound.json');
    await writeFile(path, '{}');
    expect(() => openSnapshotFile(path, () => NOW)).toThrow(/unsound\.json`: snapshot: `number`/);
    expect(() => openSnapshotFile(join(folder, 'absent.json'), () => NOW)).toThrow('ENOENT');
  });

  it('is published whole, with nothing left beside it', async () => {
    expect((await readdir(folder)).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });
});
