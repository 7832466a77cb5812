import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import { parseHandling } from '../../labels/parse-handling.js';
import { drawIds } from '../tables/draw-ids.js';
import type { ImportClient } from './import-transaction.js';

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
