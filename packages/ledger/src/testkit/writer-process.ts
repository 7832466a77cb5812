import { writeSync } from 'node:fs';
import { openLedgerWriter } from '../ledger-writer.js';
import { sampleEntry, sampleSnapshot } from './sample-entry.js';

const IN_FLIGHT = 32;
const STDOUT = 1;

// Appends without end and says each receipt at once, so that what this process acknowledged is known after its death.
const connectionString = process.env.LEDGER_URL;
if (connectionString === undefined) throw new Error('LEDGER_URL is not set');
const writer = await openLedgerWriter({ connectionString, clock: Date.now, deadlineMs: 10_000 });
writer.registerSnapshot(sampleSnapshot());

await Promise.all(
  Array.from({ length: IN_FLIGHT }, async () => {
    for (;;) {
      const { receipt } = await writer.append(sampleEntry());
      writeSync(STDOUT, `${receipt}\n`);
    }
  }),
);
