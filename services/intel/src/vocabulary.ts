import { defineEnum } from '@chancery/shared/schema/define-enum';

/** CAP 1.2 status of a warning. */
export const WARNING_STATUSES = ['ACTUAL', 'EXERCISE', 'SYSTEM', 'TEST', 'DRAFT'] as const;
export type WarningStatus = (typeof WARNING_STATUSES)[number];

/** CAP status as an enum of the schema. */
export const WarningStatus = defineEnum('WarningStatus', 'CAP status.', WARNING_STATUSES);

/** CAP 1.2 urgency. */
export const WARNING_URGENCIES = ['IMMEDIATE', 'EXPECTED', 'FUTURE', 'PAST', 'UNKNOWN'] as const;
export type WarningUrgency = (typeof WARNING_URGENCIES)[number];

/** CAP urgency as an enum of the schema. */
export const WarningUrgency = defineEnum('WarningUrgency', 'CAP urgency.', WARNING_URGENCIES);

/** CAP 1.2 severity. */
export const WARNING_SEVERITIES = ['EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN'] as const;
export type WarningSeverity = (typeof WARNING_SEVERITIES)[number];

/** CAP severity as an enum of the schema. */
export const WarningSeverity = defineEnum('WarningSeverity', 'CAP severity.', WARNING_SEVERITIES, 'a severity');

/** CAP 1.2 certainty. */
export const WARNING_CERTAINTIES = ['OBSERVED', 'LIKELY', 'POSSIBLE', 'UNLIKELY', 'UNKNOWN'] as const;
export type WarningCertainty = (typeof WARNING_CERTAINTIES)[number];

/** CAP certainty as an enum of the schema. */
export const WarningCertainty = defineEnum('WarningCertainty', 'CAP certainty.', WARNING_CERTAINTIES);

/** CAP 1.2 scope. */
export const WARNING_SCOPES = ['PUBLIC', 'RESTRICTED', 'PRIVATE'] as const;
export type WarningScope = (typeof WARNING_SCOPES)[number];

/** CAP scope as an enum of the schema. */
export const WarningScope = defineEnum(
  'WarningScope',
  'CAP scope: for whom it is meant. Who may read it is said by its label alone.',
  WARNING_SCOPES,
  'a scope',
);

/** CAP 1.2 category of the event. */
export const WARNING_CATEGORIES = [
  'GEO',
  'MET',
  'SAFETY',
  'SECURITY',
  'RESCUE',
  'FIRE',
  'HEALTH',
  'ENV',
  'TRANSPORT',
  'INFRA',
  'CBRNE',
  'OTHER',
] as const;
export type WarningCategory = (typeof WARNING_CATEGORIES)[number];

/** CAP category as an enum of the schema. */
export const WarningCategory = defineEnum('WarningCategory', 'CAP category.', WARNING_CATEGORIES, 'a category');

/** CAP 1.2 type of response. */
export const WARNING_RESPONSES = [
  'SHELTER',
  'EVACUATE',
  'PREPARE',
  'EXECUTE',
  'AVOID',
  'MONITOR',
  'ASSESS',
  'ALL_CLEAR',
  'NONE',
] as const;
export type WarningResponse = (typeof WARNING_RESPONSES)[number];

/** CAP type of response as an enum of the schema. */
export const WarningResponse = defineEnum('WarningResponse', 'CAP type of response.', WARNING_RESPONSES);

/** CAP 1.2 type of a message. */
export const WARNING_MESSAGE_TYPES = ['ALERT', 'UPDATE', 'CANCEL'] as const;
export type WarningMessageType = (typeof WARNING_MESSAGE_TYPES)[number];

/** CAP type of a message as an enum of the schema. */
export const WarningMessageType = defineEnum(
  'WarningMessageType',
  'CAP type of a message.',
  WARNING_MESSAGE_TYPES,
  'a type of a message',
);
