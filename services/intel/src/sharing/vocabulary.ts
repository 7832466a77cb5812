import { defineEnum } from '@chancery/shared/schema/define-enum';

const DISSEMINATION_BASIS_WORDS = [
  'SHARING_AGREEMENT',
  'ORIGINATOR_CONSENT',
  'TEARLINE',
  'DUTY_TO_WARN',
  'HOST_PROTECTION',
] as const;
/** On what ground something is passed on. */
export const DisseminationBasis = defineEnum(
  'DisseminationBasis',
  'On what ground something is passed on.',
  DISSEMINATION_BASIS_WORDS,
  'a ground of a dissemination',
);
export type DisseminationBasis = keyof typeof DisseminationBasis;

const DISSEMINATION_CHANNEL_WORDS = ['MINISTRY', 'LIAISON_OFFICER', 'SECURE_NETWORK', 'IN_PERSON'] as const;
/** By which way it is passed on. */
export const DisseminationChannel = defineEnum(
  'DisseminationChannel',
  'By which way it is passed on.',
  DISSEMINATION_CHANNEL_WORDS,
  'a way of a dissemination',
);
export type DisseminationChannel = keyof typeof DisseminationChannel;
