import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Flag, Link, Moment, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';

/** Which immunity is waived. */
export const WaivedImmunity = defineEnum(
  'WaivedImmunity',
  'Which immunity is waived.',
  ['CRIMINAL_JURISDICTION', 'CIVIL_JURISDICTION', 'TESTIMONY', 'EXECUTION'],
  'a waived immunity',
);
export type WaivedImmunity = keyof typeof WaivedImmunity;

/** A waiver of immunity by the sending State (VCDR 32, VCCR 45): a copy for reading, on which no decision rests. */
@Recorded({
  name: 'Waiver',
  prefix: 'wvr',
  says: 'A waiver of immunity by the sending State (VCDR 32, VCCR 45): a copy for reading, on which no decision rests.',
})
export class Waiver extends Labelled {
  @Link(() => Mission, {
    is: 'LEGAL_ACT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'waivers', is: 'EXISTENCE', says: 'Waivers about its members.' },
  })
  mission?: Mission | null;

  @Text({ is: 'LEGAL_ACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @State({ is: 'LEGAL_ACT', says: 'Sending State, which alone waives.', filter: true })
  issuer!: string;

  @Text({ is: 'LEGAL_ACT', says: 'Office that made it.' })
  office!: string;

  @Text({ is: 'LEGAL_ACT', says: 'Code of the post holder.' })
  holderRole!: string;

  @Word(WaivedImmunity, { is: 'LEGAL_ACT', says: 'What is waived.', filter: true })
  scope!: WaivedImmunity;

  @Flag({ is: 'LEGAL_ACT', says: 'Whether it is express.' })
  isExpress!: boolean;

  @Flag({ is: 'LEGAL_ACT', says: 'Whether it is in writing (VCCR 45(2)).' })
  isWritten!: boolean;

  @Flag({
    is: 'LEGAL_ACT',
    says: 'Whether execution of a judgment is waived too, which takes a waiver of its own (VCDR 32(4)).',
  })
  coversExecution!: boolean;

  @Moment({ is: 'LEGAL_ACT', says: 'When it was made.', order: true })
  madeAt!: Date;
}

export const waivers = aggregateOf(Waiver, {
  one: 'waiver',
  many: 'waivers',
  noun: 'waiver',
  nouns: 'waivers',
});
