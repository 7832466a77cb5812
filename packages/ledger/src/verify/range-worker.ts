import { parentPort, workerData } from 'node:worker_threads';
import { checkRange, type RangeTask } from './check-range.js';
import { PageReader } from './page-reader.js';

// One of several threads that check ranges of the same state of the ledger, each over a connection of its own.
const { connectionString, snapshot } = workerData as { readonly connectionString: string; readonly snapshot: string };
const reader = await PageReader.open(connectionString, snapshot);
parentPort?.on('message', (task: RangeTask | null) => {
  if (task === null) {
    void reader.close().then(() => process.exit(0));
    return;
  }
  checkRange(reader, task).then(
    (result) => parentPort?.postMessage({ result }),
    (error: unknown) => parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) }),
  );
});
