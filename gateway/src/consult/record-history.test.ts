import type { EntryPlace, HistoryPage, RecordReading } from '@chancery/shared/history/history-wire';
import { describe, expect, it } from '@jest/globals';
import { pageShown, readingShown } from './record-history.js';

const access = (handling: string): RecordReading['accesses'][number] =>
  ({
    coordinate: 'EXISTENCE',
    handling,
    decision: 'A',
    count: 1,
    rules: [],
    acts: [],
  }) as RecordReading['accesses'][number];
const reading = (...handlings: string[]): RecordReading =>
  ({
    time: 0,
    kind: 'READ',
    receipt: 'r',
    agency: 'DEU.police',
    accesses: handlings.map(access),
  }) as unknown as RecordReading;
const isTold = (handling: string): boolean => handling === 'told';

describe('the history of a record', () => {
  it('says nothing of an entry whose every access is closed to who asks', () => {
    expect(readingShown(reading('closed', 'closed'), isTold)).toEqual([]);
  });

  it('says of an entry the accesses that are told, and no other', () => {
    const [shown] = readingShown(reading('closed', 'told'), isTold);
    expect(shown).toMatchObject({ receipt: 'r', accesses: [{ coordinate: 'EXISTENCE', decision: 'ALLOWED' }] });
    expect(JSON.stringify(shown)).not.toContain('closed');
  });

  it('says that there was an entry whose accesses were erased', () => {
    expect(readingShown(reading(), isTold)).toMatchObject([{ receipt: 'r', accesses: [] }]);
  });

  describe('by pages', () => {
    const at = (index: number): EntryPlace => ({ logId: 1, index });
    const entries = (handlings: readonly string[]): RecordReading[] =>
      handlings.map((handling, index) => ({ ...reading(handling), place: at(index), receipt: `r${index}` }));
    /** Two entries an answer, whatever is asked for. */
    const tell =
      (all: readonly RecordReading[]) =>
      async ({ from }: { readonly from: EntryPlace | null }): Promise<HistoryPage> => {
        const begin = from?.index ?? 0;
        const next = begin + 2 < all.length ? at(begin + 2) : null;
        return { readings: all.slice(begin, begin + 2), next, mayLack: false };
      };
    const pageOf = (handlings: readonly string[], limit: number, from: EntryPlace | null = null) =>
      pageShown({ record: 'Premises:prm_1', marks: 'm', from, limit }, tell(entries(handlings)), isTold);
    const receipts = ({ rows }: { readonly rows: readonly object[] }) =>
      rows.map((row) => (row as { receipt: string }).receipt);

    it('is as long as it may be whatever is closed between, and none follows when all that is left is closed', async () => {
      const mixed = ['closed', 'told', 'closed', 'closed', 'told', 'closed', 'told', 'closed', 'closed'];
      const first = await pageOf(mixed, 2);
      expect([receipts(first), first.next]).toEqual([['r1', 'r4'], at(6)]);
      const second = await pageOf(mixed, 2, first.next);
      expect([receipts(second), second.next]).toEqual([['r6'], null]);
    });

    it('is the same where nothing else was read, and where every reading beside is closed', async () => {
      const [alone, beside] = [
        await pageOf([], 3),
        await pageOf(['closed', 'closed', 'closed', 'closed', 'closed'], 3),
      ];
      expect(beside).toEqual(alone);
    });
  });
});
