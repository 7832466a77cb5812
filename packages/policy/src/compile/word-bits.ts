import {
  ACT,
  type Bits,
  GROUND,
  IMMUNITY,
  LEGAL_STATUS,
  OFFENCE,
  PERSON,
  REGIME,
  ROLE,
  TAG,
} from '../compiled/bits.js';
import type { EnumName } from './attributes.js';

/** The bits of every vocabulary of which an input holds a set. */
export const WORD_BITS: Readonly<Partial<Record<EnumName, Readonly<Record<string, Bits>>>>> = {
  Role: ROLE,
  Regime: REGIME,
  LegalStatus: LEGAL_STATUS,
  Act: ACT,
  Tag: TAG,
  Ground: GROUND,
  Offence: OFFENCE,
  Person: PERSON,
  Immunity: IMMUNITY,
};
