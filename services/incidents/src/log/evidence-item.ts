import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Flag, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

const EVIDENCE_KINDS = ['PHYSICAL_OBJECT', 'DIGITAL_COPY', 'FOOTAGE', 'DOCUMENT', 'TRACE_SAMPLE'] as const;
/** What an exhibit is. */
export const EvidenceKind = defineEnum('EvidenceKind', 'What an exhibit is.', EVIDENCE_KINDS, 'an evidence kind');
export type EvidenceKind = keyof typeof EvidenceKind;

const EVIDENCE_STATUSS = ['SECURED', 'IN_CUSTODY', 'HANDED_OVER', 'RETURNED', 'DISPOSED'] as const;
/** Where an exhibit stands. */
export const EvidenceStatus = defineEnum(
  'EvidenceStatus',
  'Where an exhibit stands.',
  EVIDENCE_STATUSS,
  'an evidence status',
);
export type EvidenceStatus = keyof typeof EvidenceStatus;

/** An exhibit that was secured after an incident, handled as ISO/IEC 27037 says. */
@Recorded({
  name: 'EvidenceItem',
  prefix: 'evi',
  says: 'An exhibit that was secured after an incident, handled as ISO/IEC 27037 says.',
})
export class EvidenceItem extends Labelled {
  @OfIncident('evidence', 'EVIDENCE', 'Exhibits that were secured.')
  incident?: Incident | null;

  @Text({ is: 'EVIDENCE', says: 'Exhibit number.', filter: true, searchable: true })
  reference!: string;

  @Word(EvidenceKind, { is: 'EVIDENCE', says: 'What it is.', filter: true })
  kind!: EvidenceKind;

  @Word(EvidenceStatus, { is: 'EVIDENCE', says: 'Where it stands.', filter: true })
  status!: EvidenceStatus;

  @Text({ is: 'EVIDENCE', says: 'What it is, in words.', searchable: true })
  description!: string;

  @Moment({ is: 'EVIDENCE', says: 'When it was secured.', order: true })
  securedAt!: Date;

  @Text({ is: 'EVIDENCE', says: 'Code of the post holder or authority that secured it.' })
  securedBy!: string;

  @Text({ is: 'EVIDENCE', says: 'Where it was found.', searchable: true })
  place!: string;

  @Flag({
    is: 'EVIDENCE',
    says: 'Whether it is of the archives, documents or property of a mission, which no authority of the host may seize (VCDR 22(3), 24; VCCR 33).',
    filter: true,
  })
  isInviolable!: boolean;

  @Text({ is: 'EVIDENCE', says: 'SHA-256 of a digital copy, taken when it was made.', nullable: true })
  contentHash!: string | null;
}

const secureEvidence = create<EvidenceItem>()({
  field: 'secureEvidence',
  says: 'Writes down an exhibit that was secured.',
  noun: 'exhibit',
  inputSays: 'An exhibit. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    kind: {},
    description: { max: 2000 },
    securedAt: {},
    securedBy: { max: 40 },
    place: { max: 400 },
    isInviolable: {},
    contentHash: { max: 64 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('secureEvidence'),
  check: ({ securedAt, contentHash }, { now }) => {
    if (securedAt.getTime() > now) throw new ClientError('INPUT_INVALID', '`securedAt` is to come', 'input.securedAt');
    if (contentHash === null || /^[0-9a-f]{64}$/.test(contentHash)) return;
    throw new ClientError('INPUT_INVALID', '`contentHash` is a SHA-256 in hexadecimal', 'input.contentHash');
  },
  complete: {
    reference: () => madeReference('E'),
  },
});

const advanceEvidence = move<EvidenceItem>()({
  field: 'advanceEvidence',
  says: 'Says that an exhibit is kept, handed over, given back or disposed of.',
  noun: 'change',
  inputSays: 'Where an exhibit stands now.',
  to: ['IN_CUSTODY', 'HANDED_OVER', 'RETURNED', 'DISPOSED'],
  sets: {},
  law: lawOfCommand('advanceEvidence'),
});

export const evidenceItems = aggregateOf(EvidenceItem, {
  one: 'evidenceItem',
  many: 'evidenceItems',
  noun: 'item of evidence',
  nouns: 'items of evidence',
  states: {
    of: 'status',
    first: 'SECURED',
    moves: {
      SECURED: ['IN_CUSTODY', 'HANDED_OVER', 'RETURNED'],
      IN_CUSTODY: ['HANDED_OVER', 'RETURNED', 'DISPOSED'],
      HANDED_OVER: ['IN_CUSTODY', 'RETURNED'],
      RETURNED: [],
      DISPOSED: [],
    },
  },
  commands: [secureEvidence, advanceEvidence],
});
