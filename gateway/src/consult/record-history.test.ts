import type { RecordReading } from '@chancery/shared/history/history-wire';
import { describe, expect, it } from '@jest/globals';
import { readingShown } from './record-history.js';

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
});
