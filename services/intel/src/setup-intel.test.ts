import { readFileSync } from 'node:fs';
import { DATA_FOLDER } from '@chancery/shared/data-folder';
import { createTestDatabase } from '@chancery/shared/postgres/test-database';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { registerFolder } from '@chancery/shared/subgraph/testkit/register-folder';
import { rowVersions } from '@chancery/shared/subgraph/testkit/row-versions';
import { describe, expect, it } from '@jest/globals';
import { setupIntel } from './setup-intel.js';

const POSTS = ['Q875787', 'Q470042', 'Q1803773'];

async function storedRows(ownerUrl: string): Promise<{ id: string; reference: string; missions: string[] }[]> {
  return inTransaction(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; reference: string; missions: string[] }>(
      `select w.id, w.reference, array_agg(r.key order by r.key) as missions
         from warning w join warning_mission l on l.warning_id = w.id join mission_ref r on r.id = l.mission_id
        group by w.id order by w.reference`,
    );
    return rows;
  });
}

async function withdrawnOf(ownerUrl: string): Promise<number | null> {
  const found = await inTransaction(ownerUrl, (client) =>
    client.query('select from warning where withdrawn_at is not null'),
  );
  return found.rowCount;
}

describe('the setup of intel', () => {
  it('makes the same warnings again without a change, and rows that are bound to a viewer', async () => {
    using data = registerFolder(POSTS);
    await using posts = await publishPosts(POSTS);
    const database = await createTestDatabase('intel');
    const reported: string[] = [];
    const options = {
      ownerUrl: database.ownerUrl,
      missionsOwnerUrl: posts.ownerUrl,
      dataFolder: data.folder,
      exercise: true,
      report: (line: string) => reported.push(line),
    };
    await setupIntel(options);
    const before = await storedRows(database.ownerUrl);
    const versions = await rowVersions(database.ownerUrl);
    await setupIntel(options);
    expect(await rowVersions(database.ownerUrl)).toEqual(versions);

    expect(before).toHaveLength(30);
    expect(before[4]).toMatchObject({ reference: 'W-0005', missions: ['Q470042', 'Q875787'] });
    expect(await storedRows(database.ownerUrl)).toEqual(before);
    expect(reported.at(-1)).toBe('exercise warnings: as imported before');

    // The login role of requests reads no row without the handlings of a viewer, links included.
    for (const table of ['warning', 'warning_mission', 'mission_ref']) {
      const { rows } = await inTransaction(database.serviceUrl, (client) => client.query(`select from ${table}`));
      expect(rows).toEqual([]);
    }
    await database.drop();
  });

  it('loads nothing when a warning concerns a post that is not published', async () => {
    using data = registerFolder(POSTS);
    await using posts = await publishPosts(['Q875787', 'Q1803773']);
    const database = await createTestDatabase('intel');
    const setup = setupIntel({
      ownerUrl: database.ownerUrl,
      missionsOwnerUrl: posts.ownerUrl,
      dataFolder: data.folder,
      exercise: true,
      report: () => undefined,
    });

    await expect(setup).rejects.toThrow('warning `W-0004` concerns `Q470042`, which is not published');
    expect(await storedRows(database.ownerUrl)).toEqual([]);
    await database.drop();
  });

  it('loads no made-up warning for a service that exercises nothing', async () => {
    using data = registerFolder(POSTS);
    await using posts = await publishPosts(POSTS);
    const database = await createTestDatabase('intel');
    const set = {
      ownerUrl: database.ownerUrl,
      missionsOwnerUrl: posts.ownerUrl,
      dataFolder: data.folder,
      report: () => undefined,
    };
    await setupIntel({ ...set, exercise: false });
    expect(await storedRows(database.ownerUrl)).toEqual([]);

    // Those of a demonstration on the same database are withdrawn.
    await setupIntel({ ...set, exercise: true });
    expect(await withdrawnOf(database.ownerUrl)).toBe(0);
    await setupIntel({ ...set, exercise: false });
    expect(await withdrawnOf(database.ownerUrl)).toBe(30);
    await database.drop();
  });

  it("hangs the project's exercises on listed posts alone", async () => {
    const listed = JSON.parse(readFileSync(`${DATA_FOLDER}/synthetic-posts.json`, 'utf8')) as string[];
    await using posts = await publishPosts(listed);
    const database = await createTestDatabase('intel');
    await setupIntel({
      ownerUrl: database.ownerUrl,
      missionsOwnerUrl: posts.ownerUrl,
      dataFolder: DATA_FOLDER,
      exercise: true,
      report: () => undefined,
    });

    const used = new Set((await storedRows(database.ownerUrl)).flatMap((row) => row.missions));
    expect([...used].filter((key) => !listed.includes(key))).toEqual([]);
    expect(used.size).toBeGreaterThan(10);
    await database.drop();
  });
});
