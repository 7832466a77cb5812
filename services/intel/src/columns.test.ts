import { openServiceDatabase } from '@chancery/shared/subgraph/serving/service-database';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { registerFolder } from '@chancery/shared/subgraph/testkit/register-folder';
import { walkColumns } from '@chancery/shared/subgraph/testkit/walk-columns';
import { expect, it } from '@jest/globals';
import { intel as service } from './service.js';
import { runIntel } from './testkit/running-intel.js';

const WALKED_WITHIN_MS = 300_000;
const POSTS = ['Q875787', 'Q470042', 'Q1803773'];

it(
  'no filter and no order of warnings tells of a field that is closed, and each reads its own field',
  async () => {
    await using posts = await publishPosts(POSTS);
    using data = registerFolder(POSTS);
    await using intel = await runIntel({ ...demoLaw(), missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
    const source = await openServiceDatabase(intel.database.serviceUrl, service.entities);

    const problems = await walkColumns(await service.schema(), source);
    await source.destroy();

    expect(problems).toEqual([]);
  },
  WALKED_WITHIN_MS,
);
