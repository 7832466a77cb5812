import { ACT_KINDS, type ActKind, type Regime } from '@chancery/shared/vocabulary';
import type { PersonCategory } from '../compiled/bits.js';

/**
 * On whose behalf an office speaks: the State that sends the mission or receives it, the State or organisation whose
 * agency made the record, the Organisation that is immune, or whichever State the act binds.
 */
export type Party = 'SENDING' | 'RECEIVING' | 'MAKER' | 'UN' | 'ITSELF';

/** Who may speak in acts of one kind, and by which article. */
export interface OfficeRow {
  readonly kind: ActKind;
  readonly party: Party;
  readonly offices: readonly string[];
  readonly article: string;
  /** Null where the treaty that governs the post makes no difference. */
  readonly regimes: readonly Regime[] | null;
  /** Null where it makes none whose immunity it is. */
  readonly persons: readonly PersonCategory[] | null;
}

/** They speak for a State in everything (VCLT 7(2)(a); VCDR 41(2) for another ministry). */
const STATE = [
  'HEAD_OF_STATE',
  'HEAD_OF_GOVERNMENT',
  'GOVERNMENT',
  'FOREIGN_MINISTER',
  'FOREIGN_MINISTRY',
  'MINISTER',
  'MINISTRY',
] as const;
/** VCDR 14(1), and 19(1) while the post of head is vacant or the head unable to act. */
const MISSION_HEADS = ['HEAD_OF_MISSION', 'CHARGE_D_AFFAIRES', 'CHARGE_D_AFFAIRES_AD_INTERIM'] as const;
/** VCCR 9(1), and 15(1) while the post of head is vacant or the head unable to act. */
const POST_HEADS = ['HEAD_OF_POST', 'ACTING_HEAD_OF_POST'] as const;
/** The agency that made the record, which may also be called by its own name: `DIPLOMATIC_SECURITY` of `USA.diplomatic-security`. */
export const OWNING_AGENCY = 'OWNING_AGENCY';
/** They speak for an agency about what it made. */
const AGENCY = [OWNING_AGENCY, 'AGENCY_HEAD', 'AGENCY_HEAD_DESIGNEE', 'ORIGINATOR', 'DISCLOSURE_OFFICER'] as const;
/** Bodies of the Union and of NATO that decide on a release; 2013/488/EU 11(5), 13(2). */
const ORGANISATION = [
  'COUNCIL',
  'SECURITY_COMMITTEE',
  'SECRETARY_GENERAL',
  'HIGH_REPRESENTATIVE',
  'EEAS_STAFF',
] as const;
const OPERATION = ['MISSION_COMMANDER', 'FORCE_COMMANDER'] as const;

const CONSULAR: readonly Regime[] = ['VCCR', 'VCCR_HONORARY'];
const DIPLOMATIC: readonly Regime[] = ['VCDR', 'CPIUN_MISSION', 'NONE'];
const OF_STATES: readonly PersonCategory[] = [
  'DIPLOMATIC_AGENT',
  'FAMILY_OF_AGENT',
  'ADMINISTRATIVE_TECHNICAL',
  'FAMILY_OF_ADMINISTRATIVE_TECHNICAL',
  'SERVICE_STAFF',
  'PRIVATE_SERVANT',
  'CONSULAR_OFFICER',
  'CONSULAR_EMPLOYEE',
  'FAMILY_OF_CONSULAR_OFFICER',
  'HONORARY_OFFICER',
  'UN_REPRESENTATIVE',
  'MEMBER_OF_PERMANENT_MISSION',
  'COURIER',
  'LOCAL_STAFF',
];
const OF_UN: readonly PersonCategory[] = ['UN_OFFICIAL', 'UN_HIGH_OFFICIAL', 'FAMILY_OF_UN_HIGH_OFFICIAL', 'UN_EXPERT'];
const OF_SECRETARY_GENERAL: readonly PersonCategory[] = ['UN_SECRETARY_GENERAL', 'FAMILY_OF_UN_SECRETARY_GENERAL'];

/** The office under which the sending State names a State as one of transit for a case; it assigns nobody. */
export const TRANSIT_NOTICE = 'TRANSIT_NOTICE';

type Row = readonly [party: Party, offices: readonly string[], article: string, given?: Partial<OfficeRow>];

const ENTRY: readonly Row[] = [
  ['SENDING', [...MISSION_HEADS, ...STATE], 'VCDR 22(1), 14(1), 19(1)', { regimes: DIPLOMATIC }],
  ['SENDING', [...POST_HEADS, 'DESIGNEE', ...MISSION_HEADS, ...STATE], 'VCCR 31(2), 15(1)', { regimes: CONSULAR }],
  ['SENDING', ['UN_SG'], 'Headquarters Agreement 9(a); CPIUN 3', { regimes: ['CPIUN'] }],
];

const BY_KIND: Readonly<Record<ActKind, readonly Row[]>> = {
  CONSENT: ENTRY,
  CONSENT_REFUSAL: ENTRY,
  RELEASE: [
    [
      'SENDING',
      [...STATE, ...MISSION_HEADS],
      'VCDR 24, 27(2); VCCR 33, 35(2)',
      { regimes: [...DIPLOMATIC, ...CONSULAR] },
    ],
    ['SENDING', POST_HEADS, 'VCCR 33, 35(2), 61', { regimes: CONSULAR }],
    ['SENDING', ['UN_SG'], 'CPIUN 3, 4', { regimes: ['CPIUN'] }],
    ['MAKER', [...STATE, ...MISSION_HEADS, ...POST_HEADS, ...AGENCY, 'UN_SG'], 'EO 13526 1.1(a); own law of the maker'],
    ['MAKER', [...ORGANISATION, ...OPERATION], '2013/488/EU 11(5), 13(2); C-M(2002)49-REV1'],
  ],
  ORIGINATOR_CONSENT: [
    ['MAKER', [...STATE, ...AGENCY, 'UN_SG'], 'EO 13526 4.1(i)(1); own law of the maker'],
    ['MAKER', ORGANISATION, '2013/488/EU 13(4); NATO 1997 art 1(iv)'],
  ],
  WAIVER: [
    ['SENDING', [...STATE, ...MISSION_HEADS], 'VCDR 32(1); VCCR 45(1); CPIUN 14', { persons: OF_STATES }],
    ['UN', ['UN_SG'], 'CPIUN 20, 23', { persons: OF_UN }],
    ['UN', ['SECURITY_COUNCIL'], 'CPIUN 20', { persons: OF_SECRETARY_GENERAL }],
  ],
  MANDATE: [['SENDING', STATE, 'VCDR 45(b)-(c), 46; VCCR 8, 27(1)(b)-(c)']],
  AGREEMENT: [
    ['ITSELF', [...STATE, 'UN_SG'], 'VCLT 7(2)(a); VCLTIO 7(3)'],
    [
      'ITSELF',
      ['COUNCIL', 'COMMISSION', 'HIGH_REPRESENTATIVE', 'ADMINISTRATIVE_ARRANGEMENT'],
      'TFEU 218; GDPR 45(3); LED 36(3); 2013/488/EU 13(2)',
    ],
  ],
  DISASTER: [
    ['SENDING', [...MISSION_HEADS, ...POST_HEADS, 'DESIGNEE'], 'VCCR 31(2)'],
    ['RECEIVING', ['EMERGENCY_SERVICE'], 'VCCR 31(2)'],
  ],
  JUDICIAL_DECISION: [['RECEIVING', ['COURT'], 'VCCR 41(1)']],
  EMERGENCY_DISCLOSURE: [['MAKER', ['AGENCY_HEAD', 'AGENCY_HEAD_DESIGNEE'], 'EO 13526 4.2(b)']],
  PARTY_STATUS: [['ITSELF', [...STATE, 'DEPOSITARY'], 'VCLT 7(2)(a), 16, 77(1)']],
  ASSIGNMENT: [
    ['MAKER', [...AGENCY, 'CASE_OFFICER', ...STATE], 'EO 13526 4.1(a)(3); own law of the maker'],
    ['SENDING', [TRANSIT_NOTICE], 'VCDR 40(1); VCCR 54(1)'],
  ],
};

/** Every office that may speak in acts of some kind; whoever is not here speaks for nobody. */
export const OFFICES: readonly OfficeRow[] = ACT_KINDS.flatMap((kind) =>
  BY_KIND[kind].map(
    ([party, offices, article, given]): OfficeRow => ({
      kind,
      party,
      offices,
      article,
      regimes: null,
      persons: null,
      ...given,
    }),
  ),
);
