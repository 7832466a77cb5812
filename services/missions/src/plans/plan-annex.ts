import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { EmergencyActionPlan } from './emergency-action-plan.js';
import { AnnexKind } from './vocabulary.js';

/** Annex of an emergency action plan. */
@Recorded({ name: 'PlanAnnex', prefix: 'pax', says: 'Annex of an emergency action plan.' })
export class PlanAnnex extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example PAX-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(AnnexKind, { is: 'PREPAREDNESS', says: 'What it is about.', filter: true })
  kind!: AnnexKind;

  @Text({ is: 'PREPAREDNESS', says: 'Title.', searchable: true })
  title!: string;

  @Text({ is: 'PREPAREDNESS', says: 'Text.', searchable: true })
  text!: string;

  @Link(() => EmergencyActionPlan, {
    is: 'PREPAREDNESS',
    says: 'The plan that it belongs to.',
    filter: true,
    inverse: { field: 'annexes', is: 'EXISTENCE', says: 'Annexes of it.' },
  })
  plan?: EmergencyActionPlan | null;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'planAnnexes', is: 'EXISTENCE', says: 'Annexes of this post.' },
  })
  mission?: Mission | null;
}

export const planAnnexes = aggregateOf(PlanAnnex, {
  one: 'planAnnex',
  many: 'planAnnexes',
  noun: 'annex',
  nouns: 'annexes',
  commands: keep<PlanAnnex>()({
    field: 'attachAnnex',
    of: 'PlanAnnex',
    says: 'Attaches an annex to an emergency action plan.',
    sets: { plan: { ofPost: true }, kind: {}, title: { max: 200 }, text: { max: 8000 } },
    law: lawOfCommand,
  }),
});
