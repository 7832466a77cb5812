import { compareCatalogue } from '@chancery/shared/subgraph/testkit/compare-catalogue';
import { expect, it } from '@jest/globals';
import { MIGRATIONS } from './migrations.js';
import { intel } from './service.js';

it('the migrations of warnings make every column that an entity declares, of its type, length and nullability', async () => {
  const { schema } = await intel.schema();

  expect(await compareCatalogue(schema, intel.entities, MIGRATIONS)).toEqual([]);
});
