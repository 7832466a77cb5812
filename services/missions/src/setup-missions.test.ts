import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setupMissions } from './setup-missions.js';
import { DATA_FOLDER } from './testkit/running-missions.js';

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

  it('loads the register and the exercise premises, and a second time changes nothing', async () => {
    expect((await setUp()).at(-1)).toBe('posts: 3 new or changed; exercise premises: 3 new or changed');
    const before = await stored();
    expect(before).toEqual([expect.anything(), expect.anything(), expect.anything(), expect.anything()]);
    expect((await setUp()).at(-1)).toBe('posts: 0 new or changed; exercise premises: 0 new or changed');
    expect(await stored()).toEqual(before);
  });

  it('keeps the id of a post whose facts change, and publishes nothing new about it', async () => {
    const idsOf = async () => JSON.stringify(await stored()).match(/(mis|prm)_[0-9a-z]{26}/g);
    const before = await idsOf();
    write(
      GOOD.map((line) => line.replace(',Berlin,', ',Bonn,')),
      WANTED,
    );
    expect((await setUp()).at(-1)).toBe('posts: 1 new or changed; exercise premises: 1 new or changed');
    expect(await idsOf()).toEqual(before);
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
