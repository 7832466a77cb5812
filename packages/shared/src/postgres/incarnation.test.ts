import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withConnection } from './connect.js';
import { continueTogether } from './incarnation.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

let folder: string;
let missions: TestDatabase;
let intel: TestDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-incarnation-'));
  missions = await createTestDatabase('missions');
  intel = await createTestDatabase('intel');
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await missions.drop();
  await intel.drop();
});

const file = () => join(folder, 'databases.json');
const start = () => continueTogether(file(), { missions, intel });
const run = (database: TestDatabase, sql: string) => withConnection(database.ownerUrl, (owner) => owner.query(sql));

describe('the databases of a data folder', () => {
  it('go on together, start after start', async () => {
    for (let n = 1; n <= 3; n += 1) {
      await start();
      const { rows } = await run(intel, 'select starts::int from incarnation');
      expect(rows).toEqual([{ starts: n }]);
    }
  });

  it('are refused when one of them was lost and made anew', async () => {
    await start();
    await run(missions, 'drop table incarnation');
    await expect(start()).rejects.toThrow('`missions` is new and empty, and there was one before');
  });

  it('are refused when one of them was put back to an older state, and nothing is counted', async () => {
    await start();
    await run(missions, 'create table kept as table incarnation');
    await start();
    await run(missions, 'delete from incarnation; insert into incarnation table kept');
    await expect(start()).rejects.toThrow('`missions` is of an older state than the others');
    const { rows } = await run(intel, 'select starts::int from incarnation');
    expect(rows).toEqual([{ starts: 2 }]);

    // As the message says: an operator who wants to go on with these all the same.
    rmSync(file());
    await start();
    await start();
  });

  it('are refused when one of them is another of the same name', async () => {
    await start();
    await run(intel, 'update incarnation set id = gen_random_uuid()');
    await expect(start()).rejects.toThrow('`intel` has another history');
  });

  it('go on after a start that was broken off between two of them', async () => {
    await start();
    const memory = JSON.parse(readFileSync(file(), 'utf8')) as object;
    writeFileSync(file(), JSON.stringify({ ...memory, begun: 2 }));
    await run(missions, 'update incarnation set starts = 2');
    await start();
    const { rows } = await run(intel, 'select starts::int from incarnation');
    expect(rows).toEqual([{ starts: 3 }]);
  });

  it('go on when all were put back to one moment together with what remembers them', async () => {
    await start();
    const memory = readFileSync(file(), 'utf8');
    for (const database of [missions, intel]) await run(database, 'create table kept as table incarnation');
    await start();
    for (const database of [missions, intel]) {
      await run(database, 'delete from incarnation; insert into incarnation table kept');
    }
    writeFileSync(file(), memory);
    await start();
  });
});
