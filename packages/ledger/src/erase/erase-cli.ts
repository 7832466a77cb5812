#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { isReceipt } from '@chancery/shared/brands';
import { helped } from '@chancery/shared/command-help';
import { tieReceipts } from '@chancery/shared/receipt-argument';
import pg from 'pg';
import { type ErasedPart, SIDECAR_PARTS, type SidecarPart } from '../entry.js';
import { openLedgerWriter } from '../ledger-writer.js';
import { eraseSidecars } from './erase-sidecars.js';

const USAGE = `usage: npm run -s ledger:erase -- --receipt R --order "who ordered it, and its number" [--part private|records|said|access …]
       npm run -s ledger:erase -- --record Report:rep_1 --order "…"
Erases what the entry of a receipt commits to and does not hold: by default network address, variables and reason (private), the records read
(records) and what opens its commitment to the answer (said); or a record, of every entry that read it. The order becomes an entry first; the erased entry, the tree and every proof stay as they are. It cannot be undone.
What a legal hold is on is refused (LEGAL_HOLD). Exit: 0 erased, 1 not, and it says why, 2 there is no ledger here, 3 usage.`;
const EXIT = { erased: 0, not: 1, usage: 3 } as const;
const FIRST_LOG = 1;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return EXIT.erased;
  const words = readWords(args);
  const { CHANCERY_LEDGER_OWNER_URL: ownerUrl, CHANCERY_LEDGER_SERVICE_URL: serviceUrl } = process.env;
  if (words === null || ownerUrl === undefined || serviceUrl === undefined) {
    console.error(USAGE);
    return EXIT.usage;
  }
  try {
    const parts = words.record === null ? await partsOf(ownerUrl, words) : [];
    const writer = await openLedgerWriter({ connectionString: serviceUrl, clock: Date.now });
    try {
      const receipt = await eraseSidecars(writer, ownerUrl, {
        parts,
        record: words.record,
        order: words.order,
        now: Date.now(),
      });
      console.log(
        `erased: ${words.record ?? parts.map(({ part }) => part).join(', ')}; the order is entry \`${receipt}\``,
      );
    } finally {
      await writer.close();
    }
    return EXIT.erased;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return EXIT.not;
  }
}

interface Words {
  readonly receipt: string;
  readonly record: string | null;
  readonly order: string;
  readonly parts: readonly SidecarPart[];
}

function readWords(args: readonly string[]): Words | null {
  try {
    const text = { type: 'string' } as const;
    const options = { receipt: text, record: text, order: text, part: { type: 'string', multiple: true } } as const;
    const {
      receipt = '',
      record = null,
      order = '',
      part = ['private', 'records', 'said'],
    } = parseArgs({ args: tieReceipts(args), options }).values;
    const parts = part.flatMap((name) => SIDECAR_PARTS.find((known) => known === name) ?? []);
    if (order === '' || parts.length !== part.length) return null;
    // One or the other: what is erased of an entry and what of the dictionary are two orders.
    return isReceipt(receipt) === (record === null) ? { receipt, record, order, parts } : null;
  } catch {
    return null;
  }
}

/** What of the entry there is to erase. */
async function partsOf(ownerUrl: string, { receipt, parts }: Words): Promise<ErasedPart[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ idx: string; part: SidecarPart }>(
      `select idx, part from audit_sidecar where log_id = $1 and part = any($3)
          and idx = (select idx from audit_entry where log_id = $1 and strpos(leaf, '"receipt":"' || $2 || '"') > 0 limit 1)`,
      [FIRST_LOG, receipt, parts],
    );
    if (rows.length === 0) throw new Error('nothing of that receipt is there to be erased');
    return rows.map(({ idx, part }) => ({ logId: FIRST_LOG, index: Number(idx), part }));
  } finally {
    await owner.end();
  }
}
