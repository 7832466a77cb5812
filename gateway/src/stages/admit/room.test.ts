import { beforeEach, describe, expect, it } from '@jest/globals';
import { Room } from './room.js';

const SLOW_MS = 2_000;

describe('the room for requests', () => {
  let time = 0;
  let room: Room;
  beforeEach(() => {
    time = 0;
    room = new Room({ most: 256, least: 32, slowMs: SLOW_MS, now: () => time });
  });
  const slowFor = (ms: number): void => {
    for (const end = time + ms; time < end; time += 10) room.answeredIn(SLOW_MS + 1);
  };

  it('is as large as may be while answers come in time', () => {
    for (let n = 0; n < 1_000; n += 1) room.answeredIn(SLOW_MS);
    expect(room.limit).toBe(256);
  });

  it('becomes smaller by a fifth for slow answers, and by no more until that can have shown', () => {
    slowFor(490);
    expect(room.limit).toBe(204);
    slowFor(20);
    expect(room.limit).toBe(163);
  });

  it('never becomes smaller than its least, however long answers are slow', () => {
    slowFor(60_000);
    expect(room.limit).toBe(32);
  });

  it('becomes larger again, one request for four answers in time', () => {
    slowFor(60_000);
    for (let n = 0; n < 40; n += 1) room.answeredIn(100);
    expect(room.limit).toBe(42);
  });
});
