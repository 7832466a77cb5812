import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Count, Day, Link, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { PlanScenario, PlanStatus } from './vocabulary.js';

/** Emergency action plan of a post for one scenario. */
@Recorded({ name: 'EmergencyActionPlan', prefix: 'eap', says: 'Emergency action plan of a post for one scenario.' })
export class EmergencyActionPlan extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example EAP-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(PlanScenario, { is: 'PREPAREDNESS', says: 'What it is for.', filter: true })
  scenario!: PlanScenario;

  @Count({ is: 'PREPAREDNESS', says: 'Version.', least: 0 })
  version!: number;

  @Word(PlanStatus, { is: 'PREPAREDNESS', says: 'Where it stands.', filter: true })
  status!: PlanStatus;

  @Text({ is: 'PREPAREDNESS', says: 'Office that approved it.', nullable: true })
  approvedBy!: string | null;

  @Day({ is: 'PREPAREDNESS', says: 'Day of approval.', nullable: true })
  approvedOn!: string | null;

  @Day({ is: 'PREPAREDNESS', says: 'Day by which it is reviewed.', filter: true, order: true })
  reviewDue!: string;

  @Texts({ is: 'PREPAREDNESS', says: 'Events at which the post does what it planned, without asking again.' })
  tripwires!: string[];

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'emergencyActionPlans', is: 'EXISTENCE', says: 'Emergency action plans of this post.' },
  })
  mission?: Mission | null;
}

export const emergencyActionPlans = aggregateOf(EmergencyActionPlan, {
  one: 'emergencyActionPlan',
  many: 'emergencyActionPlans',
  noun: 'emergency action plan',
  nouns: 'emergency action plans',
});
