import { openServiceDatabase } from '@chancery/shared/subgraph/serving/service-database';
import { publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { walkColumns } from '@chancery/shared/subgraph/testkit/walk-columns';
import { expect, it } from '@jest/globals';
import { incidents as service } from './service.js';
import { caseStudies, makeExerciseData } from './testkit/exercise-data.js';
import { runIncidents } from './testkit/running-incidents.js';

// Each of some two hundred and fifty fields is asked for in several ways.
const WALKED_WITHIN_MS = 300_000;
const POSTS = ['Q875787', 'Q470042', 'Q1803773'];

it(
  'no filter and no order of incidents tells of a field that is closed, and each reads its own field',
  async () => {
    await using posts = await publishPosts(POSTS);
    using data = makeExerciseData({ posts: POSTS, exercised: POSTS, studies: caseStudies('Tehran') });
    await using incidents = await runIncidents({ missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
    const source = await openServiceDatabase(incidents.database.serviceUrl, service.entities);

    const problems = await walkColumns(await service.schema(), source);
    await source.destroy();

    expect(problems).toEqual([]);
  },
  WALKED_WITHIN_MS,
);
