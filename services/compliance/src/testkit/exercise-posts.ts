import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from '@chancery/shared/data-folder';

/** Keys of the first posts that exercises are hung on. */
export function exercisePosts(count: number): string[] {
  const keys: string[] = JSON.parse(readFileSync(join(DATA_FOLDER, 'synthetic-posts.json'), 'utf8'));
  return keys.slice(0, count);
}
