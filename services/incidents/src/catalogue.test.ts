import { compareCatalogue } from '@chancery/shared/subgraph/testkit/compare-catalogue';
import { expect, it } from '@jest/globals';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations.js';
import { buildIncidentsSchema } from './schema.js';

it('the migrations of incidents make every column that an entity declares, of its type, length and nullability', async () => {
  const { schema } = await buildIncidentsSchema();

  expect(await compareCatalogue(schema, ENTITIES, MIGRATIONS)).toEqual([]);
});
