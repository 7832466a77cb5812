import { randomBytes } from 'node:crypto';
import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { Count, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';
import { chained } from './log-chain.js';

const LOG_ENTRY_KINDS = ['OBSERVATION', 'ACTION', 'NOTIFICATION', 'DECISION', 'HANDOVER', 'CORRECTION'] as const;
/** What an entry of a log is of. */
export const LogEntryKind = defineEnum(
  'LogEntryKind',
  'What an entry of a log is of.',
  LOG_ENTRY_KINDS,
  'a log entry kind',
);
export type LogEntryKind = keyof typeof LogEntryKind;

/** An entry of the log of an incident, in the terms of ICS 214: added, never changed, and chained to the entry before it. */
@Recorded({
  name: 'IncidentLogEntry',
  prefix: 'ile',
  says: 'An entry of the log of an incident, in the terms of ICS 214: added, never changed, and chained to the entry before it.',
})
export class IncidentLogEntry extends Labelled {
  @OfIncident(
    'logEntries',
    'RESPONSE_RECORD',
    'Entries of its log, each bound to the one before it under the same label.',
  )
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key, for example L-0001-3.', filter: true, searchable: true })
  reference!: string;

  @Count({
    is: 'RESPONSE_RECORD',
    says: 'Place in its chain, which is of the entries of an incident under one label: no gap tells of an entry under another.',
    least: 1,
    order: true,
  })
  position!: number;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When it was written.', filter: true, order: true })
  writtenAt!: Date;

  @Word(LogEntryKind, { is: 'RESPONSE_RECORD', says: 'What it is of.', filter: true })
  kind!: LogEntryKind;

  @Text({ is: 'RESPONSE_RECORD', says: 'Code of the post holder who wrote it, never a name.' })
  authorRole!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'What was noted.', searchable: true })
  text!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'Salt of the commitment: who may read the text can check it.' })
  salt!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'HMAC-SHA-256 of time, kind, author and text under the salt.' })
  commitment!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'Hash of the entry before; zeros in the first.' })
  previousHash!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'SHA-256 over the hash before and the commitment.' })
  hash!: string;
}

const SALT_BYTES = 32;

const logEntry = create<IncidentLogEntry>()({
  field: 'logEntry',
  says: 'Adds an entry to the log of an incident.',
  noun: 'entry',
  inputSays:
    'What was seen, done or decided. It is labelled for the caller’s State, joined with the incident, and chained to the last entry under the same label.',
  about: 'incident',
  sets: {
    incident: {},
    kind: {},
    authorRole: { max: 40 },
    text: { max: 4000 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('logEntry'),
  complete: {
    reference: () => madeReference('L'),
    writtenAt: (_, { viewer: { now } }) => new Date(now),
    salt: () => randomBytes(SALT_BYTES).toString('hex'),
  },
  place: { sets: ['position', 'previousHash', 'commitment', 'hash'], by: chained },
});

export const logEntries = aggregateOf(IncidentLogEntry, {
  one: 'incidentLogEntry',
  many: 'incidentLogEntries',
  noun: 'entry',
  nouns: 'entries',
  commands: [logEntry],
});
