import type { Receipt } from '@chancery/shared/brands';
import type { Clock } from '@chancery/shared/clock';
import type { EntryInput } from '../entry.js';
import { openLedgerWriter } from '../ledger-writer.js';
import { READINGS_LOG } from '../logs.js';

/** What was asked of the ledger from a shell, and why. */
export interface LedgerQuestion {
  /** Name of the command. */
  readonly operation: string;
  readonly words: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
}

/** Records that the ledger was asked, before anything of it is shown. Gives the receipt. */
export async function recordQuestion(serviceUrl: string, question: LedgerQuestion, clock: Clock): Promise<Receipt> {
  const writer = await openLedgerWriter({ connectionString: serviceUrl, clock, logId: READINGS_LOG });
  try {
    return (await writer.append(entryOf(question, clock()))).receipt;
  } finally {
    await writer.close();
  }
}

function entryOf({ operation, words, reason }: LedgerQuestion, now: number): EntryInput {
  return {
    kind: 'AUDIT_READ',
    failure: null,
    subject: null,
    profile: null,
    clipped: [],
    asked: [],
    stated: null,
    api: { operation, doc: null, trace: '' },
    acts: [],
    now,
    policy: '',
    schema: '',
    snapshot: null,
    access: [],
    obligations: [],
    records: [],
    private: { address: null, variables: { ...words }, reason },
  };
}
