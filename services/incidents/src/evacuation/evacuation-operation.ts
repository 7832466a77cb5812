import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Count, Link, Moment, States, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';
import { EvacuationPlan, Mission } from '../references.js';

const EVACUATION_MODES = [
  'AUTHORIZED_DEPARTURE',
  'ORDERED_DEPARTURE',
  'NEO',
  'SHELTER_IN_PLACE',
  'RELOCATION',
] as const;
/** How people are brought to safety. */
export const EvacuationMode = defineEnum(
  'EvacuationMode',
  'How people are brought to safety.',
  EVACUATION_MODES,
  'an evacuation mode',
);
export type EvacuationMode = keyof typeof EvacuationMode;

const EVACUATION_STATUSS = ['ORDERED', 'ASSEMBLING', 'UNDER_WAY', 'COMPLETED', 'CANCELLED'] as const;
/** Where an evacuation stands. */
export const EvacuationStatus = defineEnum(
  'EvacuationStatus',
  'Where an evacuation stands.',
  EVACUATION_STATUSS,
  'an evacuation status',
);
export type EvacuationStatus = keyof typeof EvacuationStatus;

/** An evacuation as it is carried out. */
@Recorded({
  name: 'EvacuationOperation',
  prefix: 'evo',
  says: 'An evacuation as it is carried out.',
  rules: ['window_ends_at > window_starts_at'],
})
export class EvacuationOperation extends Labelled {
  @Link(() => Mission, {
    is: 'EVACUATION',
    says: 'The post.',
    filter: true,
    inverse: { field: 'evacuations', is: 'EXISTENCE', says: 'Evacuations of its people.' },
  })
  mission?: Mission | null;

  @OfIncident('evacuations', 'EVACUATION', 'Evacuations that it led to.')
  incident?: Incident | null;

  @Link(() => EvacuationPlan, {
    is: 'EVACUATION',
    says: 'The plan of the post that it follows.',
    inverse: { field: 'operations', is: 'EXISTENCE', says: 'When it was carried out.' },
  })
  evacuationPlan?: EvacuationPlan | null;

  @Text({ is: 'EVACUATION', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(EvacuationMode, { is: 'EVACUATION', says: 'How.', filter: true })
  mode!: EvacuationMode;

  @Word(EvacuationStatus, { is: 'EVACUATION', says: 'Where it stands.', filter: true })
  status!: EvacuationStatus;

  @Moment({ is: 'EVACUATION', says: 'When it was ordered.', order: true })
  orderedAt!: Date;

  @Text({ is: 'EVACUATION', says: 'Code of the post holder who ordered it.' })
  orderedByRole!: string;

  @Moment({ is: 'EVACUATION', says: 'From when it can leave.', order: true, nullable: true })
  windowStartsAt!: Date | null;

  @Moment({
    is: 'EVACUATION',
    says: 'Until when it can leave; the host must give facilities for it, VCDR 44.',
    order: true,
    nullable: true,
  })
  windowEndsAt!: Date | null;

  @Text({ is: 'EVACUATION', says: 'Where people gather.' })
  assemblyPoint!: string;

  @Text({ is: 'EVACUATION', says: 'Where they are brought.' })
  destination!: string;

  @States({ is: 'EVACUATION', says: 'States on the way.' })
  transitStates!: string[];

  @States({ is: 'EVACUATION', says: 'Partners whose nationals it takes along.', nullable: true })
  partnerStates!: string[] | null;

  @Count({ is: 'EVACUATION', says: 'Places that there are.', least: 0, order: true })
  capacity!: number;

  @Count({ is: 'EVACUATION', says: 'People who are expected.', least: 0, order: true })
  expected!: number;

  @Text({ is: 'TRANSIT', says: 'The way, in words.', floor: 1 })
  route!: string;
}

const orderEvacuation = create<EvacuationOperation>()({
  field: 'orderEvacuation',
  says: 'Orders an evacuation of a post.',
  noun: 'order',
  inputSays:
    'An evacuation that begins now. It is labelled for the caller’s State, for the States on its way and for partners whose nationals it takes along, joined with post and incident.',
  about: 'mission',
  sets: {
    mission: {},
    incident: { required: false, ofPost: true },
    evacuationPlan: { required: false, ofPost: true },
    mode: {},
    orderedByRole: { max: 40 },
    windowStartsAt: {},
    windowEndsAt: {},
    assemblyPoint: { max: 200 },
    destination: { max: 200 },
    transitStates: { max: 10, required: false },
    partnerStates: { max: 20, required: false },
    capacity: { max: 1_000_000 },
    expected: { max: 1_000_000 },
    route: { max: 2000 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('orderEvacuation'),
  check: ({ windowStartsAt, windowEndsAt }) => {
    if (windowEndsAt === null || (windowStartsAt !== null && windowEndsAt > windowStartsAt)) return;
    throw new ClientError('INPUT_INVALID', '`windowEndsAt` is not after `windowStartsAt`', 'input.windowEndsAt');
  },
  addressees: ({ transitStates, partnerStates }) => [...(transitStates ?? []), ...(partnerStates ?? [])],
  complete: {
    reference: () => madeReference('V'),
    orderedAt: (_, { viewer: { now } }) => new Date(now),
    transitStates: ({ transitStates }) => transitStates ?? [],
  },
});

const advanceEvacuation = move<EvacuationOperation>()({
  field: 'advanceEvacuation',
  says: 'Says that an evacuation stands elsewhere than before.',
  noun: 'change',
  inputSays: 'Where an evacuation stands now.',
  to: ['ASSEMBLING', 'UNDER_WAY', 'COMPLETED', 'CANCELLED'],
  sets: {},
  law: lawOfCommand('advanceEvacuation'),
});

export const evacuationOperations = aggregateOf(EvacuationOperation, {
  one: 'evacuationOperation',
  many: 'evacuationOperations',
  noun: 'evacuation',
  nouns: 'evacuations',
  watched: { posts: 'mission', types: ['mode', 'incident.type'] },
  states: {
    of: 'status',
    first: 'ORDERED',
    moves: {
      ORDERED: ['ASSEMBLING', 'UNDER_WAY', 'CANCELLED'],
      ASSEMBLING: ['UNDER_WAY', 'CANCELLED'],
      UNDER_WAY: ['COMPLETED'],
      COMPLETED: [],
      CANCELLED: [],
    },
  },
  commands: [orderEvacuation, advanceEvacuation],
});
