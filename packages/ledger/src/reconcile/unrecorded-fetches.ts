import type { Instant } from '@chancery/shared/clock';
import { withConnection } from '@chancery/shared/postgres/connect';
import { openLedgerReader } from '../ledger-reader.js';
import { parseEntry } from '../parse-entry.js';

/** Calls that a service answered under one trace. */
export interface Fetched {
  readonly service: string;
  readonly at: string;
  readonly trace: string;
  /** Read for an event of a subscription: where nothing had changed for the subscriber nothing was told, and no entry is owed. */
  readonly forEvent: boolean;
  readonly calls: number;
}

/** What the counts of the services and the entries of the ledger have to do with one another. */
export interface Reconciled {
  readonly calls: number;
  /** Calls under traces that entries name. */
  readonly recorded: number;
  /** Calls for events of which nothing was told. */
  readonly untold: number;
  /** Calls that no entry names: somebody was fetched for, and the ledger does not say whom. */
  readonly unrecorded: readonly Fetched[];
}

/** How much later than a fetch its entry may be written, and how much earlier that of an attempt. */
const APART_MS = 120_000;

/** What a service counted in a time, by the login of its loader. */
export async function fetchedBy(
  service: string,
  loaderUrl: string,
  since: Instant,
  until: Instant,
): Promise<readonly Fetched[]> {
  const { rows } = await withConnection(loaderUrl, (client) =>
    client.query<{ at: Date; trace: string; for_event: boolean; calls: number }>(
      'select at, trace, for_event, calls from fetch_count where at >= $1 and at < $2 order by at, trace',
      [new Date(since), new Date(until)],
    ),
  );
  return rows.map(({ at, trace, for_event: forEvent, calls }) => ({
    ...{ service, at: at.toISOString(), trace, forEvent, calls },
  }));
}

/** The traces that entries of a time name. */
export async function tracesOf(readerUrl: string, since: Instant, until: Instant): Promise<ReadonlySet<string>> {
  const traces = new Set<string>();
  const reader = await openLedgerReader(readerUrl);
  try {
    for (const { logId } of await reader.heads()) {
      for await (const page of reader.entries(logId)) {
        for (const { leaf } of page) {
          const { time, api } = parseEntry(leaf);
          if (time >= since - APART_MS && time < until + APART_MS && api.trace !== '') traces.add(api.trace);
        }
      }
    }
  } finally {
    await reader.close();
  }
  return traces;
}

/** Holds what was fetched against what was recorded: a fetch is recorded when an entry names its trace. */
export function reconcile(fetched: readonly Fetched[], traces: ReadonlySet<string>): Reconciled {
  const sum = (some: readonly Fetched[]): number => some.reduce((total, { calls }) => total + calls, 0);
  const missing = fetched.filter(({ trace }) => !traces.has(trace));
  const untold = missing.filter(({ forEvent }) => forEvent);
  const unrecorded = missing.filter(({ forEvent }) => !forEvent);
  const calls = sum(fetched);
  return { calls, recorded: calls - sum(missing), untold: sum(untold), unrecorded };
}
