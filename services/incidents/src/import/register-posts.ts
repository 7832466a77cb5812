import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { RegisterPost } from './match-post.js';

const registerShape = z.array(
  z.object({
    wikidata_id: z.string().min(1),
    kind: z.string().min(1),
    sending_state: z.string().min(1),
    receiving_state: z.string().min(1),
    city: z.string(),
  }),
);

/** Reads what a match needs of the register of posts; the register itself is imported and validated by the missions service. */
export function parseRegisterPosts(csv: string): RegisterPost[] {
  return registerShape.parse(parse(csv, { columns: true })).map((row) => ({
    key: row.wikidata_id,
    kind: row.kind,
    sendingState: row.sending_state,
    receivingState: row.receiving_state,
    city: row.city === '' ? null : row.city,
  }));
}
