import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { ClientError } from '../../errors.js';
import { type Seed, textOf } from './seed.js';

/** A post that exercises may be hung on. */
export interface ExercisePost {
  /** Register key. */
  readonly key: string;
  readonly kind: string;
  readonly sendingState: string;
  readonly receivingState: string;
  readonly city: string;
}

/** Files of the data folder that name them. */
export const EXERCISE_POST_FILES = ['missions.csv', 'synthetic-posts.json'] as const;

// Only what is needed here; the register itself is imported and validated by the missions service.
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

/** The posts that exercises may be hung on; each key must be in the register, and a post without a city is passed over. */
export function exercisePostsOf(seed: Seed): ExercisePost[] {
  const register = registerShape.parse(parse(textOf(seed, 'missions.csv'), { columns: true }));
  const byKey = new Map(register.map((row) => [row.wikidata_id, row]));
  return keysShape.parse(JSON.parse(textOf(seed, 'synthetic-posts.json'))).flatMap((key) => {
    const post = byKey.get(key);
    if (post === undefined) throw new ClientError('INPUT_INVALID', `exercise post \`${key}\` is not in the register`);
    if (post.city === '') return [];
    const { kind, sending_state: sendingState, receiving_state: receivingState, city } = post;
    return [{ key, kind, sendingState, receivingState, city }];
  });
}
