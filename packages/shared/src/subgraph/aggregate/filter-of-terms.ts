import type { ConnectionSpec } from '../paging/connection-spec.js';
import { LeadsTo } from '../paging/filter-sql.js';

/** What a standing question can name. */
export const TERM_KINDS = ['posts', 'actors', 'regions', 'types'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** A field that terms are looked for in: of the record itself, or of what links of it lead to. */
export interface TermField {
  /** The links on the way, each with the rows that it leads to. */
  readonly links: readonly { readonly field: string; readonly to: ConnectionSpec<object> }[];
  readonly field: string;
}

/** The fields of a kind of record that terms are looked for in; none where it has none. */
export interface TermFields {
  /** Link to the post, or posts. */
  readonly posts: TermField | null;
  readonly actors: TermField | null;
  /** A term is met by any of them. */
  readonly types: readonly (TermField & { readonly words: ReadonlySet<string> })[];
}

/** A filter that no record passes. */
export const NOTHING = { or: [] };

/** The terms of a requirement; of a kind that is not named, none. */
export type NamedTerms = { readonly [K in TermKind]: readonly string[] | null };

/** Ids of what terms name, as far as they are there for who reads. */
export interface Named {
  missions(keys: readonly string[]): Promise<readonly string[]>;
  /** Of posts that stand in some States at the moment. */
  missionsIn(regions: readonly string[]): Promise<readonly string[]>;
  actors(references: readonly string[]): Promise<readonly string[]>;
}

/** Terms as a filter of a kind of record: of each kind of term that is named one must be met, and nothing meets a kind that the record has not. */
export async function filterOf(
  { posts, actors, regions, types }: NamedTerms,
  kind: TermFields,
  named: Named,
): Promise<object> {
  const tests: object[] = [];
  if (posts?.length || regions?.length) {
    if (kind.posts === null) return NOTHING;
    if (posts?.length) tests.push(oneOf(kind.posts, await named.missions(posts)));
    if (regions?.length) tests.push(oneOf(kind.posts, await named.missionsIn(regions)));
  }
  if (actors?.length) {
    if (kind.actors === null) return NOTHING;
    tests.push(oneOf(kind.actors, await named.actors(actors)));
  }
  if (types?.length) {
    const met = kind.types.flatMap((field) => {
      const known = types.filter((type) => field.words.has(type));
      return known.length === 0 ? [] : [oneOf(field, known)];
    });
    if (met.length === 0) return NOTHING;
    tests.push({ or: met });
  }
  return tests.length === 0 ? NOTHING : { and: tests };
}

/** That a field holds one of some values, over the links that lead to it. */
function oneOf({ links, field }: TermField, values: readonly string[]): object {
  return links.reduceRight<object>((test, link) => ({ [link.field]: new LeadsTo(link.to, test) }), {
    [field]: { in: values },
  });
}
