import { compareCatalogue } from '@chancery/shared/subgraph/testkit/compare-catalogue';
import { expect, it } from '@jest/globals';
import { MIGRATIONS } from './migrations.js';
import { incidents } from './service.js';

it('the migrations of incidents make every column that an entity declares, of its type, length and nullability', async () => {
  const { schema } = await incidents.schema();

  expect(await compareCatalogue(schema, incidents.entities, MIGRATIONS)).toEqual([]);
});
