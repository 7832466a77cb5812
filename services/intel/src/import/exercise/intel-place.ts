import type { Instant } from '@chancery/shared/clock';
import { type Pick, pickerFor } from '@chancery/shared/subgraph/import/exercise-picks';
import type { ExercisePost } from '@chancery/shared/subgraph/import/exercise-posts';
import { type IntelRelease, intelHandling } from './intel-handling.js';
import { STORIES } from './stories.js';
import type { Story } from './story.js';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const DATE_LENGTH = 10;
const POSTS_MAX = 30;

/** A post of an exercise and the threat that it is told of. */
export interface IntelPlace {
  readonly post: ExercisePost;
  /** Id of the post. */
  readonly mission: string;
  readonly story: Story;
  readonly pick: Pick;
  /** Takes turns with the posts before: of so many values, each post has the next. */
  turn<T>(values: readonly [T, ...T[]]): T;
  /** The moment so many hours after the first start. */
  moment(hours: number): Date;
  /** The day so many days after it. */
  day(days: number): string;
  handling(release: IntelRelease, owner?: string): string;
  reference(prefix: string, at?: number): string;
}

/** A State of an exercise with the posts of it that one threat concerns: it keeps a file on who threatens them. */
export interface IntelFile {
  readonly state: string;
  readonly story: Story;
  readonly places: readonly [IntelPlace, ...IntelPlace[]];
}

/** The first posts of an exercise, each with a threat of its own. */
export function intelPlaces(
  posts: readonly ExercisePost[],
  missions: ReadonlyMap<string, string>,
  start: Instant,
): IntelPlace[] {
  return posts.slice(0, POSTS_MAX).flatMap((post, index) => {
    const mission = missions.get(post.key);
    const story = STORIES[index % STORIES.length];
    if (mission === undefined || story === undefined) return [];
    const at = (hours: number): Date => new Date(start + hours * HOUR_MS);
    return [
      {
        post,
        mission,
        story,
        pick: pickerFor(`intel ${post.key}`),
        turn: <T>(values: readonly [T, ...T[]]): T => values[index % values.length] ?? values[0],
        moment: at,
        day: (days: number) =>
          at(days * DAY_HOURS)
            .toISOString()
            .slice(0, DATE_LENGTH),
        handling: (release: IntelRelease, owner?: string) =>
          intelHandling(post, release, { keys: [post.key], ...(owner === undefined ? {} : { owner }) }),
        reference: (prefix: string, which = 1) => `${prefix}-${post.key}-${which}`,
      },
    ];
  });
}

/** Files of States on what threatens their posts. */
export function intelFiles(places: readonly IntelPlace[]): IntelFile[] {
  const files = new Map<string, IntelFile>();
  for (const place of places) {
    const { sendingState: state } = place.post;
    const key = fileKey(place);
    const [first = place, ...others] = files.get(key)?.places ?? [];
    files.set(key, { state, story: place.story, places: first === place ? [place] : [first, ...others, place] });
  }
  return [...files.values()];
}

/** Readable end of the keys of a file: `USA-GROUP-AMBER`. */
export const fileKey = ({ post, story }: IntelPlace): string => `${post.sendingState}-${story.actor.alias}`;

/** The handling of a file: of every post that it is about. */
export function fileHandling({ places }: IntelFile, release: IntelRelease): string {
  return intelHandling(places[0].post, release, { keys: places.map(({ post }) => post.key) });
}
