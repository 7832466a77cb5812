/** What a standing question can name. */
export const TERM_KINDS = ['posts', 'actors', 'regions', 'types'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** The fields of a kind of record that terms are looked for in; null where it has none. */
export interface TermFields {
  /** Link to the post, or posts. */
  readonly mission: string;
  readonly actor: string | null;
  readonly type: { readonly field: string; readonly words: object } | null;
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
  if (posts?.length) tests.push({ [kind.mission]: { in: await named.missions(posts) } });
  if (regions?.length) tests.push({ [kind.mission]: { in: await named.missionsIn(regions) } });
  if (actors?.length) {
    if (kind.actor === null) return NOTHING;
    tests.push({ [kind.actor]: { in: await named.actors(actors) } });
  }
  if (types?.length) {
    const { field, words } = kind.type ?? { field: '', words: {} };
    const known = types.filter((type) => Object.hasOwn(words, type));
    if (known.length === 0) return NOTHING;
    tests.push({ [field]: { in: known } });
  }
  return tests.length === 0 ? NOTHING : { and: tests };
}
