import { ClientError } from '@chancery/shared/errors';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { ExercisePost } from './exercise-incidents.js';
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
const keysShape = z.array(z.string().min(1));

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

/** The posts that exercises may be hung on; each key must be in the register, and a post without a city is passed over. */
export function selectExercisePosts(keys: unknown, register: readonly RegisterPost[]): ExercisePost[] {
  const byKey = new Map(register.map((post) => [post.key, post]));
  return keysShape.parse(keys).flatMap((key) => {
    const post = byKey.get(key);
    if (post === undefined) throw new ClientError('INPUT_INVALID', `exercise post \`${key}\` is not in the register`);
    return post.city === null ? [] : [{ ...post, city: post.city }];
  });
}
