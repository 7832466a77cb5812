import type { Clock } from '@chancery/shared/clock';
import type { EntryInput } from '../entry.js';
import { openLedgerWriter } from '../ledger-writer.js';
import type { WhoQuestion } from './question.js';

/** The log of what was asked of the ledger from a shell: the first log belongs to the gateway, which alone appends to it. */
export const READINGS_LOG = 2;

/** Records that the ledger was asked, before anything of it is shown. Gives the receipt. */
export async function recordQuestion(serviceUrl: string, question: WhoQuestion, clock: Clock): Promise<string> {
  const writer = await openLedgerWriter({ connectionString: serviceUrl, clock, logId: READINGS_LOG });
  try {
    return (await writer.append(entryOf(question, clock()))).receipt;
  } finally {
    await writer.close();
  }
}

function entryOf({ reason, ...asked }: WhoQuestion, now: number): EntryInput {
  return {
    kind: 'AUDIT_READ',
    failure: null,
    subject: null,
    profile: null,
    clipped: [],
    api: { operation: 'ledger:who', doc: null, trace: '' },
    acts: [],
    now,
    policy: '',
    schema: '',
    snapshot: null,
    access: [],
    obligations: [],
    records: [],
    private: { address: null, variables: { ...asked }, reason },
  };
}
