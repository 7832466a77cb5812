import { defineEnum } from '@chancery/shared/schema/define-enum';

/** What happened: the closed list of types of incident. */
export const INCIDENT_TYPES = [
  'ABUSE_OF_DIPLOMATIC_BAG',
  'AIR_STRIKE',
  'ANOMALOUS_HEALTH_INCIDENT',
  'ARMED_ASSAULT',
  'ARSON',
  'ASSASSINATION',
  'ASSASSINATION_ATTEMPT',
  'BOMBING',
  'CIVIL_UNREST',
  'COMPLEX_ATTACK',
  'CYBER_INTRUSION',
  'DRONE_ATTACK',
  'ENTRY_WITH_CONSENT',
  'EVACUATION',
  'FIRE',
  'FORCED_CLOSURE',
  'HOSTAGE_TAKING',
  'IMMUNITY_CLAIM',
  'KIDNAPPING',
  'SHOOTING_FROM_PREMISES',
  'UNLAWFUL_ENTRY',
  'UNLAWFUL_KILLING_IN_PREMISES',
] as const;
export type IncidentType = (typeof INCIDENT_TYPES)[number];

/** The types of incident as an enum of the schema. */
export const IncidentType = defineEnum('IncidentType', 'What happened.', INCIDENT_TYPES, 'a type of incident');

/** Kind of place where it happened. */
export const SITE_KINDS = [
  'EMBASSY',
  'HIGH_COMMISSION',
  'DIPLOMATIC_MISSION',
  'SPECIAL_MISSION',
  'ANNEX',
  'CONSULATE_GENERAL',
  'CONSULATE',
  'RESIDENCE',
  'IO_PREMISES',
  'FOREIGN_MINISTRY',
] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** The kinds of place as an enum of the schema. */
export const SiteKind = defineEnum('IncidentSiteKind', 'Kind of place.', SITE_KINDS);

/** How sure an account is. */
export const CONFIDENCES = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The degrees of confidence as an enum of the schema. */
export const Confidence = defineEnum('Confidence', 'How sure an account is.', CONFIDENCES, 'a confidence');

const INCIDENT_STATUSES = ['REPORTED', 'ASSESSED', 'RESPONDING', 'CONTAINED', 'RECOVERY', 'CLOSED'] as const;
/** Where an incident stands. */
export const IncidentStatus = defineEnum(
  'IncidentStatus',
  'Where an incident stands.',
  INCIDENT_STATUSES,
  'a status of an incident',
);
export type IncidentStatus = keyof typeof IncidentStatus;

const INCIDENT_SEVERITIES = ['MINOR', 'MODERATE', 'SEVERE', 'EXTREME'] as const;
/** How bad an incident is, by the words of CAP 1.2. */
export const IncidentSeverity = defineEnum(
  'IncidentSeverity',
  'How bad an incident is, by the words of CAP 1.2.',
  INCIDENT_SEVERITIES,
  'a severity of an incident',
);
export type IncidentSeverity = keyof typeof IncidentSeverity;

const IPP_OFFENCES = ['ATTACK_ON_PERSON', 'VIOLENT_ATTACK_ON_PREMISES', 'THREAT', 'ATTEMPT', 'PARTICIPATION'] as const;
/** The offences of the convention of 1973 on internationally protected persons, article 2(1)(a) to (e). */
export const IppOffence = defineEnum(
  'IppOffence',
  'An offence of the convention of 1973 on internationally protected persons, article 2(1)(a) to (e).',
  IPP_OFFENCES,
  'an offence of the convention of 1973',
);
export type IppOffence = keyof typeof IppOffence;
