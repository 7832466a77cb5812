import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';

const SUCCESSION_OFFICES = [
  'HEAD_OF_MISSION',
  'HEAD_OF_POST',
  'SECURITY_OFFICER',
  'CONSULAR_SECTION',
  'COMMUNICATIONS',
] as const;
/** An office that must never be empty. */
export const SuccessionOffice = defineEnum(
  'SuccessionOffice',
  'An office that must never be empty.',
  SUCCESSION_OFFICES,
  'a succession office',
);
export type SuccessionOffice = keyof typeof SuccessionOffice;

/** Who takes over at a post when the one before cannot be reached, VCDR 19. */
@Recorded({
  name: 'SuccessionLine',
  prefix: 'suc',
  says: 'Who takes over at a post when the one before cannot be reached, VCDR 19.',
})
export class SuccessionLine extends Labelled {
  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'successionLines', is: 'EXISTENCE', says: 'Who takes over there, in order.' },
  })
  mission?: Mission | null;

  @Text({ is: 'PREPAREDNESS', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(SuccessionOffice, { is: 'PREPAREDNESS', says: 'The office.', filter: true })
  office!: SuccessionOffice;

  @Count({ is: 'PREPAREDNESS', says: 'Place in the line.', least: 1, order: true })
  position!: number;

  @Text({ is: 'PREPAREDNESS', says: 'Code of the post holder.' })
  holderRole!: string;

  @Day({ is: 'PREPAREDNESS', says: 'When the receiving State was told, VCDR 19(1).', order: true, nullable: true })
  notifiedOn!: string | null;
}

export const successionLines = aggregateOf(SuccessionLine, {
  one: 'successionLine',
  many: 'successionLines',
  noun: 'place in a line of succession',
  nouns: 'lines of succession',
  commands: keep<SuccessionLine>()({
    field: 'placeInSuccession',
    of: 'SuccessionLine',
    says: 'Says who takes over at a post when the one before cannot be reached.',
    sets: { office: {}, position: { max: 100 }, holderRole: { max: 40 }, notifiedOn: { time: 'PAST' } },
    law: lawOfCommand,
  }),
});
