import { expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { buildFederatedSchema } from '../serving/federated-schema.js';
import { compareCatalogue } from './compare-catalogue.js';
import { Note } from './note.entity.js';
import { NoteResolver, notes } from './note.resolver.js';

class CreateOtherNotes1790000000000 implements MigrationInterface {
  readonly name = 'CreateOtherNotes1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table note (id text primary key, handling_id integer not null, title varchar(40),
      weight text, is_heavy boolean not null, made_on date)`);
  }

  async down(): Promise<void> {}
}

it('a column that is missing, of another type or length, or of other nullability than declared is found', async () => {
  const { schema } = await buildFederatedSchema({ resolvers: [NoteResolver], references: {}, connections: [notes] });

  expect(await compareCatalogue(schema, [Note], [CreateOtherNotes1790000000000])).toEqual([
    'note.title: length is 40, declared is 400',
    'note.weight: type is text, declared is integer',
    'Note.weight: Int is not what text holds',
    'note.is_heavy: isNullable is false, declared is true',
    'Note.sentAt: no migration makes note.sent_at',
  ]);
});
