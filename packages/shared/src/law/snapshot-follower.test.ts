import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CurrentSnapshot, STALE_AFTER_MS } from '../snapshot/current-snapshot.js';
import { sealSnapshot } from '../snapshot/seal-snapshot.js';
import type { Act, Fact, Snapshot } from '../snapshot/snapshot.js';
import { changesBefore } from '../snapshot/snapshot-change.js';
import { signAnswer, verifyAnswer } from './signed-answer.js';
import { SnapshotFollower } from './snapshot-follower.js';
import { SNAPSHOTS } from './snapshot-wire.js';
import { type SnapshotServer, tellSnapshots } from './testkit/tell-snapshots.js';

const KEY = new Uint8Array(32).fill(7);
const IN_TIME_MS = 10_000;
const fact: Fact = {
  ...{ m: 'Q1', sending: 'USA', receiving: 'DEU', regime: 'VCDR', legalStatus: 'ESTABLISHED', protectingPower: null },
  ...{ from: '2026-01-01', until: null },
};
const act = (id: string, revokedAt: string | null = null): Act => ({
  ...{ id, v: revokedAt === null ? 1 : 2, kind: 'CONSENT', by: { represents: 'USA', office: 'HEAD_OF_MISSION' } },
  ...{ to: { represents: 'DEU', agencies: ['*'] }, from: '2026-09-21T12:00:00Z', until: null, written: true },
  scope: { missions: ['Q1'], keys: [], persons: [], categories: ['*'] },
  ...{ ref: null, revokedAt },
});
const numbered = (number: number, ...acts: Act[]): Snapshot => sealSnapshot({ number, facts: [fact], acts });

/** Resolves once it is so; a test that it never is fails by its time. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5);
}

describe('who follows the law', () => {
  let told: SnapshotServer;
  let follower: SnapshotFollower;
  const logged: object[] = [];
  const follow = (url: string, key = KEY) => SnapshotFollower.open({ url, key, log: (line) => logged.push(line) });
  const number = (): number => follower.view().snapshot.number;
  beforeAll(async () => {
    told = await tellSnapshots(numbered(1, act('act_a')), KEY);
    follower = await follow(told.url);
  });
  afterAll(async () => {
    await follower[Symbol.asyncDispose]();
    await told[Symbol.asyncDispose]();
  });

  it('has it whole at first, and then what changed, as soon as it has, sharing what did not', async () => {
    const { facts } = follower.view().snapshot;
    told.replace(numbered(2, act('act_a'), act('act_b')));
    await until(() => number() === 2);
    told.replace(numbered(3, act('act_a', '2026-09-21T13:00:00Z'), act('act_b')));
    await until(() => number() === 3);

    const { snapshot, stale } = follower.view();
    expect(stale).toBe(false);
    expect(snapshot).toEqual(numbered(3, act('act_a', '2026-09-21T13:00:00Z'), act('act_b')));
    expect(snapshot.facts).toBe(facts);
    expect(changesBefore(snapshot)[0]?.acts.map(({ id }) => id)).toEqual(['act_a', 'act_a']);
    expect(follower.at(2, numbered(2, act('act_a'), act('act_b')).digest)?.snapshot.number).toBe(2);
  });

  it('asks at once for what a caller has seen already', async () => {
    told.replace(numbered(4, act('act_c')));
    await follower.confirm();
    expect(number()).toBe(4);
  });

  it(
    'goes stale by what its teller does not know to be current',
    async () => {
      told.pretend(STALE_AFTER_MS + 1_000);
      await until(() => follower.view().stale);
      expect(follower.lagMs()).toBeGreaterThan(STALE_AFTER_MS);
      told.pretend(null);
      await until(() => !follower.view().stale);
    },
    IN_TIME_MS * 2,
  );

  it(
    'goes stale while its teller is away, and is fresh again when it is back, by the same number',
    async () => {
      const port = Number(new URL(told.url).port);
      await told[Symbol.asyncDispose]();
      await until(() => follower.view().stale);
      expect(number()).toBe(4);
      told = await tellSnapshots(numbered(4, act('act_c')), KEY, { port });
      await until(() => !follower.view().stale);
      expect(number()).toBe(4);
      expect(logged).toContainEqual(expect.objectContaining({ event: 'law not heard' }));
    },
    IN_TIME_MS * 2,
  );

  it(
    'goes by no number that was before: revoked acts do not come back with a database that was put back',
    async () => {
      const port = Number(new URL(told.url).port);
      await told[Symbol.asyncDispose]();
      told = await tellSnapshots(numbered(2, act('act_a')), KEY, { port });
      await until(() => follower.view().stale);
      expect(number()).toBe(4);
      told.replace(numbered(5, act('act_d')));
      await until(() => number() === 5);
      expect(follower.view().stale).toBe(false);
    },
    IN_TIME_MS * 2,
  );

  it('waits for the first, and is not there without one', async () => {
    const other = await tellSnapshots(numbered(1), KEY);
    const url = other.url;
    await other[Symbol.asyncDispose]();
    const opening = follow(url);
    const early = await Promise.race([opening, pause(300).then(() => 'waits')]);
    expect(early).toBe('waits');
    const back = await tellSnapshots(numbered(1), KEY, { port: Number(new URL(url).port) });
    const opened = await opening;
    expect(opened.view().snapshot.number).toBe(1);
    await opened[Symbol.asyncDispose]();
    await back[Symbol.asyncDispose]();
  });

  it('is told nothing without the key, and believes nobody without it', async () => {
    const stranger = await fetch(new URL(SNAPSHOTS.path, told.url), {
      method: 'POST',
      body: '{"held":null,"waitMs":0}',
    });
    expect([stranger.status, await stranger.text()]).toEqual([401, '']);

    const body = Buffer.from('{}');
    const signed = signAnswer(KEY, 'question-1', body);
    expect(() => verifyAnswer(KEY, 'question-1', body, signed)).not.toThrow();
    for (const [key, question, said, header] of [
      [new Uint8Array(32), 'question-1', body, signed],
      [KEY, 'question-2', body, signed],
      [KEY, 'question-1', Buffer.from('{} '), signed],
      [KEY, 'question-1', body, undefined],
    ] as const) {
      expect(() => verifyAnswer(key, question, said, header)).toThrow('not signed for this question');
    }
  });

  it('holds the last few, and no more', () => {
    const current = new CurrentSnapshot();
    for (let each = 1; each <= 12; each += 1) current.take(numbered(each, act(`act_${each}`)));
    expect(current.kept(numbered(12, act('act_12')).digest)?.number).toBe(12);
    expect(current.kept(numbered(3, act('act_3')).digest)).toBeNull();
  });
});
