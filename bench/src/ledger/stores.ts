import { type FileHandle, open } from 'node:fs/promises';
import type { EntryInput } from '@chancery/ledger/entry';
import { openLedgerWriter } from '@chancery/ledger/ledger-writer';
import { sampleSnapshot } from '@chancery/ledger/testkit/sample-entry';

/** Something that makes an entry durable before it resolves, or claims to. */
export interface Store {
  readonly name: string;
  append(entry: EntryInput): Promise<unknown>;
  close(): Promise<void>;
}

/** Nothing at all: what the generator of the load takes by itself. */
export const noLedger: Store = { name: 'no ledger', append: async () => {}, close: async () => {} };

/** The floor of durability: lines of JSON in a file, fdatasync for whatever arrived during the last one. */
export async function openFile(file: string): Promise<Store> {
  const handle: FileHandle = await open(file, 'a', 0o600);
  let waiting: { readonly line: string; readonly done: () => void }[] = [];
  let isWriting = false;
  const writeAll = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await handle.appendFile(batch.map(({ line }) => line).join(''));
      await handle.datasync();
      for (const { done } of batch) done();
    }
    isWriting = false;
  };
  return {
    name: 'file and fdatasync',
    append: (entry) =>
      new Promise<void>((done) => {
        waiting.push({ line: `${JSON.stringify(entry)}\n`, done });
        if (!isWriting) void writeAll();
      }),
    close: () => handle.close(),
  };
}

/** The ledger, with so many writers that take turns. */
export async function openLedger(connectionString: string, writers: number): Promise<Store> {
  const opened = await Promise.all(
    Array.from({ length: writers }, async () => {
      const writer = await openLedgerWriter({ connectionString, clock: Date.now, deadlineMs: 30_000 });
      writer.registerSnapshot(sampleSnapshot());
      return writer;
    }),
  );
  let turn = 0;
  return {
    name: writers === 1 ? 'ledger' : `ledger, ${writers} writers`,
    append: (entry) => {
      turn += 1;
      const writer = opened[turn % opened.length];
      if (writer === undefined) throw new RangeError('a ledger without a writer');
      return writer.append(entry);
    },
    close: async () => {
      await Promise.all(opened.map((writer) => writer.close()));
    },
  };
}
