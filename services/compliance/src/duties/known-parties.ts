import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';

/** An act, as far as it says who owes what follows from it. */
export interface KnownAct {
  readonly kind: string;
  /** Agency that brought it. */
  readonly agency: string;
}

/** A post, as far as it is known here. */
export interface KnownPost {
  /** Null where it is not among the rows that links lead to. */
  readonly id: string | null;
  /** Its sending State; null where no fact names one. */
  readonly sending: string | null;
}

/** Who stands on either side of what an entry obliges to. */
export interface KnownParties {
  /** By id and version, `act_41d0@2`, as entries name them. */
  readonly acts: ReadonlyMap<string, KnownAct>;
  /** By key of the register. */
  readonly posts: ReadonlyMap<string, KnownPost>;
}

const ACTS = `select a.id || '@' || a.v as name, a.act ->> 'kind' as kind,
    coalesce((select substring(h.text from 'own=([^;!]+)') from legal_act l join handling h on h.id = l.handling_id
      where l.reference = a.id limit 1), (a.act #>> '{by,represents}') || '.foreign-ministry') as agency
  from law_act a where a.id || '@' || a.v = any($1::text[])`;

// Whose a post is does not change with the State that it is accredited to.
const POSTS = `select k.key, (select id from mission_ref m where m.key = k.key) as id, coalesce(
    (select fact ->> 'sending' from law_fact f where f.m = k.key limit 1),
    (select fact ->> 'sending' from law_notice n where n.fact ->> 'm' = k.key limit 1)) as sending
  from unnest($1::text[]) k(key)`;

/** Reads what is known of the acts and posts that entries name. */
export async function readParties(
  client: ImportClient,
  acts: readonly string[],
  posts: readonly string[],
): Promise<KnownParties> {
  const none = { rows: [] };
  const foundActs =
    acts.length === 0 ? none : await client.query<{ name: string; kind: string; agency: string }>(ACTS, [acts]);
  const foundPosts = posts.length === 0 ? none : await client.query<{ key: string } & KnownPost>(POSTS, [posts]);
  return {
    acts: new Map(foundActs.rows.map(({ name, ...act }) => [name, act])),
    posts: new Map(foundPosts.rows.map(({ key, ...post }) => [key, post])),
  };
}
