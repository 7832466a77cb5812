import { DATA_FOLDER } from '@chancery/shared/data-folder';
import { withConnection } from '@chancery/shared/postgres/connect';
import { openServiceDatabase } from '@chancery/shared/subgraph/serving/service-database';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW } from '@chancery/shared/subgraph/testkit/persona-profile';
import { publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { walkColumns } from '@chancery/shared/subgraph/testkit/walk-columns';
import { HandlingTable } from '@chancery/shared/subgraph/visibility/handling-table';
import { expect, it } from '@jest/globals';
import { projectPage } from './audit/projection.js';
import { compliance as service } from './service.js';
import { exercisePosts } from './testkit/exercise-posts.js';
import { followedEntry } from './testkit/followed-entry.js';
import { runCompliance } from './testkit/running-compliance.js';
import { tellingOf } from './testkit/telling.js';

const POSTS = exercisePosts(12);
const WALKED_WITHIN_MS = 300_000;

it(
  'no filter and no order of the register and of acts tells of a field that is closed, and each reads its own field',
  async () => {
    await using posts = await publishPosts(POSTS);
    await using running = await runCompliance({
      ...demoLaw(),
      missionsOwnerUrl: posts.ownerUrl,
      dataFolder: DATA_FOLDER,
    });
    await withConnection(running.database.loaderUrl, async (client) => {
      const handlings = await HandlingTable.open({ ...running.database, clock: () => NOW, log: () => undefined });
      const agencies = ['USA.consular', 'DEU.police', 'GBR.foreign-ministry', 'USA.diplomatic-security'];
      await projectPage(
        client,
        handlings,
        agencies.map((agency, index) => followedEntry(index, agency)),
        tellingOf('deu.police'),
      );
      await handlings.close();
    });
    const source = await openServiceDatabase(running.database.serviceUrl, service.entities);

    const problems = await walkColumns(await service.schema(), source);
    await source.destroy();

    expect(problems).toEqual([]);
  },
  WALKED_WITHIN_MS,
);
