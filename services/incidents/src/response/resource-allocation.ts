import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';
import { MobilizedResource } from './mobilization.js';

const ALLOCATION_PRIORITYS = ['LIFE_SAFETY', 'INCIDENT_STABILISATION', 'PROPERTY_CONSERVATION', 'CONTINUITY'] as const;
/** What comes first. */
export const AllocationPriority = defineEnum(
  'AllocationPriority',
  'What comes first.',
  ALLOCATION_PRIORITYS,
  'an allocation priority',
);
export type AllocationPriority = keyof typeof AllocationPriority;

/** Who gets what there is too little of, and why. */
@Recorded({
  name: 'ResourceAllocation',
  prefix: 'ral',
  says: 'Who gets what there is too little of, and why.',
})
export class ResourceAllocation extends Labelled {
  @OfIncident('allocations', 'RESPONSE_RECORD', 'What was set aside for it.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(MobilizedResource, { is: 'RESPONSE_RECORD', says: 'What.', filter: true })
  resource!: MobilizedResource;

  @Count({ is: 'RESPONSE_RECORD', says: 'How many.', least: 1, order: true })
  quantity!: number;

  @Word(AllocationPriority, { is: 'RESPONSE_RECORD', says: 'What it serves.', filter: true })
  priority!: AllocationPriority;

  @Text({ is: 'INTEL_REPORT', says: 'Reference of the threat that decided.', nullable: true })
  threatRef!: string | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Code of the post holder who decided.' })
  decidedByRole!: string;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When.', order: true })
  decidedAt!: Date;

  @Text({ is: 'RESPONSE_RECORD', says: 'Why.' })
  rationale!: string;
}

export const resourceAllocations = aggregateOf(ResourceAllocation, {
  one: 'resourceAllocation',
  many: 'resourceAllocations',
  noun: 'allocation',
  nouns: 'allocations',
  commands: keep<ResourceAllocation>()({
    field: 'allocateResource',
    of: 'ResourceAllocation',
    says: 'Decides who gets what there is too little of, and why.',
    sets: {
      resource: {},
      quantity: { max: 100_000 },
      priority: {},
      threatRef: { max: 40 },
      decidedByRole: { max: 40 },
      rationale: { max: 2000 },
    },
    about: 'incident',
    complete: { decidedAt: (_, { viewer: { now } }) => new Date(now) },
    law: lawOfCommand,
  }),
});
