import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Flag, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

const FORCE_TYPES = [
  'PRESENCE',
  'PHYSICAL_RESTRAINT',
  'IRRITANT',
  'BATON',
  'VEHICLE_BARRIER',
  'FIREARM_SHOWN',
  'FIREARM_DISCHARGED',
] as const;
/** What force was used. */
export const ForceType = defineEnum('ForceType', 'What force was used.', FORCE_TYPES, 'a force type');
export type ForceType = keyof typeof ForceType;

const FORCE_USERS = ['POST_GUARD', 'HOST_POLICE', 'CLOSE_PROTECTION', 'MILITARY_GUARD'] as const;
/** By whom. */
export const ForceUser = defineEnum('ForceUser', 'By whom.', FORCE_USERS, 'a force user');
export type ForceUser = keyof typeof ForceUser;

const FORCE_PLACES = ['INSIDE_PREMISES', 'AT_PERIMETER', 'OUTSIDE_PREMISES'] as const;
/** Where, with regard to the premises. */
export const ForcePlace = defineEnum(
  'ForcePlace',
  'Where, with regard to the premises.',
  FORCE_PLACES,
  'a force place',
);
export type ForcePlace = keyof typeof ForcePlace;

/** A use of force in an incident, measured against the UN Basic Principles of 1990. */
@Recorded({
  name: 'ForceReport',
  prefix: 'frc',
  says: 'A use of force in an incident, measured against the UN Basic Principles of 1990.',
})
export class ForceReport extends Labelled {
  @OfIncident('forceUsed', 'RESPONSE_RECORD', 'Force that was used.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(ForceType, { is: 'RESPONSE_RECORD', says: 'What.', filter: true })
  force!: ForceType;

  @Word(ForceUser, { is: 'RESPONSE_RECORD', says: 'By whom.', filter: true })
  usedBy!: ForceUser;

  @Word(ForcePlace, { is: 'RESPONSE_RECORD', says: 'Where.', filter: true })
  place!: ForcePlace;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When.', order: true })
  usedAt!: Date;

  @Text({ is: 'RESPONSE_RECORD', says: 'On whose order, by code.' })
  authority!: string;

  @Text({ is: 'LEGAL_ACT', says: 'Rules of engagement or law that it was measured against.' })
  ruleRef!: string;

  @Count({ is: 'RESPONSE_RECORD', says: 'How many people it injured.', least: 0, order: true })
  injuries!: number;

  @Flag({ is: 'RESPONSE_RECORD', says: 'Whether it was reviewed, principle 22.', filter: true })
  reviewed!: boolean;
}

export const forceReports = aggregateOf(ForceReport, {
  one: 'forceReport',
  many: 'forceReports',
  noun: 'report of force used',
  nouns: 'reports of force used',
  commands: keep<ForceReport>()({
    field: 'reportForce',
    of: 'ForceReport',
    says: 'Reports a use of force in an incident.',
    sets: {
      force: {},
      usedBy: {},
      place: {},
      usedAt: { time: 'PAST' },
      authority: { max: 80 },
      ruleRef: { max: 400 },
      injuries: { max: 100_000 },
      reviewed: {},
    },
    about: 'incident',
    law: lawOfCommand,
  }),
});
