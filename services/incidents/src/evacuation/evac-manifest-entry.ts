import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Link, Moment, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { EvacuationOperation } from './evacuation-operation.js';

const EVACUEE_KINDS = ['POST_STAFF', 'LOCAL_STAFF', 'FAMILY_MEMBER', 'OWN_NATIONAL', 'PARTNER_NATIONAL'] as const;
/** Who is evacuated. */
export const EvacueeKind = defineEnum('EvacueeKind', 'Who is evacuated.', EVACUEE_KINDS, 'an evacuee kind');
export type EvacueeKind = keyof typeof EvacueeKind;

const EVACUEE_STATUSS = ['LISTED', 'CHECKED_IN', 'BOARDED', 'ARRIVED', 'NO_SHOW', 'ACCOUNTED_FOR'] as const;
/** Where a person of a manifest is. */
export const EvacueeStatus = defineEnum(
  'EvacueeStatus',
  'Where a person of a manifest is.',
  EVACUEE_STATUSS,
  'an evacuee status',
);
export type EvacueeStatus = keyof typeof EvacueeStatus;

const TRAVEL_DOCUMENT_KINDS = [
  'DIPLOMATIC_PASSPORT',
  'SERVICE_PASSPORT',
  'PASSPORT',
  'EMERGENCY_TRAVEL_DOCUMENT',
  'NONE',
] as const;
/** Kind of a travel document. */
export const TravelDocumentKind = defineEnum(
  'TravelDocumentKind',
  'Kind of a travel document.',
  TRAVEL_DOCUMENT_KINDS,
  'a travel document kind',
);
export type TravelDocumentKind = keyof typeof TravelDocumentKind;

/** A person on the manifest of an evacuation, by pseudonym. */
@Recorded({
  name: 'EvacManifestEntry',
  prefix: 'eme',
  says: 'A person on the manifest of an evacuation, by pseudonym.',
})
export class EvacManifestEntry extends Labelled {
  @Link(() => EvacuationOperation, {
    is: 'EVACUEE',
    says: 'The evacuation.',
    filter: true,
    inverse: { field: 'manifest', is: 'EXISTENCE', says: 'Who is on its manifest.' },
  })
  operation?: EvacuationOperation | null;

  @Text({ is: 'EVACUEE', says: 'Line of the manifest.', filter: true, searchable: true })
  reference!: string;

  @Text({ is: 'EVACUEE', says: 'Pseudonym of the person; the key to it is not kept here.', filter: true })
  personRef!: string;

  @Word(EvacueeKind, { is: 'EVACUEE', says: 'Who it is.', filter: true })
  kind!: EvacueeKind;

  @State({ is: 'EVACUEE', says: 'Nationality.', filter: true })
  nationality!: string;

  @Word(TravelDocumentKind, { is: 'EVACUEE', says: 'Kind of travel document.' })
  documentKind!: TravelDocumentKind;

  @Text({ is: 'EVACUEE', says: 'Number of the travel document.', nullable: true })
  documentNo!: string | null;

  @Text({ is: 'HEALTH', says: 'What care is needed on the way.', nullable: true })
  medical!: string | null;

  @Word(EvacueeStatus, { is: 'EVACUEE', says: 'Where the person is.', filter: true })
  status!: EvacueeStatus;

  @Moment({ is: 'EVACUEE', says: 'When the person came to the assembly point.', order: true, nullable: true })
  checkedInAt!: Date | null;

  @Text({ is: 'EVACUEE', says: 'Where the person came to.', nullable: true })
  assemblyPoint!: string | null;
}

const checkInEvacuee = move<EvacManifestEntry>()({
  field: 'checkInEvacuee',
  says: 'Says that a person of a manifest has come to an assembly point.',
  noun: 'check-in',
  inputSays: 'A person who is there now.',
  to: ['CHECKED_IN'],
  sets: { assemblyPoint: { max: 200 } },
  law: lawOfCommand('checkInEvacuee'),
  complete: { checkedInAt: (_, { viewer: { now } }) => new Date(now) },
});

const listEvacuee = create<EvacManifestEntry>()({
  field: 'listEvacuee',
  says: 'Puts a person on the manifest of an evacuation, by a pseudonym.',
  noun: 'line',
  inputSays:
    'A person who is to be taken along. The line is labelled for the caller’s State, and for the person’s own where that is a partner, joined with the evacuation.',
  about: 'operation',
  sets: {
    operation: {},
    personRef: { max: 40 },
    kind: {},
    nationality: {},
    documentKind: {},
    documentNo: { max: 40 },
    medical: { max: 400 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('listEvacuee'),
  addressees: ({ kind, nationality }) => (kind === 'PARTNER_NATIONAL' ? [nationality] : []),
  complete: {
    reference: () => madeReference('V'),
  },
});

const advanceEvacuee = move<EvacManifestEntry>()({
  field: 'advanceEvacuee',
  says: 'Says that a person of a manifest has boarded, arrived or not come, or is known to be safe elsewhere.',
  noun: 'change',
  inputSays: 'Where a person of a manifest is now.',
  to: ['BOARDED', 'ARRIVED', 'NO_SHOW', 'ACCOUNTED_FOR'],
  sets: {},
  law: lawOfCommand('advanceEvacuee'),
});

export const manifestEntries = aggregateOf(EvacManifestEntry, {
  one: 'manifestEntry',
  many: 'manifestEntries',
  noun: 'line of a manifest',
  nouns: 'lines of manifests',
  states: {
    of: 'status',
    first: 'LISTED',
    moves: {
      LISTED: ['CHECKED_IN', 'NO_SHOW', 'ACCOUNTED_FOR'],
      CHECKED_IN: ['BOARDED'],
      BOARDED: ['ARRIVED'],
      ARRIVED: [],
      NO_SHOW: ['CHECKED_IN', 'ACCOUNTED_FOR'],
      ACCOUNTED_FOR: [],
    },
  },
  commands: [checkInEvacuee, listEvacuee, advanceEvacuee],
});
