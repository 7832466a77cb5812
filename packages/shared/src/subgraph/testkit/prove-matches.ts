import { NO_RECORD } from '../../feed/feed-wire.js';
import type { Profile } from '../../subjects/subject.js';
import type { NamedTerms } from '../aggregate/filter-of-terms.js';
import type { WatchedKind } from '../aggregate/watched-kind.js';
import type { SignedClient } from './signed-client.js';
import { StandingClient } from './standing-client.js';
import { type KnownPosts, meets, type WatchedRow, watchedRows } from './watched-rows.js';

const NONE = { posts: null, actors: null, regions: null, types: null };

/** What is proved of a service that keeps records which a question of another service can be met by. */
export interface ProvedMatches {
  readonly client: SignedClient;
  readonly kinds: readonly WatchedKind[];
  readonly profiles: readonly Profile[];
  readonly posts: KnownPosts;
  /** Keys of posts, and States, of which some are known. */
  readonly keys: readonly string[];
  readonly regions: readonly string[];
}

/**
 * Asks in turn for all combinations of terms, as each of several readers, and compares what meets them with what the reader can find itself: of all, page by
 * page, and of each record alone. Gives what differs, and the kinds of which there is something and nothing met: of those it says nothing.
 */
export async function proveMatches(proved: ProvedMatches): Promise<{ problems: string[]; unmet: string[] }> {
  const { client, kinds, profiles, posts } = proved;
  const standing = new StandingClient(client, kinds);
  const problems: string[] = [];
  const [there, met] = [new Set<string>(), new Set<string>()];
  for (const profile of profiles) {
    const known: (readonly WatchedRow[])[] = [];
    for (const kind of kinds) known.push(await watchedRows(client, profile, kind));
    for (const [at, { one }] of kinds.entries()) if ((known[at]?.length ?? 0) > 0) there.add(one);
    for (const terms of termsOf(proved)) {
      const wanted = known.map((rows) => rows.flatMap((row) => (meets(terms, row, posts) ? [row.id] : [])).sort());
      const [all, now] = [await standing.matching(terms, profile), await standing.now(terms, NO_RECORD, profile)];
      for (const [at, { kind, total, ids }] of all.entries()) {
        const expected = wanted[at] ?? [];
        if (expected.length > 0) met.add(kind);
        const found = JSON.stringify([expected.length, expected, expected]);
        if (JSON.stringify([total, ids, now[at]]) !== found) problems.push(`${kind} by ${JSON.stringify(terms)}`);
      }
    }
    problems.push(...(await oneByOne(proved, standing, profile, known)));
  }
  return { problems, unmet: [...there].filter((kind) => !met.has(kind)) };
}

/** For the event of a record its id comes where the record meets the terms, and no other kind says anything of it. */
async function oneByOne(
  { keys, kinds, posts }: ProvedMatches,
  standing: StandingClient,
  profile: Profile,
  known: readonly (readonly WatchedRow[])[],
): Promise<string[]> {
  const terms = { ...NONE, posts: keys.slice(0, 1) };
  const problems: string[] = [];
  for (const [at, rows] of known.entries()) {
    const nowhere = `${kinds[at]?.aggregate.declared.prefix}_${'0'.repeat(26)}`;
    for (const row of [...rows.slice(0, 3), { id: nowhere, posts: [], actors: [], types: [] }]) {
      const expected = kinds.map((_, kind) => (kind === at && meets(terms, row, posts) ? [row.id] : []));
      const found = await standing.now(terms, row.id, profile);
      if (JSON.stringify(found) !== JSON.stringify(expected)) problems.push(`${row.id} alone`);
    }
  }
  return problems;
}

function termsOf({ kinds, keys, regions }: ProvedMatches): readonly NamedTerms[] {
  const words = [...new Set(kinds.flatMap(({ types }) => types.flatMap((type) => [...type.words])))];
  const half = words.filter((_, at) => at % 2 === 0);
  return [null, keys.slice(0, 1), [...keys, 'Q-none']].flatMap((posts) =>
    [null, regions.slice(0, 1), regions.slice(1)].flatMap((states) =>
      [null, half, ['NO_SUCH_THING', 'constructor']].map((types) => ({ ...NONE, posts, regions: states, types })),
    ),
  );
}
