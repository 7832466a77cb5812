import type { Profile } from '../../subjects/subject.js';
import type { NamedTerms, TermField } from '../aggregate/filter-of-terms.js';
import type { WatchedKind } from '../aggregate/watched-kind.js';
import type { SubgraphAnswer } from './signed-client.js';

/** What can be asked of a service under test. */
interface Asked {
  query(profile: Profile, text: string): Promise<SubgraphAnswer>;
}

/** What a reader is told of a record where terms are looked for: what it may not read is not there. */
export interface WatchedRow {
  readonly id: string;
  /** Ids of posts, readable keys of actors, and words. */
  readonly posts: readonly string[];
  readonly actors: readonly string[];
  readonly types: readonly string[];
}

/** What is known of posts: their keys, and the States in which they stand. */
export interface KnownPosts {
  keyOf(id: string): string;
  statesOf(key: string): readonly string[];
}

/** Every row of a kind that a reader sees, as it may read it. */
export async function watchedRows(
  client: Asked,
  profile: Profile,
  { aggregate, posts, actors, types }: WatchedKind,
): Promise<readonly WatchedRow[]> {
  const root = aggregate.watched?.many ?? '';
  const parts = [
    selectionOf('posts', posts, 'id'),
    selectionOf('actors', actors, 'reference'),
    ...types.map((type, at) => selectionOf(`type${at}`, type, null)),
  ];
  const answer = await client.query(profile, `{ ${root}(first: 500) { edges { node { id ${parts.join(' ')} } } } }`);
  if (answer.errors.length > 0) throw new Error(`${root}: ${JSON.stringify(answer.errors)}`);
  const { edges } = (answer.data as Record<string, { edges: { node: Record<string, unknown> }[] }>)[root] ?? {
    edges: [],
  };
  if (edges.length === 500) throw new Error(`${root}: more rows than a page holds`);
  return edges.map(({ node }) => ({
    id: String(node.id),
    posts: leavesOf(node.posts),
    actors: leavesOf(node.actors),
    types: types.flatMap((_, at) => leavesOf(node[`type${at}`])),
  }));
}

/** The rule in words, over what was read: of each kind of term that is named one is met. */
export function meets(terms: NamedTerms, row: WatchedRow, { keyOf, statesOf }: KnownPosts): boolean {
  const keys = row.posts.map(keyOf);
  const said = { posts: keys, regions: keys.flatMap(statesOf), actors: row.actors, types: row.types };
  const named = (['posts', 'actors', 'regions', 'types'] as const).filter((kind) => (terms[kind] ?? []).length > 0);
  return named.length > 0 && named.every((kind) => said[kind].some((value) => terms[kind]?.includes(value)));
}

/** The field under a name, over the links that lead to it; of a row itself, what it is called by. */
function selectionOf(name: string, path: TermField | null, called: string | null): string {
  if (path === null) return '';
  const { links, field } = path;
  const steps = [
    ...links.map((link) => link.field),
    ...(field === 'id' ? [] : [field]),
    ...(called === null ? [] : [called]),
  ];
  return `${name}: ${steps.join(' { ')}${' }'.repeat(steps.length - 1)}`;
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}
