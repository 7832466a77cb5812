import { DATA_FOLDER } from '@chancery/shared/data-folder';
import { openServiceDatabase } from '@chancery/shared/subgraph/serving/service-database';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { walkColumns } from '@chancery/shared/subgraph/testkit/walk-columns';
import { expect, it } from '@jest/globals';
import { compliance as service } from './service.js';
import { exercisePosts } from './testkit/exercise-posts.js';
import { runCompliance } from './testkit/running-compliance.js';

const POSTS = exercisePosts(12);
const STARTED_WITHIN_MS = 60_000;

it(
  'no filter and no order of the register and of acts tells of a field that is closed, and each reads its own field',
  async () => {
    await using posts = await publishPosts(POSTS);
    await using running = await runCompliance({
      ...demoLaw(),
      missionsOwnerUrl: posts.ownerUrl,
      dataFolder: DATA_FOLDER,
    });
    const source = await openServiceDatabase(running.database.serviceUrl, service.entities);

    const problems = await walkColumns(await service.schema(), source);
    await source.destroy();

    expect(problems).toEqual([]);
  },
  STARTED_WITHIN_MS,
);
