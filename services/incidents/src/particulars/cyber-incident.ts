import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Count, Flag, Moment, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

const CYBER_VECTORS = [
  'PHISHING',
  'STOLEN_CREDENTIALS',
  'EXPLOITED_VULNERABILITY',
  'SUPPLY_CHAIN',
  'INSIDER',
  'REMOVABLE_MEDIA',
  'DENIAL_OF_SERVICE',
] as const;
/** How somebody got in. */
export const CyberVector = defineEnum('CyberVector', 'How somebody got in.', CYBER_VECTORS, 'a cyber vector');
export type CyberVector = keyof typeof CyberVector;

const CYBER_STAGES = ['DETECTED', 'ANALYSED', 'CONTAINED', 'ERADICATED', 'RECOVERED'] as const;
/** How far a response has come, NIST SP 800-61. */
export const CyberStage = defineEnum(
  'CyberStage',
  'How far a response has come, NIST SP 800-61.',
  CYBER_STAGES,
  'a cyber stage',
);
export type CyberStage = keyof typeof CyberStage;

/** What only an incident in a network has, in the terms of STIX and OCSF. */
@Recorded({
  name: 'CyberIncident',
  prefix: 'cyb',
  says: 'What only an incident in a network has, in the terms of STIX and OCSF.',
})
export class CyberIncident extends Labelled {
  @OfIncident('cyber', 'SECURITY_POSTURE', 'Its particulars in a network.')
  incident?: Incident | null;

  @Text({ is: 'SECURITY_POSTURE', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(CyberVector, { is: 'SECURITY_POSTURE', says: 'How somebody got in.', filter: true })
  vector!: CyberVector;

  @Word(CyberStage, { is: 'SECURITY_POSTURE', says: 'How far the response has come.', filter: true })
  stage!: CyberStage;

  @Texts({ is: 'SECURITY_POSTURE', says: 'Systems that were reached.', floor: 1 })
  systems!: string[];

  @Texts({ is: 'SECURITY_POSTURE', says: 'Techniques, by their ATT&CK ids.' })
  techniques!: string[];

  @Text({ is: 'SECURITY_POSTURE', says: 'What data was reached.', floor: 1 })
  dataAffected!: string;

  @Count({ is: 'SECURITY_POSTURE', says: 'How many records.', least: 0, nullable: true })
  recordsAffected!: number | null;

  @Flag({
    is: 'ARCHIVE',
    says: 'Whether archives or documents were reached, which are inviolable wherever they are (VCDR 24).',
    filter: true,
  })
  archivesReached!: boolean;

  @Moment({ is: 'SECURITY_POSTURE', says: 'When it was noticed.' })
  detectedAt!: Date;
}

const advanceCyberIncident = move<CyberIncident>()({
  field: 'advanceCyberIncident',
  says: 'Says how far the response to an incident in a network has come.',
  noun: 'change',
  inputSays: 'How far the response has come.',
  to: ['ANALYSED', 'CONTAINED', 'ERADICATED', 'RECOVERED'],
  sets: {},
  law: lawOfCommand('advanceCyberIncident'),
});

export const cyberIncidents = aggregateOf(CyberIncident, {
  one: 'cyberIncident',
  many: 'cyberIncidents',
  noun: 'cyber incident',
  nouns: 'cyber incidents',
  watched: { posts: 'incident.mission', types: ['vector', 'incident.type'] },
  states: {
    of: 'stage',
    first: 'DETECTED',
    moves: {
      DETECTED: ['ANALYSED', 'CONTAINED'],
      ANALYSED: ['CONTAINED'],
      CONTAINED: ['ANALYSED', 'ERADICATED'],
      ERADICATED: ['ANALYSED', 'RECOVERED'],
      RECOVERED: [],
    },
  },
  commands: [
    ...keep<CyberIncident>()({
      field: 'recordCyberIncident',
      of: 'CyberIncident',
      says: 'Records what only an incident in a network has.',
      sets: {
        vector: {},
        systems: { max: 50, each: 200 },
        techniques: { max: 50, each: 40 },
        dataAffected: { max: 4000 },
        recordsAffected: { max: 2_000_000_000 },
        archivesReached: {},
        detectedAt: { time: 'PAST' },
      },
      about: 'incident',
      law: lawOfCommand,
    }),
    advanceCyberIncident,
  ],
});
