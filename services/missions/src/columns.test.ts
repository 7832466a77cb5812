import { openServiceDatabase } from '@chancery/shared/subgraph/serving/service-database';
import { walkColumns } from '@chancery/shared/subgraph/testkit/walk-columns';
import { expect, it } from '@jest/globals';
import { missions as service } from './service.js';
import { runMissions } from './testkit/running-missions.js';

// Each of some three hundred fields is asked for in several ways.
const WALKED_WITHIN_MS = 300_000;

it(
  'no filter and no order of posts tells of a field that is closed, and each reads its own field',
  async () => {
    await using missions = await runMissions({ clock: Date.now });
    const source = await openServiceDatabase(missions.database.serviceUrl, service.entities);

    const problems = await walkColumns(await service.schema(), source);
    await source.destroy();

    expect(problems).toEqual([]);
  },
  WALKED_WITHIN_MS,
);
