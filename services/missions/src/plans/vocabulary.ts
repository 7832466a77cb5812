import { defineEnum } from '@chancery/shared/schema/define-enum';

/** Order in which means of communication are used: primary, alternate, contingency, emergency. */
export const PaceTier = defineEnum(
  'PaceTier',
  'Order in which means of communication are used: primary, alternate, contingency, emergency.',
  ['PRIMARY', 'ALTERNATE', 'CONTINGENCY', 'EMERGENCY'],
  'a tier of a PACE plan',
);
export type PaceTier = keyof typeof PaceTier;

/** By what a channel runs. */
export const CommsMedium = defineEnum(
  'CommsMedium',
  'By what a channel runs.',
  ['SECURE_NETWORK', 'MOBILE_TELEPHONE', 'LANDLINE', 'VHF_RADIO', 'HF_RADIO', 'SATELLITE_TELEPHONE', 'COURIER'],
  'a medium',
);
export type CommsMedium = keyof typeof CommsMedium;

/** How a channel works. */
export const ChannelStatus = defineEnum(
  'ChannelStatus',
  'How a channel works.',
  ['UP', 'DEGRADED', 'DOWN', 'UNTESTED'],
  'a status of a channel',
);
export type ChannelStatus = keyof typeof ChannelStatus;

/** What a plan is for. */
export const PlanScenario = defineEnum(
  'PlanScenario',
  'What a plan is for.',
  [
    'CIVIL_UNREST',
    'ARMED_ATTACK',
    'BOMB_THREAT',
    'FIRE',
    'NATURAL_DISASTER',
    'HOSTAGE_TAKING',
    'CYBER_ATTACK',
    'UAS_ATTACK',
  ],
  'a scenario of a plan',
);
export type PlanScenario = keyof typeof PlanScenario;

/** Where a plan stands. */
export const PlanStatus = defineEnum(
  'PlanStatus',
  'Where a plan stands.',
  ['DRAFT', 'APPROVED', 'UNDER_REVIEW', 'SUPERSEDED'],
  'a status of a plan',
);
export type PlanStatus = keyof typeof PlanStatus;

/** What an annex of a plan is about. */
export const AnnexKind = defineEnum(
  'AnnexKind',
  'What an annex of a plan is about.',
  ['DRAWDOWN', 'NEO', 'SHELTER_IN_PLACE', 'DESTRUCTION', 'COMMUNICATIONS', 'MEDICAL', 'PUBLIC_INFORMATION'],
  'a kind of annex',
);
export type AnnexKind = keyof typeof AnnexKind;

/** How people are brought out of danger, or kept from it. */
export const DepartureMode = defineEnum(
  'DepartureMode',
  'How people are brought out of danger, or kept from it.',
  ['AUTHORIZED_DEPARTURE', 'ORDERED_DEPARTURE', 'NEO', 'SHELTER_IN_PLACE', 'RELOCATION'],
  'a mode of departure',
);
export type DepartureMode = keyof typeof DepartureMode;

/** Authority with which a post works. */
export const LiaisonAuthority = defineEnum(
  'LiaisonAuthority',
  'Authority with which a post works.',
  ['FOREIGN_MINISTRY', 'POLICE', 'FIRE_SERVICE', 'MEDICAL_SERVICE', 'BORDER_GUARD', 'MUNICIPALITY', 'PARTNER_MISSION'],
  'an authority',
);
export type LiaisonAuthority = keyof typeof LiaisonAuthority;
