import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Day, Link, Text, Texts } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';

/** How the work of a post goes on elsewhere (ISO 22301). */
@Recorded({ name: 'ContinuityPlan', prefix: 'cop', says: 'How the work of a post goes on elsewhere (ISO 22301).' })
export class ContinuityPlan extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example COP-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Texts({ is: 'PREPAREDNESS', says: 'What must not stop.' })
  essentialFunctions!: string[];

  @Text({ is: 'PREPAREDNESS', says: 'Where the work goes on.', nullable: true })
  alternateSite!: string | null;

  @Texts({ is: 'PREPAREDNESS', says: 'Offices that take over, in order (VCDR 19; VCCR 15).' })
  successionOrder!: string[];

  @Count({ is: 'PREPAREDNESS', says: 'Hours within which it goes on.', least: 0, order: true })
  recoveryHours!: number;

  @Day({ is: 'PREPAREDNESS', says: 'Day by which it is reviewed.', filter: true, order: true })
  reviewDue!: string;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'continuityPlans', is: 'EXISTENCE', says: 'Continuity plans of this post.' },
  })
  mission?: Mission | null;
}

export const continuityPlans = aggregateOf(ContinuityPlan, {
  one: 'continuityPlan',
  many: 'continuityPlans',
  noun: 'continuity plan',
  nouns: 'continuity plans',
  commands: keep<ContinuityPlan>()({
    field: 'draftContinuityPlan',
    of: 'ContinuityPlan',
    says: 'Drafts how the work of a post goes on elsewhere.',
    sets: {
      essentialFunctions: { max: 50, each: 400 },
      alternateSite: { max: 400 },
      successionOrder: { max: 20, each: 80 },
      recoveryHours: { max: 10_000 },
      reviewDue: { time: 'AHEAD' },
    },
    law: lawOfCommand,
  }),
});
