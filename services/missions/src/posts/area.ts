import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Flag, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { AreaKind, InviolabilityBasis } from './vocabulary.js';

/** Part of the premises of a post. */
@Recorded({ name: 'Area', prefix: 'are', says: 'Part of the premises of a post.' })
export class Area extends Labelled {
  @Text({
    is: 'LEGAL_STATUS',
    says: 'Readable key, for example ARE-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'PREMISES_PERIMETER', says: 'What it is called.', searchable: true })
  name!: string;

  @Word(AreaKind, { is: 'PREMISES_PERIMETER', says: 'What it serves as.', filter: true })
  kind!: AreaKind;

  @Flag({ is: 'LEGAL_STATUS', says: 'Whether it serves the work of the post alone (VCCR 31(1), 31(2)).', filter: true })
  exclusiveUse!: boolean;

  @Word(InviolabilityBasis, {
    is: 'LEGAL_STATUS',
    says: 'Article by which nobody enters without consent.',
    filter: true,
  })
  inviolabilityBasis!: InviolabilityBasis;

  @Text({ is: 'PREMISES_INTERIOR', says: 'What is done and kept there.', nullable: true })
  contents!: string | null;

  @Text({ is: 'ARCHIVE', says: 'Series of the archives that are kept there (VCDR 24; VCCR 33).', nullable: true })
  archives!: string | null;

  @Link(() => Mission, {
    is: 'LEGAL_STATUS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'areas', is: 'EXISTENCE', says: 'Areas of this post.' },
  })
  mission?: Mission | null;
}

export const areas = aggregateOf(Area, {
  one: 'area',
  many: 'areas',
  noun: 'area',
  nouns: 'areas',
  commands: keep<Area>()({
    field: 'registerArea',
    of: 'Area',
    says: 'Registers a part of the premises of a post.',
    sets: {
      name: { max: 200 },
      kind: {},
      exclusiveUse: {},
      inviolabilityBasis: {},
      contents: { max: 2000 },
      archives: { max: 1000 },
    },
    law: lawOfCommand,
  }),
});
