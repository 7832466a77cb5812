import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FOLDER } from '@chancery/shared/data-folder';
import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { rowVersions } from '@chancery/shared/subgraph/testkit/row-versions';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setupMissions } from './setup-missions.js';

const ALL = readFileSync(join(DATA_FOLDER, 'missions.csv'), 'utf8').trimEnd().split('\n');
const HEAD = ALL[0] ?? '';
const WANTED = ['Q875787', 'Q470042', 'Q3774656'];
const GOOD = ALL.filter((line) => WANTED.some((key) => line.startsWith(`${key},`)));

describe('setting up missions', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await createTestDatabase('setup');
    folder = mkdtempSync(join(tmpdir(), 'missions-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await database.drop();
  });
  beforeEach(() => write(GOOD, WANTED));

  function write(lines: readonly string[], posts: readonly string[], head = HEAD): void {
    writeFileSync(join(folder, 'missions.csv'), `${[head, ...lines].join('\n')}\n`);
    writeFileSync(join(folder, 'synthetic-posts.json'), JSON.stringify(posts));
  }

  async function setUp(): Promise<string[]> {
    const reported: string[] = [];
    await setupMissions({
      ownerUrl: database.ownerUrl,
      dataFolder: folder,
      exercise: true,
      report: (line) => reported.push(line),
    });
    return reported;
  }

  function stored(): Promise<unknown> {
    return inTransaction(database.ownerUrl, async (client) => {
      const tables = [
        'handling order by id',
        'mission order by id',
        'premises order by id',
        'outbox order by sequence',
      ];
      const all: unknown[] = [];
      for (const table of tables) all.push((await client.query(`select * from ${table}`)).rows);
      return all;
    });
  }

  it('loads the register and the exercise premises, and a second time writes nothing', async () => {
    expect((await setUp()).at(-1)).toBe(
      'posts: 3 new or changed, 0 withdrawn, 0 back; exercise premises: 3 new or changed, 0 withdrawn, 0 back',
    );
    const before = await stored();
    expect(before).toEqual([expect.anything(), expect.anything(), expect.anything(), expect.anything()]);
    const versions = await rowVersions(database.ownerUrl);
    expect(versions.mission).toHaveLength(3);
    expect((await setUp()).at(-1)).toBe('posts and exercise premises: as imported before');
    // Not even the version of a row, the number of a sequence or a note that it was looked at.
    expect(await rowVersions(database.ownerUrl)).toEqual(versions);
  });

  it('keeps the id of a post whose facts change, and publishes nothing new about it', async () => {
    const idsOf = async () => JSON.stringify(await stored()).match(/(mis|prm)_[0-9a-z]{26}/g);
    const before = await idsOf();
    write(
      GOOD.map((line) => line.replace(',Berlin,', ',Bonn,')),
      WANTED,
    );
    expect((await setUp()).at(-1)).toBe(
      'posts: 1 new or changed, 0 withdrawn, 0 back; exercise premises: 1 new or changed, 0 withdrawn, 0 back',
    );
    expect(await idsOf()).toEqual(before);
  });

  const seenBy = (what: string): Promise<string[]> =>
    inTransaction(database.ownerUrl, async (client) =>
      (await client.query<{ it: string }>(what)).rows.map(({ it }) => it),
    );

  it('withdraws a post that is no longer in the register, with its premises, and keeps the rows and their history', async () => {
    const [kept = '', gone = '', ...others] = WANTED;
    const rest = [kept, ...others];
    const ids = await seenBy(`select id as it from mission where wikidata_id = '${gone}'`);
    write(
      GOOD.filter((line) => !line.startsWith(`${gone},`)),
      rest,
    );
    expect((await setUp()).at(-1)).toBe(
      'posts: 1 new or changed, 1 withdrawn, 0 back; exercise premises: 1 new or changed, 1 withdrawn, 0 back',
    );
    // The same file in another order is imported again, and moves nothing.
    write(GOOD.filter((line) => !line.startsWith(`${gone},`)).reverse(), rest);
    expect((await setUp()).at(-1)).toBe(
      'posts: 0 new or changed, 0 withdrawn, 0 back; exercise premises: 0 new or changed, 0 withdrawn, 0 back',
    );
    expect(await seenBy('select wikidata_id as it from mission where withdrawn_at is not null')).toEqual([gone]);
    expect(await seenBy('select count(*)::text as it from premises where withdrawn_at is not null')).toEqual(['1']);
    expect(await seenBy(`select row_id || ' ' || what as it from withdrawal where table_name = 'mission'`)).toEqual([
      `${ids} WITHDRAWN`,
    ]);
    expect(await seenBy(`select key as it from outbox where withdrawn and type = 'Mission'`)).toEqual([gone]);
    // And what it had planned, to which records of other services link.
    const plans = await seenBy(`select key as it from outbox where withdrawn and type <> 'Mission'`);
    expect(plans).toContain(`EAP-${gone}-1`);
    expect(plans.filter((key) => !key.includes(`-${gone}-`))).toEqual([]);
  });

  it('has a post that comes back again under its old id, and tells of it', async () => {
    const [, back = ''] = WANTED;
    const ids = await seenBy(`select id as it from mission where wikidata_id = '${back}'`);
    expect((await setUp()).at(-1)).toBe(
      'posts: 0 new or changed, 0 withdrawn, 1 back; exercise premises: 0 new or changed, 0 withdrawn, 1 back',
    );
    expect(await seenBy(`select id as it from mission where wikidata_id = '${back}' and withdrawn_at is null`)).toEqual(
      ids,
    );
    const history = `select what as it from withdrawal where table_name = 'mission' order by sequence`;
    expect(await seenBy(history)).toEqual(['WITHDRAWN', 'RETURNED']);
    const told = `select withdrawn::text as it from outbox where key = '${back}' order by version desc limit 1`;
    expect(await seenBy(told)).toEqual(['false']);
  });

  it('withdraws no row that it has not brought', async () => {
    const other = `mis_${'z'.repeat(26)}`;
    await inTransaction(database.ownerUrl, (client) =>
      client.query(
        `insert into mission (id, handling_id, synthetic, kind, sending_state, receiving_state, also_accredited_to)
         select $1, min(id), false, 'EMBASSY', 'USA', 'DEU', '{}' from handling`,
        [other],
      ),
    );
    write([...GOOD].reverse(), WANTED);
    expect(await setUp()).toContainEqual(expect.stringMatching(/^posts: 0 new or changed, 0 withdrawn, 0 back/));
    expect(await seenBy(`select id as it from mission where id = '${other}' and withdrawn_at is null`)).toEqual([
      other,
    ]);
    await inTransaction(database.ownerUrl, (client) => client.query('delete from mission where id = $1', [other]));
  });

  it('names every bad row by line and reason, and loads nothing', async () => {
    const before = await stored();
    const bad = [
      'x1,EMBASSY,USA,DEU,City,1.0000,1.0000,,',
      'Q1,CASTLE,USA,DEU,City,1.0000,1.0000,,',
      'Q2,EMBASSY,US,DEU,City,91.0000,1.0000,,',
      'Q3,EMBASSY,USA,DEU,City,1.0000,,,',
      'Q4,EMBASSY,USA,DEU,City',
      'Q5,EMBASSY,USA,DEU,City,,,FRA|x,20',
      'Q6,EMBASSY,USA,DEU,,,,,,Mitte',
      'Q7,EMBASSY,USA,DEU,City,,,FRA|DEU,,',
      ...GOOD.slice(0, 1),
    ];
    write([...GOOD, ...bad], WANTED);
    const refusal: unknown = await setUp().then(
      () => null,
      (error: unknown) => error,
    );
    const lines = String(refusal).split('\n');
    expect(lines[0]).toBe('ClientError: `missions.csv` was refused, nothing was loaded');
    for (const expected of [
      'line 5: `wikidata_id` is not a Wikidata item',
      'line 6: `kind` is not a kind of post',
      'line 7: `sending_state` is not a State',
      'line 7: `latitude` is out of range',
      'line 8: `longitude` comes together with latitude',
      'line 10: `also_accredited_to` is not a list of States',
      'line 10: `opened_year` is not a year',
      'line 11: `district` is a district of no city',
      'line 12: `also_accredited_to` names a State twice',
    ]) {
      expect(lines).toContain(expected);
    }
    expect(lines.filter((line) => line.startsWith('line 9:'))).not.toEqual([]);
    expect(lines.at(-1)).toMatch(/^line 13: `Q\d+` is on line \d already$/);
    expect(await stored()).toEqual(before);
  });

  it('withdraws what was made up when it is set up for real agencies', async () => {
    await setupMissions({ ownerUrl: database.ownerUrl, dataFolder: folder, exercise: false, report: () => undefined });
    expect(await seenBy('select id as it from premises where withdrawn_at is null')).toEqual([]);
    expect(await seenBy('select id as it from mission where withdrawn_at is null')).toHaveLength(3);
    await setUp();
    expect(await seenBy('select id as it from premises where withdrawn_at is null')).toHaveLength(3);
  });

  it('refuses a file of other columns', async () => {
    write(GOOD, WANTED, HEAD.replace('kind', 'type'));
    await expect(setUp()).rejects.toThrow('line 1: columns are');
  });

  it('loads no post when a premises has none to stand at', async () => {
    const before = await stored();
    const [other = ''] = ALL.slice(1);
    write([...GOOD, other], [...WANTED, 'Q999999999']);
    await expect(setUp()).rejects.toThrow('exercise posts are not in the register: `Q999999999`');
    expect(await stored()).toEqual(before);
  });
});
