import { parseEntityId, parseRegisterKey } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import { drawNumber, type Pick, pickerFor } from '@chancery/shared/subgraph/import/exercise-picks';
import { type ImportedRow, importRecords } from '@chancery/shared/subgraph/import/import-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import type { Imported } from '@chancery/shared/subgraph/import/keep-only';
import { TYPES_ELSEWHERE } from '@chancery/shared/subgraph/links/published-types';
import { publishRows, publishWithdrawn } from '@chancery/shared/subgraph/outbox/outbox';
import { type Labelled, recordOf } from '@chancery/shared/subgraph/record/record';
import type { ClassType } from 'type-graphql';
import type { ExercisePost } from './exercise-premises.js';
import { type HandlingMarks, type PostRelease, postHandling } from './post-handling.js';

/** A post of the exercise as it is stored. */
export interface StoredPost extends ExercisePost {
  readonly id: string;
}

/** One record that is made for a post. */
export interface Making {
  readonly post: StoredPost;
  /** Which of the post's records of this kind it is, from 0 on. */
  readonly at: number;
  readonly pick: Pick;
  /** A number from the least to the most. */
  number(least: number, most: number, what: string): number;
  /** The same for every record of this kind of the post. */
  numberOfPost(least: number, most: number, what: string): number;
  /** The day so many days after the first start. */
  day(days: number): string;
  /** The moment so many hours after it. */
  moment(hours: number): Date;
  handling(release: PostRelease, marks?: HandlingMarks): string;
  /** Id of a record that was made before for the same post: its only one, or the one with that number. */
  linked(record: ClassType<Labelled>, at?: number): string | null;
}

type Referenced = Labelled & { readonly reference: string };
type Made<T extends Labelled> = Omit<ImportedRow<T>, 'synthetic' | 'mission' | 'reference'> & {
  readonly reference?: string;
};

/** Exercise records of one kind. */
export interface ExerciseSet {
  readonly load: (
    client: ImportClient,
    posts: readonly StoredPost[],
    start: Instant,
    made: MadeIds,
  ) => Promise<Imported>;
}

/** By record and register key, the ids of what was made, in order. */
export type MadeIds = Map<object, Map<string, string[]>>;

const SEED = 'exercise 1';
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Records of a kind, so many for each post: the same for the same posts and start. */
export function exerciseOf<T extends Referenced>(
  record: ClassType<T>,
  prefix: string,
  each: (post: ExercisePost) => number,
  make: (making: Making) => Made<T>,
): ExerciseSet {
  return {
    load: async (client, posts, start, made) => {
      const places = posts.flatMap((post) => Array.from({ length: each(post) }, (_, at) => ({ post, at })));
      const rows = places.map(({ post, at }) => ({
        reference: `${prefix}-${post.key}-${at + 1}`,
        ...make(makingOf(`${SEED} ${prefix} ${post.key}`, post, at, start, made)),
        synthetic: true,
        mission: post.id,
      }));
      // What the compiler cannot see of a record that it does not know is refused by the import, line by line.
      const imported = rows as unknown as ImportedRow<T>[];
      const { changed, withdrawn, returned, ids } = await importRecords(client, {
        record,
        importedBy: 'exercise',
        by: 'reference',
        rows: imported,
      });
      await publish(client, record, { rows, ids, withdrawn });
      const kept = new Map<string, string[]>();
      for (const [index, { post }] of places.entries()) {
        const id = ids.get(rows[index]?.reference ?? '') ?? '';
        kept.set(post.key, [...(kept.get(post.key) ?? []), id]);
      }
      made.set(record, kept);
      return { changed, withdrawn: withdrawn.length, returned: returned.length };
    },
  };
}

/** What was imported of one kind. */
interface ImportedSet {
  readonly rows: readonly { readonly reference: string; readonly handling: string }[];
  readonly ids: ReadonlyMap<string, string>;
  readonly withdrawn: readonly string[];
}

/** Tells imports of other services, whose exercise links to them, by which ids rows are known; of other kinds nothing. */
async function publish(
  client: ImportClient,
  record: ClassType<Labelled>,
  { rows, ids, withdrawn }: ImportedSet,
): Promise<void> {
  const type = recordOf(record)?.name ?? '';
  if (!isLinkedElsewhere(type)) return;
  await publishRows(
    client,
    rows.map(({ reference, handling }) => ({
      type,
      id: parseEntityId(type, ids.get(reference) ?? ''),
      key: parseRegisterKey(reference),
      handling,
    })),
  );
  await publishWithdrawn(client, type, withdrawn);
}

const isLinkedElsewhere = (type: string): type is keyof typeof TYPES_ELSEWHERE => Object.hasOwn(TYPES_ELSEWHERE, type);

function makingOf(seed: string, post: StoredPost, at: number, start: Instant, made: MadeIds): Making {
  const drawn = (from: string) => (least: number, most: number, what: string) =>
    least + (drawNumber(`${from} ${what}`) % (most - least + 1));
  return {
    post,
    at,
    pick: pickerFor(`${seed} ${at}`),
    number: drawn(`${seed} ${at}`),
    numberOfPost: drawn(seed),
    day: (days) => new Date(start + days * DAY_MS).toISOString().slice(0, 10),
    moment: (hours) => new Date(start + hours * HOUR_MS),
    handling: (release, marks) => postHandling(post, release, marks),
    linked: (record, which = 0) => made.get(record)?.get(post.key)?.[which] ?? null,
  };
}
