import { withConnection } from '@chancery/shared/postgres/connect';
import { migrate } from '@chancery/shared/postgres/migrate';
import { createTestDatabase } from '@chancery/shared/postgres/test-database';
import { expect, it } from '@jest/globals';
import { MIGRATIONS } from '../migrations.js';

// An index of hashes goes through all rows of one value to add another: with a table of millions each row cost more than the one before.
it('finds rows of the audit by hashes only of what hardly two rows have in common', async () => {
  const database = await createTestDatabase('audit_tables');
  try {
    await migrate(database.ownerUrl, MIGRATIONS);
    const { rows } = await withConnection(database.ownerUrl, (owner) =>
      owner.query<{ table: string; of: string }>(
        `select tablename as table, regexp_replace(indexdef, '.*USING hash \\(([^)]*)\\)', '\\1') as of from pg_indexes
          where tablename in ('audit_entry', 'audited_access') and indexdef like '%USING hash%' order by 1, 2`,
      ),
    );
    expect(rows.map(({ table, of }) => `${table} ${of}`)).toEqual([
      'audit_entry receipt',
      'audit_entry trace',
      'audited_access receipt',
    ]);
  } finally {
    await database.drop();
  }
});
