import { openServiceDatabase } from '@chancery/shared/subgraph/serving/service-database';
import { publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { walkColumns } from '@chancery/shared/subgraph/testkit/walk-columns';
import { expect, it } from '@jest/globals';
import { intel as service } from './service.js';
import { makeExerciseData } from './testkit/exercise-data.js';
import { runIntel } from './testkit/running-intel.js';

const POSTS = ['Q875787', 'Q470042', 'Q1803773'];

it('no filter and no order of warnings tells of a field that is closed, and each reads its own field', async () => {
  await using posts = await publishPosts(POSTS);
  using data = makeExerciseData(POSTS);
  await using intel = await runIntel({ missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
  const source = await openServiceDatabase(intel.database.serviceUrl, service.entities);

  const problems = await walkColumns(await service.schema(), source);
  await source.destroy();

  expect(problems).toEqual([]);
});
