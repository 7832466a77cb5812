import { compareCatalogue } from '@chancery/shared/subgraph/testkit/compare-catalogue';
import { expect, it } from '@jest/globals';
import { MIGRATIONS } from './migrations.js';
import { compliance } from './service.js';

it('the migrations of compliance make every table, link and column that a record declares: its type, length, nullability and words', async () => {
  expect(await compareCatalogue(compliance.tables, MIGRATIONS)).toEqual([]);
});
