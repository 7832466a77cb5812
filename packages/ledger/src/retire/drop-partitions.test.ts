import { withConnection } from '@chancery/shared/postgres/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { dropPartitions } from './drop-partitions.js';

const ENTRIES = 1_048_576;

describe('partitions that lie before a cut', () => {
  let ledger: TestLedger;
  beforeAll(async () => {
    ledger = await createTestLedger('drop');
    for (const place of [2, 4]) {
      await ledger.tamper(`update audit_head set size = $1, peaks = ''`, [place * ENTRIES]);
      await ledger.tamper('select audit_open_partitions(1)');
    }
  });
  afterAll(() => ledger.close());
  const partitions = async () => {
    const { rows } = await ledger.tamper(
      `select relname as name from pg_class where relkind = 'r' and relname ~ '^audit_(entry|sidecar|leaf_hash)_1' order by 1`,
    );
    return rows.map(({ name }) => name);
  };
  const of = (...places: readonly number[]) =>
    ['audit_entry', 'audit_leaf_hash', 'audit_sidecar'].flatMap((table) =>
      places.map((place) => `${table}_1_${place}`),
    );
  const drop = (end: number) => withConnection(ledger.database.ownerUrl, (owner) => dropPartitions(owner, 1, end));

  it('are dropped whole, and no other, also those of a drop that was broken off', async () => {
    expect(await partitions()).toEqual(of(0, 1, 2, 3, 4, 5));
    await drop(ENTRIES - 256);
    expect(await partitions()).toEqual(of(0, 1, 2, 3, 4, 5));
    await ledger.tamper('alter table audit_sidecar detach partition audit_sidecar_1_1');
    await drop(2 * ENTRIES + 256);
    expect(await partitions()).toEqual(of(2, 3, 4, 5));
    await drop(3 * ENTRIES);
    expect(await partitions()).toEqual(of(3, 4, 5));
  });

  it('hold up nobody: an entry is inserted while one of them waits for whoever still reads it', async () => {
    await withConnection(ledger.database.loaderUrl, async (reader) => {
      await reader.query('begin; select count(*) from audit_entry');
      const dropping = drop(4 * ENTRIES);
      // It waits for the reader, and not in the way of others.
      for (let waiting = 0; waiting === 0; ) {
        const { rows } = await ledger.tamper(
          `select count(*)::int as n from pg_stat_activity where query like '%detach partition%concurrently' and wait_event_type = 'Lock'`,
        );
        waiting = rows[0].n;
      }
      await ledger.tamper(`insert into audit_entry values (1, $1, '{}')`, [4 * ENTRIES]);
      await reader.query('commit');
      await dropping;
    });
    expect(await partitions()).toEqual(of(4, 5));
  });
});
