import { defineEnum } from '@chancery/shared/schema/define-enum';

const REQUIREMENT_KIND_WORDS = ['PIR', 'SIR', 'RFI'] as const;
/** What kind of requirement it is: a priority or a specific intelligence requirement, or a request for information. */
export const RequirementKind = defineEnum(
  'RequirementKind',
  'What kind of requirement it is: a priority or a specific intelligence requirement, or a request for information.',
  REQUIREMENT_KIND_WORDS,
  'a kind of requirement',
);
export type RequirementKind = keyof typeof RequirementKind;

const REQUIREMENT_STATUS_WORDS = ['OPEN', 'TASKED', 'SATISFIED', 'EXPIRED', 'CANCELLED'] as const;
/** Where a requirement stands. */
export const RequirementStatus = defineEnum(
  'RequirementStatus',
  'Where a requirement stands.',
  REQUIREMENT_STATUS_WORDS,
  'a status of a requirement',
);
export type RequirementStatus = keyof typeof RequirementStatus;

const INTEL_DISCIPLINE_WORDS = ['HUMINT', 'SIGINT', 'OSINT'] as const;
/** How intelligence was come by. */
export const IntelDiscipline = defineEnum(
  'IntelDiscipline',
  'How intelligence was come by.',
  INTEL_DISCIPLINE_WORDS,
  'a discipline',
);
export type IntelDiscipline = keyof typeof IntelDiscipline;

const SOURCE_RELIABILITY_WORDS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
/** How far a source is to be relied on, by the Admiralty scale: A completely, E not, F cannot be judged. */
export const SourceReliability = defineEnum(
  'SourceReliability',
  'How far a source is to be relied on, by the Admiralty scale: A completely, E not, F cannot be judged.',
  SOURCE_RELIABILITY_WORDS,
  'a reliability',
);
export type SourceReliability = keyof typeof SourceReliability;

const SOURCE_KIND_WORDS = ['HUMAN', 'TECHNICAL', 'OPEN', 'LIAISON'] as const;
/** What kind of source it is. */
export const SourceKind = defineEnum('SourceKind', 'What kind of source it is.', SOURCE_KIND_WORDS, 'a kind of source');
export type SourceKind = keyof typeof SourceKind;

const SOURCE_STATUS_WORDS = ['ACTIVE', 'DORMANT', 'CLOSED'] as const;
/** Whether a source still reports. */
export const SourceStatus = defineEnum(
  'SourceStatus',
  'Whether a source still reports.',
  SOURCE_STATUS_WORDS,
  'a status of a source',
);
export type SourceStatus = keyof typeof SourceStatus;
