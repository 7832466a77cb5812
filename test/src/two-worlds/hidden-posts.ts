import { withConnection } from '@chancery/shared/postgres/connect';
import { allotHandlings } from '@chancery/shared/subgraph/import/allot-handlings';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import type { Mesh } from '../testkit/mesh.js';
import { SUBGRAPHS } from '../testkit/world.js';
import { keepWords } from './words.js';

/** A post that is not public: its State alone knows of it. */
export interface HiddenPost {
  readonly id: string;
  readonly key: string;
  readonly state: string;
}

const REFERRING = SUBGRAPHS.filter((name) => name !== 'missions');
const EVERY = 2;

const handlingOf = ({ key, state }: HiddenPost): string =>
  `l=${state}:0;rel=${state};nat=*;pur=*;own=${state}.diplomatic-security;m=${key}`;

/** Every second post of which there are records is made one of which its sending State alone may know: the register itself has none. */
export async function hidePosts(mesh: Mesh): Promise<readonly HiddenPost[]> {
  const posts = await inTransaction(mesh.ownerUrlOf('missions'), async (client) => {
    const { rows } = await client.query<HiddenPost>(
      `select id, wikidata_id as key, sending_state as state from mission
        where id in (select mission_id from premises) and sending_state <> 'GBR' order by md5(id)`,
    );
    const hidden = rows.filter((_, at) => at % EVERY === 0);
    const numbers = await allotHandlings(client, hidden.map(handlingOf));
    for (const post of hidden)
      await client.query('update mission set handling_id = $2 where id = $1', [post.id, numbers.get(handlingOf(post))]);
    return hidden;
  });
  for (const name of REFERRING)
    await inTransaction(mesh.ownerUrlOf(name), async (client) => {
      const numbers = await allotHandlings(client, posts.map(handlingOf));
      for (const post of posts)
        await client.query('update mission_ref set existence_handling_id = $2 where id = $1', [
          post.id,
          numbers.get(handlingOf(post)),
        ]);
    });
  await withConnection(mesh.ownerUrlOf('missions'), (owner) =>
    keepWords(
      owner,
      { database: 'missions', table: 'mission' },
      posts.map(({ id }) => id),
    ),
  );
  return posts;
}

/** Takes posts out of the register, as if there had never been any; gives what brings them back. */
export async function withdrawPosts(mesh: Mesh, posts: readonly HiddenPost[]): Promise<() => Promise<void>> {
  const ids = posts.map(({ id }) => id);
  const set = async (at: Date | null): Promise<void> => {
    for (const name of REFERRING)
      await inTransaction(mesh.ownerUrlOf(name), (client) =>
        client.query('update mission_ref set withdrawn_at = $2 where id = any($1)', [ids, at]),
      );
    await inTransaction(mesh.ownerUrlOf('missions'), (client) =>
      client.query('update mission set withdrawn_at = $2 where id = any($1)', [ids, at]),
    );
  };
  await set(new Date());
  return () => set(null);
}
