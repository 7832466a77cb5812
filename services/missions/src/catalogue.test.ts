import { compareCatalogue } from '@chancery/shared/subgraph/testkit/compare-catalogue';
import { expect, it } from '@jest/globals';
import { MIGRATIONS } from './migrations.js';
import { missions } from './service.js';

it('the migrations of posts make every column that an entity declares, of its type, length and nullability', async () => {
  const { schema } = await missions.schema();

  expect(await compareCatalogue(schema, missions.entities, MIGRATIONS)).toEqual([]);
});
