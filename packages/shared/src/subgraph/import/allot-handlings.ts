import { randomInt } from 'node:crypto';
import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import { parseHandling } from '../../labels/parse-handling.js';
import type { ImportClient } from './import-transaction.js';

const CAPACITY_MIN = 64;

/** The small integer of each handling text; those that are new get one at random, in the caller's transaction. */
export async function allotHandlings(
  client: ImportClient,
  texts: Iterable<string>,
): Promise<Map<string, HandlingNumber>> {
  const wanted = new Set(texts);
  // Refused here rather than stored: what does not parse would deny its rows to everybody, silently.
  for (const text of wanted) parseHandling(text);

  await client.query('lock table handling in share row exclusive mode');
  const { rows } = await client.query<{ id: number; text: string }>('select id, text from handling');
  const known = new Map(rows.map(({ id, text }) => [text, id]));
  const added = drawIds(
    [...wanted].filter((text) => !known.has(text)),
    new Set(known.values()),
  );
  await client.query('insert into handling (id, text) select * from unnest($1::int[], $2::text[])', [
    [...added.values()],
    [...added.keys()],
  ]);
  return new Map([...wanted].map((text) => [text, parseHandlingNumber(known.get(text) ?? added.get(text))]));
}

/** Random, so that an integer does not tell when its handling was first used; at most twice as wide as the table is long, so that bit strings stay short. */
function drawIds(texts: readonly string[], taken: Set<number>): Map<string, number> {
  const capacity = Math.max(CAPACITY_MIN, 2 ** Math.ceil(Math.log2(2 * (texts.length + taken.size + 1))));
  const drawn = new Map<string, number>();
  for (const text of texts) {
    let id = randomInt(capacity);
    while (taken.has(id)) id = randomInt(capacity);
    taken.add(id);
    drawn.set(text, id);
  }
  return drawn;
}
