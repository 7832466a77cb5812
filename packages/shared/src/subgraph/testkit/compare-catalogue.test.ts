import { expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { defineEnum } from '../../schema/define-enum.js';
import { declaredTableOf } from '../record/declared-table-of.js';
import { Count, Day, Flag, Moment, Text, Word } from '../record/decorators.js';
import { Labelled, recordOf } from '../record/record.js';
import { Recorded } from '../record/recorded.js';
import { compareCatalogue } from './compare-catalogue.js';

const Colour = defineEnum('SheetColour', 'Colour of a sheet.', ['RED', 'BLUE']);
type Colour = keyof typeof Colour;
const EXISTENCE = { is: 'EXISTENCE', says: 'Something.' } as const;

@Recorded({ name: 'Sheet', prefix: 'she', says: 'A sheet.' })
class Sheet extends Labelled {
  @Text({ ...EXISTENCE, length: 400 })
  title!: string;

  @Count(EXISTENCE)
  weight!: number;

  @Flag({ ...EXISTENCE, nullable: true })
  isHeavy!: boolean | null;

  @Word(Colour, EXISTENCE)
  colour!: Colour;

  @Word(Colour, EXISTENCE)
  back!: Colour;

  @Day({ ...EXISTENCE, nullable: true })
  madeOn!: string | null;

  @Moment({ ...EXISTENCE, nullable: true })
  sentAt!: Date | null;
}

class CreateOtherSheets1790000000000 implements MigrationInterface {
  readonly name = 'CreateOtherSheets1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table sheet (id text primary key, handling_id integer not null, synthetic boolean not null,
      title varchar(40) not null, weight text not null, is_heavy boolean not null,
      colour text not null check (colour in ('RED', 'BLUE', 'GREEN')), back text not null check (back in ('BLUE', 'RED')),
      made_on date)`);
  }

  async down(): Promise<void> {}
}

it('a column that is missing, of another type or length, of other nullability or other words than declared is found', async () => {
  const declared = recordOf(Sheet);
  const tables = declared === undefined ? [] : [declaredTableOf(declared)];

  expect(await compareCatalogue(tables, [CreateOtherSheets1790000000000])).toEqual([
    'sheet.title is varchar(40), declared is varchar(400)',
    'sheet.weight is text, declared is integer',
    'sheet.is_heavy may not be null, declared is the contrary',
    'sheet.colour is not held to its words',
    'no migration makes sheet.sent_at',
    'sheet is not bound to what a viewer sees',
    'nobody counts the rows of sheet',
    'rows of sheet are not found by an index',
    'rows of sheet are not read in order, or counted, from an index by synthetic',
  ]);
  expect(await compareCatalogue(tables, [])).toEqual(['no migration makes sheet']);
});
