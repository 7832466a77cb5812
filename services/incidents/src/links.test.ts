import { randomBytes } from 'node:crypto';
import { withConnection } from '@chancery/shared/postgres/connect';
import { holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { publishWithdrawn } from '@chancery/shared/subgraph/outbox/outbox';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { incidents as declared } from './service.js';
import { caseStudies, type ExerciseData, makeExerciseData } from './testkit/exercise-data.js';
import { runIncidents } from './testkit/running-incidents.js';

const POSTS = ['Q875787', 'Q470042', 'Q1803773'];
const LONDON = '2019-04-11-london-ecu';

let posts: PublishedPosts;
let data: ExerciseData;
let incidents: RunningService;
beforeAll(async () => {
  posts = await publishPosts(POSTS);
  data = makeExerciseData({ posts: POSTS, exercised: POSTS, studies: caseStudies(LONDON) });
  incidents = await runIncidents({ missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
});
afterAll(async () => {
  await incidents[Symbol.asyncDispose]();
  await posts[Symbol.asyncDispose]();
  data[Symbol.dispose]();
});

/** What a service says that starts on the database as it is. */
async function danglingNow(): Promise<string | null> {
  const snapshots = holdSnapshot(sealSnapshot({ number: 1, facts: [], acts: [] }));
  const service = await declared.start({
    ...incidents.database,
    contextKey: randomBytes(32),
    snapshots,
    log: () => undefined,
  });
  try {
    return (await fetch(`${service.url}health`)).headers.get('chancery-dangling-links');
  } finally {
    await service.close();
  }
}

it('a link to a post that is withdrawn leads somewhere, and one to a post that nobody has told of is counted', async () => {
  expect(await danglingNow()).toBe('0');
  const london = posts.ids.get('Q1803773') ?? '';
  await inTransaction(posts.ownerUrl, (client) => publishWithdrawn(client, 'Mission', [london]));
  await incidents.setUp();
  expect(await danglingNow()).toBe('0');

  await withConnection(incidents.database.ownerUrl, (owner) =>
    owner.query(`update incident set mission_id = $1 where reference = '${LONDON}'`, [`mis_${'0'.repeat(26)}`]),
  );
  expect(await danglingNow()).toBe('1');
});

it('a link is counted whose post its owner does not know any more, because its database was put back alone', async () => {
  const [berlin = ''] = [posts.ids.get('Q875787')];
  // As somebody has reported it: no import ties it to a post anew.
  await withConnection(incidents.database.ownerUrl, (owner) =>
    owner.query(`update incident set mission_id = $1, imported_by = null where reference = '${LONDON}'`, [berlin]),
  );
  expect(await danglingNow()).toBe('0');
  const forgotten = await withConnection(posts.ownerUrl, (owner) =>
    owner.query('delete from outbox where id = $1 returning *', [berlin]),
  );
  await incidents.setUp();
  expect(Number(await danglingNow())).toBeGreaterThan(0);

  await withConnection(posts.ownerUrl, async (owner) => {
    for (const { type, id, key, existence_handling, version } of forgotten.rows)
      await owner.query('insert into outbox (type, id, key, existence_handling, version) values ($1, $2, $3, $4, $5)', [
        type,
        id,
        key,
        existence_handling,
        version,
      ]);
  });
  await incidents.setUp();
  expect(await danglingNow()).toBe('0');
});
