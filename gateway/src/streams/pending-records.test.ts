import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PendingRecords } from './pending-records.js';

const eventOf = (seq: number, record: string, fields: readonly string[] = ['summary']) => ({
  seq,
  type: 'Incident',
  record,
  fields: [...fields],
  was: seq - 1,
  is: seq,
});

describe('records that changed and were not read', () => {
  it('are read in the order in which they changed, each once: from what was before the first to what is after the last', () => {
    const pending = new PendingRecords();
    for (const [seq, record, field] of [
      [1, 'a', 'summary'],
      [2, 'b', 'city'],
      [3, 'a', 'city'],
    ] as const) {
      pending.add(eventOf(seq, record, [field]));
    }

    expect(pending.take()).toMatchObject({
      record: 'a',
      first: 1,
      was: 0,
      is: 3,
      fields: new Set(['summary', 'city']),
    });
    expect(pending.take()).toMatchObject({ record: 'b', first: 2 });
    expect(pending.take()).toBeNull();
  });

  it('who comes back begins before the first that was not read, and what is looked at again holds nothing up', () => {
    const pending = new PendingRecords();
    expect(pending.doneUpTo(9)).toBe(9);
    pending.lookAgain('a', 4);
    expect(pending.doneUpTo(9)).toBe(9);
    pending.add(eventOf(7, 'b'));
    pending.add(eventOf(8, 'a'));
    expect(pending.doneUpTo(9)).toBe(6);
    expect(pending.take()).toMatchObject({ record: 'a', again: true, first: 8 });
    expect(pending.doneUpTo(9)).toBe(6);
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
            pending.add(eventOf(changed.length, record));
          }
          const unread = changed.filter((event) => event.seq > (readUpTo.get(event.record) ?? 0));
          const from = pending.doneUpTo(changed.length);
          expect(unread.every(({ seq }) => seq > from)).toBe(true);
        }
      }),
    );
  });
});
