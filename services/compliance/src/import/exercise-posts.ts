import { ClientError } from '@chancery/shared/errors';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** A post that exercises may be hung on. */
export interface ExercisePost {
  readonly key: string;
  readonly sending: string;
  readonly receiving: string;
}

const registerShape = z.array(
  z.object({ wikidata_id: z.string().min(1), sending_state: z.string().min(1), receiving_state: z.string().min(1) }),
);
const keysShape = z.array(z.string().min(1));

/** The posts that exercises may be hung on; each key must be in the register. */
export function readExercisePosts(keys: unknown, registerCsv: string): ExercisePost[] {
  // Only what is needed here; the register itself is imported and validated by the missions service.
  const register = registerShape.parse(parse(registerCsv, { columns: true }));
  const byKey = new Map(register.map((row) => [row.wikidata_id, row]));
  return keysShape.parse(keys).map((key) => {
    const post = byKey.get(key);
    if (post === undefined) throw new ClientError('INPUT_INVALID', `exercise post \`${key}\` is not in the register`);
    return { key, sending: post.sending_state, receiving: post.receiving_state };
  });
}
