import { migrate } from '@chancery/shared/postgres/migrate';
import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import { STALE_AFTER_MS } from '@chancery/shared/snapshot/current-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MIGRATIONS } from '../migrations.js';
import { LawPublisher } from './law-publisher.js';
import { readLaw } from './read-law.js';
import { countFrom, seedActsOfLaw, seedFactsOfLaw } from './seed-law.js';

const STARTED_WITHIN_MS = 300_000;
const WAITED_MS = 20_000;
const NOBODY = new AbortController().signal;
/** So rarely that only a notice can be what was heard. */
const SELDOM_MS = 3_600_000;

const fact = (m: string): Fact => ({
  ...{ m, sending: 'USA', receiving: 'DEU', regime: 'VCDR', legalStatus: 'ESTABLISHED', protectingPower: null },
  ...{ from: '2026-01-01', until: null },
});
const act = (id: string, v = 1): Act => ({
  ...{ id: `act_${id}`, v, kind: 'CONSENT', by: { represents: 'USA', office: 'HEAD_OF_MISSION' } },
  ...{ to: { represents: 'DEU', agencies: ['*'] }, from: '2026-09-21T12:00:00Z', until: null, written: true },
  scope: { missions: ['Q1'], keys: [], persons: [], categories: ['*'] },
  ...{ ref: null, revokedAt: v === 1 ? null : '2026-09-21T13:00:00Z' },
});

describe('whoever publishes the law', () => {
  let database: TestDatabase;
  const logged: object[] = [];
  const log = (line: object): void => void logged.push(line);
  const open = (pollMs = SELDOM_MS) => LawPublisher.open({ loaderUrl: database.loaderUrl, log, pollMs });
  beforeAll(async () => {
    database = await createTestDatabase('law');
    await migrate(database.ownerUrl, MIGRATIONS);
    await inTransaction(database.ownerUrl, async (client) => {
      await seedFactsOfLaw(client, [fact('Q1'), fact('Q2')]);
      await seedActsOfLaw(client, [act('seed')]);
      await countFrom(client, 1_000_000);
    });
  }, STARTED_WITHIN_MS);
  afterAll(() => database.drop());

  const enact = (...acts: Act[]) =>
    inTransaction(database.ownerUrl, async (client) => {
      for (const each of acts) {
        const text = 'insert into law_act (id, v, act) values ($1, $2, $3)';
        await client.query(text, [each.id, each.v, JSON.stringify(each)]);
      }
    });
  const ids = (publisher: LawPublisher): string[] =>
    publisher.view().snapshot.acts.map(({ id, v, revokedAt }) => `${id}@${v}${revokedAt === null ? '' : ' revoked'}`);
  const numbers = async (): Promise<unknown[]> =>
    (
      await inTransaction(database.ownerUrl, (c) =>
        c.query('select number::int, digest from snapshot_number order by 1'),
      )
    ).rows;

  it('counts from where it is told, publishes what is committed as soon as it is, and the last version of each act', async () => {
    await using publisher = await open();
    expect(publisher.view()).toMatchObject({ stale: false, snapshot: { number: 1_000_001 } });
    expect(publisher.view().snapshot.facts.map(({ m }) => m)).toEqual(['Q1', 'Q2']);

    const changed = publisher.changed(WAITED_MS, NOBODY);
    await enact(act('one'));
    await changed;
    expect(ids(publisher)).toEqual(['act_one@1', 'act_seed@1']);
    const again = publisher.changed(WAITED_MS, NOBODY);
    await enact(act('one', 2));
    await again;
    expect(publisher.view().snapshot.number).toBe(1_000_003);
    expect(ids(publisher)).toEqual(['act_one@2 revoked', 'act_seed@1']);
  });

  it('has the digest that sealing alone gives, and keeps the last few to tell differences of', async () => {
    await using publisher = await open();
    const { snapshot } = publisher.view();
    expect(sealSnapshot(snapshot).digest).toBe(snapshot.digest);
    const changed = publisher.changed(WAITED_MS, NOBODY);
    await enact(act('two'));
    await changed;
    expect(publisher.current.kept(snapshot.digest)).toBe(snapshot);
    expect(publisher.view().snapshot.facts).toBe(snapshot.facts);
  });

  it('goes on by the same number after a restart, and is read beside it under that number', async () => {
    const before = await open();
    const { number, digest } = before.view().snapshot;
    await before[Symbol.asyncDispose]();
    await using after = await open();
    expect(after.view().snapshot).toMatchObject({ number, digest });
    expect(await readLaw(database.loaderUrl, log)).toMatchObject({ number, digest });
  });

  it('hears of changes by looking, where no notice came', async () => {
    await using publisher = await open(50);
    const changed = publisher.changed(WAITED_MS, NOBODY);
    await inTransaction(database.ownerUrl, async (client) => {
      await client.query('alter table law_act disable trigger told');
      const text = 'insert into law_act (id, v, act) values ($1, 1, $2)';
      await client.query(text, ['act_unheard', JSON.stringify(act('unheard'))]);
      await client.query('alter table law_act enable trigger told');
    });
    await changed;
    expect(ids(publisher)).toContain('act_unheard@1');
  });

  it('beside another never gives one number to two contents, nor a later number to an older law', async () => {
    await using one = await open();
    await using two = await open();
    const seen = new Map<number, Set<string>>();
    const watch = (publisher: LawPublisher): void => {
      const { number, acts } = publisher.view().snapshot;
      seen.set(number, new Set([...(seen.get(number) ?? []), acts.map(({ id }) => id).join()]));
    };
    for (let each = 0; each < 10; each += 1) {
      await Promise.all([enact(act(`a${each}`)), enact(act(`b${each}`)), one.confirm(), two.confirm()]);
      await Promise.all([one.confirm(), two.confirm()]);
      for (const publisher of [one, two]) watch(publisher);
    }
    for (const contents of seen.values()) expect(contents.size).toBe(1);
    const counts = [...seen].sort(([a], [b]) => a - b).map(([, [content = '']]) => content.split(',').length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(one.view().snapshot).toMatchObject({
      number: two.view().snapshot.number,
      digest: two.view().snapshot.digest,
    });
    const rows = await numbers();
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
  });

  it(
    'that cannot read the law publishes no guess: it goes stale, and is fresh again when it can',
    async () => {
      await using publisher = await open(50);
      const name = database.database;
      await inTransaction(database.adminUrl, async (admin) => {
        await admin.query(`alter database ${name} allow_connections false`);
      });
      await inTransaction(database.adminUrl, (admin) =>
        admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]),
      );
      while (!publisher.view().stale) await publisher.confirm();
      expect(publisher.lagMs()).toBeGreaterThan(STALE_AFTER_MS);
      await inTransaction(database.adminUrl, (admin) => admin.query(`alter database ${name} allow_connections true`));
      while (publisher.view().stale) await publisher.confirm();
      expect(logged).toContainEqual(expect.objectContaining({ event: 'law' }));
    },
    WAITED_MS,
  );

  it('reads no record, and a command that adds an act reads none of the law', async () => {
    const refused = (url: string, text: string) =>
      expect(inTransaction(url, (client) => client.query(text))).rejects.toThrow(/permission denied/);
    await refused(database.loaderUrl, 'select * from legal_act');
    await refused(database.loaderUrl, `insert into law_act (id, v, act) values ('act_x', 1, '{}')`);
    await refused(database.serviceUrl, 'select * from law_act');
    await refused(database.serviceUrl, 'update law_act set v = 9');
    await refused(database.serviceUrl, 'delete from law_act');
    await refused(database.serviceUrl, 'select * from snapshot_number');
  });
});
