import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { Link, Moment, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';
import { Mission } from '../references.js';

const DIPLOMATIC_NOTE_KINDS = ['NOTE_VERBALE', 'DEMARCHE', 'AIDE_MEMOIRE', 'FIRST_PERSON_NOTE', 'NON_PAPER'] as const;
/** Form of a communication. */
export const DiplomaticNoteKind = defineEnum(
  'DiplomaticNoteKind',
  'Form of a communication.',
  DIPLOMATIC_NOTE_KINDS,
  'a diplomatic note kind',
);
export type DiplomaticNoteKind = keyof typeof DiplomaticNoteKind;

/** A communication between a post and the host, official correspondence of the one who sent it. */
@Recorded({
  name: 'DiplomaticNote',
  prefix: 'dpn',
  says: 'A communication between a post and the host, official correspondence of the one who sent it.',
})
export class DiplomaticNote extends Labelled {
  @Link(() => Mission, {
    is: 'CORRESPONDENCE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'diplomaticNotes', is: 'EXISTENCE', says: 'Notes that it exchanged with the host.' },
  })
  mission?: Mission | null;

  @OfIncident('diplomaticNotes', 'CORRESPONDENCE', 'Notes about it.')
  incident?: Incident | null;

  @Text({ is: 'CORRESPONDENCE', says: 'Number of the note.', filter: true, searchable: true })
  reference!: string;

  @Word(DiplomaticNoteKind, { is: 'CORRESPONDENCE', says: 'Its form.', filter: true })
  kind!: DiplomaticNoteKind;

  @State({ is: 'CORRESPONDENCE', says: 'State that sent it.', filter: true })
  fromState!: string;

  @State({
    is: 'CORRESPONDENCE',
    says: 'State that it was sent to, through its ministry for foreign affairs, VCDR 41(2).',
    filter: true,
  })
  toState!: string;

  @Moment({ is: 'CORRESPONDENCE', says: 'When.', order: true })
  sentAt!: Date;

  @Text({ is: 'CORRESPONDENCE', says: 'What it is about.', searchable: true })
  subject!: string;

  @Text({ is: 'CORRESPONDENCE', says: 'Its text.', floor: 1, searchable: true })
  text!: string;
}

const sendNote = create<DiplomaticNote>()({
  field: 'sendNote',
  says: 'Sends a note between the State of a post and its host; from then on the other has it.',
  noun: 'note',
  inputSays: 'A note. It is labelled for the State that sends it and the one that it is sent to.',
  about: 'mission',
  sets: {
    mission: {},
    incident: { required: false, ofPost: true },
    kind: {},
    toState: {},
    subject: { max: 400 },
    text: { max: 20_000 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('sendNote'),
  check: ({ toState }, { profile }) => {
    if (toState !== profile.subject.represents) return;
    throw new ClientError('INPUT_INVALID', '`toState` is the State that sends it', 'input.toState');
  },
  addressees: ({ toState }) => [toState],
  complete: {
    reference: () => madeReference('N'),
    fromState: (_, { viewer: { profile } }) => profile.subject.represents,
    sentAt: (_, { viewer: { now } }) => new Date(now),
  },
});

export const diplomaticNotes = aggregateOf(DiplomaticNote, {
  one: 'diplomaticNote',
  many: 'diplomaticNotes',
  noun: 'note',
  nouns: 'notes',
  watched: { posts: 'mission', types: ['incident.type'] },
  commands: [sendNote],
});
