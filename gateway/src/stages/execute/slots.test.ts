import { describe, expect, it } from '@jest/globals';
import { Slots } from './slots.js';

describe('slots', () => {
  const never = new AbortController().signal;

  it('are taken in the order of coming, and no more at once than there are', async () => {
    const slots = new Slots(2);
    const entered: number[] = [];
    const waits = [0, 1, 2, 3].map((number) => slots.take(never).then(() => entered.push(number)));
    await Promise.all(waits.slice(0, 2));
    expect(entered).toEqual([0, 1]);
    slots.give();
    await waits[2];
    expect(entered).toEqual([0, 1, 2]);
    slots.give();
    await Promise.all(waits);
    expect(entered).toEqual([0, 1, 2, 3]);
  });

  it('pass over who has left, and are not lost with them', async () => {
    const slots = new Slots(1);
    await slots.take(never);
    const leaving = new AbortController();
    const left = slots.take(leaving.signal);
    const next = slots.take(never);
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    slots.give();
    await next;
    slots.give();
    await slots.take(never);
    expect(() => slots.take(leaving.signal)).toThrow('gone');
  });
});
