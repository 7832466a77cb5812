import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { withConnection } from '../../postgres/connect.js';
import { Note } from '../testkit/note.entity.js';
import { notes as connection } from '../testkit/note.resolver.js';
import { type RunningNotes, runNotes } from '../testkit/running-notes.js';
import { LinkCheck } from './link-check.js';
import { openServiceDatabase } from './service-database.js';

const HIDDEN = 'l=USA:3;rel=USA;nat=USA;pur=*;own=USA.diplomatic-security';
const ID = `not_${'a'.repeat(26)}`;

describe('a count of links', () => {
  let notes: RunningNotes;
  let database: DataSource;
  let check: LinkCheck;
  const logged: string[] = [];
  beforeAll(async () => {
    notes = await runNotes([{ id: ID, handling: HIDDEN, tags: ['x', 'y'] }]);
    database = await openServiceDatabase(notes.database.serviceUrl, [Note]);
    const log = (line: object) => logged.push(JSON.stringify(line));
    check = await LinkCheck.open({ database, connections: [connection, connection], capacity: () => 64, log });
  });
  afterAll(async () => {
    await check.close();
    await database.destroy();
    await notes[Symbol.asyncDispose]();
  });

  const asOwner = (text: string) => withConnection(notes.database.ownerUrl, (owner) => owner.query(text));

  it('is of those alone that lead nowhere, whoever may see the rows', async () => {
    expect(check.dangling).toBe(0);
    await asOwner(`insert into note_tag values ('${ID}', 'nobody has told of it')`);
    await check.look();
    expect(check.dangling).toBe(1);
    expect(logged).toEqual([expect.stringContaining('1 links lead to rows')]);
    expect(logged.join()).not.toContain('nobody has told of it');

    await asOwner(`delete from note_tag where tag = 'nobody has told of it'`);
    await check.look();
    expect(check.dangling).toBe(0);
  });

  it('stands when it cannot be made anew, and no transaction keeps what it may see', async () => {
    await asOwner('alter table tag rename to tag_away');
    await check.look();
    expect(check.dangling).toBe(0);
    expect(logged.at(-1)).toContain('cannot be counted');
    await asOwner('alter table tag_away rename to tag');
    await check.look();

    const seen = await Promise.all(Array.from({ length: 12 }, () => database.query('select id from note')));
    expect(seen.flat()).toEqual([]);
  });
});
