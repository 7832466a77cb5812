import type { QueryConfig } from 'pg';
import type { ComposedEntry } from './compose-entry.js';
import type { NewRows } from './dictionary.js';
import { type Edge, printPeaks } from './tree.js';

/** Entries that become durable together, and the edges before and after them. */
export interface Batch {
  readonly before: Edge;
  readonly after: Edge;
  readonly entries: readonly ComposedEntry[];
  readonly rows: NewRows;
}

// One statement, one round trip, one transaction. The head moves only from where this writer saw it; when another has
// moved it, nothing is inserted and the row count tells. Every writer takes the head's row first, so that none waits for another in a ring. Lists travel as lines: array parameters cost three times the CPU.
const APPEND = `
with head as (
  update audit_head set size = $4, peaks = $5, renewed = clock_timestamp()
   where log_id = $1 and size = $2 and peaks = $3 returning log_id
), hashes as (
  insert into audit_leaf_hash (log_id, first_idx, hashes) select log_id, $2::bigint, $7::bytea from head
), sidecars as (
  insert into audit_sidecar (log_id, idx, part, salt, blob)
  select log_id, $2::bigint + place::bigint, part, decode(salt, 'hex'), blob from head, unnest(
    string_to_array($8, E'\\n'), string_to_array($9, E'\\n'), string_to_array($10, E'\\n'), string_to_array($11, E'\\n')
  ) as line (place, part, salt, blob)
), handlings as (
  insert into audit_handling (digest, text) select digest, text from head,
  unnest(string_to_array($12, E'\\n'), string_to_array($13, E'\\n')) as line (digest, text) on conflict do nothing
), profiles as (
  insert into audit_profile (digest, text) select digest, text from head,
  unnest(string_to_array($14, E'\\n'), string_to_array($15, E'\\n')) as line (digest, text) on conflict do nothing
), snapshots as (
  insert into audit_snapshot (digest, text) select digest, text from head,
  unnest(string_to_array($16, E'\\n'), string_to_array($17, E'\\n')) as line (digest, text) on conflict do nothing
), asked as (
  insert into audit_asked (digest, text) select digest, text from head,
  unnest(string_to_array($18, E'\\n'), string_to_array($19, E'\\n')) as line (digest, text) on conflict do nothing
), subjects as (
  insert into audit_subject (surrogate, record_key) select surrogate, record_key from head,
  unnest(string_to_array($20, E'\\n'), string_to_array($21, E'\\n')) as line (surrogate, record_key) on conflict do nothing
)
insert into audit_entry (log_id, idx, leaf)
select log_id, $2::bigint + place - 1, leaf from head, unnest(string_to_array($6, E'\\n')) with ordinality as line (leaf, place)
`;

/** The statement that appends a batch to a log; its row count is the number of entries, or 0 when the head was elsewhere. */
export function appendStatement(logId: number, { before, after, entries, rows }: Batch): QueryConfig {
  const sidecars = entries.flatMap((entry, place) => entry.sidecars.map((sidecar) => ({ place, ...sidecar })));
  return {
    name: 'append',
    text: APPEND,
    values: [
      logId,
      before.size,
      printPeaks(before),
      after.size,
      printPeaks(after),
      joined(entries.map(({ leaf }) => leaf)),
      Buffer.concat(entries.map(({ leafHash }) => leafHash)),
      lines(sidecars, ({ place }) => `${place}`),
      lines(sidecars, ({ part }) => part),
      lines(sidecars, ({ salt }) => salt.toString('hex')),
      lines(sidecars, ({ blob }) => blob),
      lines(rows.handlings, ({ digest }) => digest),
      lines(rows.handlings, ({ text }) => text),
      lines(rows.profiles, ({ digest }) => digest),
      lines(rows.profiles, ({ text }) => text),
      lines(rows.snapshots, ({ digest }) => digest),
      lines(rows.snapshots, ({ text }) => text),
      lines(rows.asked, ({ digest }) => digest),
      lines(rows.asked, ({ text }) => text),
      lines(rows.subjects, ({ digest }) => digest),
      lines(rows.subjects, ({ text }) => text),
    ],
  };
}

/** As bytes: what `pg` is given as text it measures, and writes out once more. */
function lines<T>(items: readonly T[], textOf: (item: T) => string): Buffer {
  if (items.length === 0) return NOTHING;
  const texts = items.map(textOf);
  if (texts.some((text) => text.includes('\n'))) throw new RangeError(BROKEN);
  return Buffer.from(texts.join('\n'));
}

const NOTHING = Buffer.alloc(0);
const LINE_BREAK = 0x0a;
const BROKEN = 'a line break inside an item of the ledger';

/** One item a line: JSON text has no raw newline, and an item that had one would come out as two entries. */
function joined(items: readonly Buffer[]): Buffer {
  const bytes = Buffer.allocUnsafe(items.reduce((sum, { length }) => sum + length + 1, -1));
  let at = 0;
  for (const item of items) {
    if (item.includes(LINE_BREAK)) throw new RangeError(BROKEN);
    if (at > 0) bytes[at++] = LINE_BREAK;
    at += item.copy(bytes, at);
  }
  return bytes;
}
