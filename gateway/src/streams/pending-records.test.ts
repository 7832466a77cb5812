import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PendingRecords } from './pending-records.js';

const OWNER = 'incidents';
const eventOf = (seq: number, record: string) => ({ seq, record, is: seq });

describe('records that changed and were not read', () => {
  it('are read in the order in which they changed, each once, as of its last change', () => {
    const pending = new PendingRecords();
    for (const [seq, record] of [
      [1, 'a'],
      [2, 'b'],
      [3, 'a'],
    ] as const) {
      pending.add(OWNER, eventOf(seq, record));
    }
    pending.relabel('b', 9);
    pending.relabel('unknown', 9);

    expect(pending.changed).toBe(2);
    expect(pending.take()).toEqual({ record: 'a', owner: OWNER, first: 1, is: 3 });
    expect(pending.take()).toEqual({ record: 'b', owner: OWNER, first: 2, is: 9 });
    expect(pending.take()).toBeNull();
  });

  it('who comes back begins before the first that was not read, and what is looked at again holds nothing up', () => {
    const pending = new PendingRecords();
    expect(pending.doneUpTo(OWNER, 9)).toBe(9);
    pending.lookAgain(OWNER, 'a', 4);
    expect([pending.doneUpTo(OWNER, 9), pending.changed]).toEqual([9, 0]);
    pending.add(OWNER, eventOf(7, 'b'));
    pending.add(OWNER, eventOf(8, 'a'));
    expect([pending.doneUpTo(OWNER, 9), pending.changed]).toEqual([6, 2]);
    expect(pending.take()).toMatchObject({ record: 'a', first: 8 });
    expect(pending.doneUpTo(OWNER, 9)).toBe(6);
  });

  it('of one service hold nothing up of another, whose numbers are of other events', () => {
    const pending = new PendingRecords();
    pending.add(OWNER, eventOf(3, 'a'));
    pending.add('intel', eventOf(70, 'b'));
    expect([pending.doneUpTo(OWNER, 9), pending.doneUpTo('intel', 90)]).toEqual([2, 69]);
    pending.take();
    expect([pending.doneUpTo(OWNER, 9), pending.doneUpTo('intel', 90)]).toEqual([9, 69]);
  });

  it('whenever somebody leaves, what follows the place it comes back to holds every record that it has not read', () => {
    const anEvent = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(fc.oneof(anEvent, fc.constant(null)), { maxLength: 40 }), (steps) => {
        const pending = new PendingRecords();
        const changed: { readonly seq: number; readonly record: string }[] = [];
        const readUpTo = new Map<string, number>();
        for (const record of steps) {
          if (record === null) {
            const next = pending.take();
            if (next !== null) readUpTo.set(next.record, changed.length);
          } else {
            changed.push({ seq: changed.length + 1, record });
            pending.add(OWNER, eventOf(changed.length, record));
          }
          const unread = changed.filter((event) => event.seq > (readUpTo.get(event.record) ?? 0));
          const from = pending.doneUpTo(OWNER, changed.length);
          expect(unread.every(({ seq }) => seq > from)).toBe(true);
        }
      }),
    );
  });
});
