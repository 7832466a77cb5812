import { defineEnum } from '@chancery/shared/schema/define-enum';

/** What a security team is. */
export const SecurityTeamKind = defineEnum(
  'SecurityTeamKind',
  'What a security team is.',
  [
    'REGIONAL_SECURITY_OFFICE',
    'MARINE_SECURITY_GUARD',
    'LOCAL_GUARD_FORCE',
    'CLOSE_PROTECTION',
    'HOST_POLICE',
    'CONTRACT',
  ],
  'a kind of security team',
);
export type SecurityTeamKind = keyof typeof SecurityTeamKind;

/** How current the training of a team is. */
export const TrainingStatus = defineEnum(
  'TrainingStatus',
  'How current the training of a team is.',
  ['CURRENT', 'DUE', 'LAPSED'],
  'a status of training',
);
export type TrainingStatus = keyof typeof TrainingStatus;

/** What a sensor is. */
export const SensorKind = defineEnum(
  'SensorKind',
  'What a sensor is.',
  ['CCTV', 'PIDS', 'MOTION', 'DOOR_CONTACT', 'GLASS_BREAK', 'DURESS_BUTTON', 'SMOKE', 'UAS_DETECTION'],
  'a kind of sensor',
);
export type SensorKind = keyof typeof SensorKind;

/** What a sensor looks at. */
export const SensorArea = defineEnum(
  'SensorArea',
  'What a sensor looks at.',
  ['INTERIOR', 'PERIMETER', 'PUBLIC'],
  'an area of a sensor',
);
export type SensorArea = keyof typeof SensorArea;

/** How a sensor works. */
export const SensorStatus = defineEnum(
  'SensorStatus',
  'How a sensor works.',
  ['OPERATIONAL', 'DEGRADED', 'OFFLINE'],
  'a status of a sensor',
);
export type SensorStatus = keyof typeof SensorStatus;

/** What an alarm is about. */
export const AlarmKind = defineEnum(
  'AlarmKind',
  'What an alarm is about.',
  ['INTRUSION', 'FORCED_DOOR', 'DURESS', 'FIRE', 'TAMPERING', 'VEHICLE', 'UAS'],
  'a kind of alarm',
);
export type AlarmKind = keyof typeof AlarmKind;

/** How bad what an alarm is about would be. */
export const AlarmSeverity = defineEnum(
  'AlarmSeverity',
  'How bad what an alarm is about would be.',
  ['LOW', 'MODERATE', 'HIGH', 'CRITICAL'],
  'a severity of an alarm',
);
export type AlarmSeverity = keyof typeof AlarmSeverity;

/** Where an alarm stands. */
export const AlarmStatus = defineEnum(
  'AlarmStatus',
  'Where an alarm stands.',
  ['RAISED', 'ACKNOWLEDGED', 'RESOLVED', 'FALSE_ALARM'],
  'a status of an alarm',
);
export type AlarmStatus = keyof typeof AlarmStatus;

/** On what footage rests where law asks for a basis. */
export const FootageBasis = defineEnum(
  'FootageBasis',
  'On what footage rests where law asks for a basis.',
  ['PREMISES_OF_THE_MISSION', 'HOST_PERMISSION', 'HOST_POLICE_RECORDING'],
  'a basis of footage',
);
export type FootageBasis = keyof typeof FootageBasis;
