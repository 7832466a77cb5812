import { PERSON_CATEGORIES } from '@chancery/policy/compiled/bits';
import { defineEnum } from '@chancery/shared/schema/define-enum';

/** What a person is under the treaties. */
export const PersonCategory = defineEnum(
  'PersonCategory',
  'What a person is under the treaties.',
  PERSON_CATEGORIES,
  'a category of person',
);
export type PersonCategory = keyof typeof PersonCategory;

/** Office at a post. */
export const PostOffice = defineEnum(
  'PostOffice',
  'Office at a post.',
  [
    'HEAD_OF_MISSION',
    'HEAD_OF_POST',
    'DEPUTY_HEAD',
    'REGIONAL_SECURITY_OFFICER',
    'CONSUL',
    'COMMUNICATIONS_OFFICER',
    'MANAGEMENT_OFFICER',
    'ATTACHE',
    'DEFENCE_ATTACHE',
    'ADMINISTRATIVE_OFFICER',
    'PRIVATE_SERVANT',
    'DRIVER',
    'LOCAL_GUARD',
  ],
  'an office at a post',
);
export type PostOffice = keyof typeof PostOffice;

/** Whether the receiving State accepts a person (VCDR 4, 9; VCCR 12, 23). */
export const Acceptability = defineEnum(
  'Acceptability',
  'Whether the receiving State accepts a person (VCDR 4, 9; VCCR 12, 23).',
  ['AGREED', 'NOTIFIED', 'NON_GRATA', 'NOT_ACCEPTABLE'],
  'an acceptability',
);
export type Acceptability = keyof typeof Acceptability;

/** Standing of a person towards taxes of the receiving State (VCDR 34, 37; VCCR 49). */
export const FiscalStatus = defineEnum(
  'FiscalStatus',
  'Standing of a person towards taxes of the receiving State (VCDR 34, 37; VCCR 49).',
  ['EXEMPT', 'PARTLY_EXEMPT', 'LIABLE'],
  null,
);
export type FiscalStatus = keyof typeof FiscalStatus;

/** What the members of a household are to its head. */
export const FamilyRelation = defineEnum(
  'FamilyRelation',
  'What the members of a household are to its head.',
  ['SPOUSE_OR_PARTNER', 'CHILD', 'OTHER_DEPENDANT'],
  'a relation',
);
export type FamilyRelation = keyof typeof FamilyRelation;
