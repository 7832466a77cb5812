import type { ActFlag } from '../compiled/bits.js';

/** Scope key of a waiver of immunity from execution. It holds a space, so no record can bear it. */
export const EXECUTION = 'EXECUTION OF JUDGMENT';

/** Agreements that a rule asks for, by the scope key that names their subject matter. A record key holds no space. */
export const AGREEMENT_SUBJECTS: readonly { readonly key: string; readonly flag: ActFlag }[] = [
  { key: 'AGREED CHANNEL', flag: 'AGREEMENT_CHANNEL' },
  { key: 'CONSULAR NOTICE', flag: 'AGREEMENT_CONSULAR_NOTICE' },
  { key: 'LEGAL ASSISTANCE', flag: 'AGREEMENT_LEGAL_ASSISTANCE' },
  // An adequacy decision is taken under one law (GDPR 45, LED 36); what says no law is about whichever binds its maker.
  { key: 'DATA ADEQUACY', flag: 'AGREEMENT_ADEQUACY' },
  { key: 'DATA ADEQUACY', flag: 'AGREEMENT_ADEQUACY_LED' },
  { key: 'DATA ADEQUACY GDPR', flag: 'AGREEMENT_ADEQUACY' },
  { key: 'DATA ADEQUACY LED', flag: 'AGREEMENT_ADEQUACY_LED' },
  { key: 'DATA SAFEGUARDS', flag: 'AGREEMENT_SAFEGUARDS' },
];

/** The key by which an agreement with a State says that it is associated with a mission of the Union. */
export const PARTICIPATION_KEY = 'EU PARTICIPATION';

/** The key of an agreement on classified information that reaches a rank, `EUCI 2` for CONFIDENTIEL UE and below. */
export const classifiedUpTo = (rank: number): string => `EUCI ${rank}`;

/** The subject matters of agreements that a rule of either layer asks for. */
export const AGREEMENT_KEYS: ReadonlySet<string> = new Set([
  ...AGREEMENT_SUBJECTS.map(({ key }) => key),
  ...[1, 2, 3, 4].map(classifiedUpTo),
  PARTICIPATION_KEY,
]);

/** Instruments whose parties a rule asks for, by the scope key under which their PARTY_STATUS acts stand. */
export const INSTRUMENTS: readonly { readonly key: string; readonly flag: ActFlag }[] = [
  { key: 'VCDR 1961', flag: 'PARTY_VCDR_1961' },
  { key: 'VCCR 1963', flag: 'PARTY_VCCR_1963' },
  { key: 'IPP 1973', flag: 'PARTY_IPP_1973' },
  { key: 'HOSTAGES 1979', flag: 'PARTY_HOSTAGES_1979' },
  { key: 'UNSAFE 1994', flag: 'PARTY_UNSAFE_1994' },
  { key: 'CPIUN 1946', flag: 'PARTY_CPIUN_1946' },
  { key: 'C108', flag: 'PARTY_C108' },
];

/** The instruments whose parties a rule asks for. */
export const INSTRUMENT_KEYS: ReadonlySet<string> = new Set(INSTRUMENTS.map(({ key }) => key));
