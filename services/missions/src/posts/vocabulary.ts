import { defineEnum } from '@chancery/shared/schema/define-enum';
import { LEGAL_STATUSES } from '@chancery/shared/vocabulary';

/** Standing of a post in the State that receives it. */
export const LegalStatus = defineEnum(
  'LegalStatus',
  'Standing of a post in the State that receives it.',
  LEGAL_STATUSES,
  'a legal status',
);
export type LegalStatus = keyof typeof LegalStatus;

/** What a part of the premises serves as. */
export const AreaKind = defineEnum(
  'AreaKind',
  'What a part of the premises serves as.',
  ['CHANCERY', 'CONSULAR_SECTION', 'ANNEX', 'RESIDENCE_OF_HEAD', 'WAREHOUSE', 'GARAGE', 'CULTURAL_CENTRE'],
  'a kind of area',
);
export type AreaKind = keyof typeof AreaKind;

/** Article by which an area is inviolable. */
export const InviolabilityBasis = defineEnum(
  'InviolabilityBasis',
  'Article by which an area is inviolable.',
  ['VCDR_22', 'VCDR_30', 'VCCR_31', 'VCCR_59', 'CPIUN_3', 'NONE'],
  'a basis of inviolability',
);
export type InviolabilityBasis = keyof typeof InviolabilityBasis;

/** What a piece of property is. */
export const AssetKind = defineEnum(
  'AssetKind',
  'What a piece of property is.',
  ['COMMUNICATIONS_EQUIPMENT', 'GENERATOR', 'SAFE', 'FURNISHING', 'MEDICAL_EQUIPMENT', 'INFORMATION_SYSTEM'],
  'a kind of asset',
);
export type AssetKind = keyof typeof AssetKind;

/** Article by which property cannot be searched, requisitioned, attached or taken in execution. */
export const PropertyImmunity = defineEnum(
  'PropertyImmunity',
  'Article by which property cannot be searched, requisitioned, attached or taken in execution.',
  ['VCDR_22_3', 'VCCR_31_4', 'NONE'],
  'an immunity of property',
);
export type PropertyImmunity = keyof typeof PropertyImmunity;

/** What a means of transport is. */
export const VehicleKind = defineEnum(
  'VehicleKind',
  'What a means of transport is.',
  ['SALOON', 'UTILITY_VEHICLE', 'VAN', 'BUS', 'MOTORCYCLE'],
  'a kind of vehicle',
);
export type VehicleKind = keyof typeof VehicleKind;

/** Ballistic protection by EN 1522 and EN 1063. */
export const ArmourLevel = defineEnum(
  'ArmourLevel',
  'Ballistic protection by EN 1522 and EN 1063.',
  ['NONE', 'FB4', 'FB6', 'FB7'],
  'a level of armour',
);
export type ArmourLevel = keyof typeof ArmourLevel;
