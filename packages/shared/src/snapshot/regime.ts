import type { MissionKind, Regime } from '../vocabulary.js';

const REGIME_BY_KIND: Readonly<Record<MissionKind, Regime>> = {
  EMBASSY: 'VCDR',
  HIGH_COMMISSION: 'VCDR',
  APOSTOLIC_NUNCIATURE: 'VCDR',
  INTERESTS_SECTION: 'VCDR',
  CONSULATE_GENERAL: 'VCCR',
  CONSULATE: 'VCCR',
  CONSULAR_AGENCY: 'VCCR',
  ASSISTANT_HIGH_COMMISSION: 'VCCR',
  // VCCR 58: articles 31, 33, 41, 44(1)-(2) and 49 do not extend to it.
  HONORARY_CONSULATE: 'VCCR_HONORARY',
  // Outside both conventions unless an arrangement says otherwise; none is registered. Wants a lawyer.
  DE_FACTO_EMBASSY: 'NONE',
  DE_FACTO_CONSULATE: 'NONE',
  LIAISON_OFFICE: 'NONE',
  APOSTOLIC_DELEGATION: 'NONE',
  // General Convention section 11 binds every Member; a host agreement (Headquarters Agreement section 15) adds to it.
  PERMANENT_MISSION: 'CPIUN_MISSION',
};

/** The treaty that governs posts of a kind. */
export function regimeOf(kind: MissionKind): Regime {
  return REGIME_BY_KIND[kind];
}
