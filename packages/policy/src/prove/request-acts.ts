import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { ActKind } from '@chancery/shared/vocabulary';
import type { ActFlag } from '../compiled/bits.js';
import { AGREEMENT_SUBJECTS, INSTRUMENTS } from '../facts/act-subjects.js';

/** The States of a request that is made up to ask a question, and what its acts must name to reach the record. */
export interface Parties {
  readonly sending: string;
  readonly receiving: string;
  readonly subject: string;
  readonly agency: string;
  /** The State of the agency that made the record. */
  readonly maker: string;
  /** Null where the record concerns no mission. */
  readonly mission: string | null;
  readonly key: string;
  readonly caseId: string;
  readonly category: string;
  /** Who waives for the person concerned. */
  readonly waivedBy: { readonly represents: string; readonly office: string };
}

export const REGISTER_STATE = 'CHANCERY';

/** The key that raises this word and no other. */
function keyOf(
  subjects: readonly { readonly key: string; readonly flag: ActFlag }[],
  flag: ActFlag,
): string | undefined {
  const isAlone = (key: string): boolean => subjects.filter((each) => each.key === key).length === 1;
  return subjects.find((each) => each.flag === flag && isAlone(each.key))?.key;
}

type Made = Pick<Act, 'kind' | 'by'> & Partial<Pick<Act, 'scope' | 'to' | 'written'>>;

function actOf(parties: Parties, made: Made, index: number): Act {
  const { mission, key, subject } = parties;
  return {
    id: `act_${index}`,
    v: 1,
    to: { represents: subject, agencies: ['*'] },
    // By its key, for a mission alone reaches nobody's record.
    scope: { missions: mission === null ? [] : [mission], keys: [key], persons: [], categories: ['*'] },
    from: '2026-09-21T12:00:00Z',
    until: '2026-09-21T18:00:00Z',
    written: true,
    ref: 'note 17',
    revokedAt: null,
    ...made,
  };
}

/** An act that names keys besides what reaches the record. */
function withKeys(parties: Parties, kind: ActKind, represents: string, office: string, keys: readonly string[]): Made {
  const missions = parties.mission === null ? [] : [parties.mission];
  return {
    kind,
    by: { represents, office },
    scope: { missions, keys: [parties.key, ...keys], persons: [], categories: ['*'] },
  };
}

function emergency({ agency, subject, category, mission, key }: Parties): Made {
  return {
    kind: 'EMERGENCY_DISCLOSURE',
    by: { represents: 'USA', office: 'AGENCY_HEAD' },
    to: { represents: subject, agencies: [agency] },
    scope: {
      missions: mission === null ? [] : [mission],
      keys: mission === null ? [key] : [],
      persons: [],
      categories: [category],
    },
  };
}

/** A mandate that makes its holder a protecting power, and one by a key of the record, which makes nobody anything. */
function mandate(parties: Parties, role: string): Made {
  const by = { represents: parties.sending, office: 'FOREIGN_MINISTRY' };
  if (['THIRD_STATE', 'TRANSIT_STATE', 'IGO'].includes(role)) {
    return { kind: 'MANDATE', by, scope: { missions: [], keys: [parties.key], persons: [], categories: ['*'] } };
  }
  return { kind: 'MANDATE', by };
}

function madeFor(flag: ActFlag, held: ReadonlySet<string>, parties: Parties, role: string): Made | null {
  const { sending, receiving, maker, subject, waivedBy, caseId } = parties;
  const bySending = (kind: ActKind, office: string): Made => ({ kind, by: { represents: sending, office } });
  const agreement = keyOf(AGREEMENT_SUBJECTS, flag);
  if (agreement !== undefined) {
    const represents = maker === REGISTER_STATE ? sending : maker;
    return { kind: 'AGREEMENT', by: { represents, office: 'FOREIGN_MINISTRY' }, scope: bare(agreement) };
  }
  const instrument = keyOf(INSTRUMENTS, flag);
  if (instrument !== undefined) {
    const by = { represents: subject, office: 'DEPOSITARY' };
    return { kind: 'PARTY_STATUS', by, to: { represents: '*', agencies: ['*'] }, scope: bare(instrument) };
  }
  switch (flag) {
    case 'CONSENT_HEAD_OF_MISSION':
    case 'CONSENT_HEAD_OF_POST':
    case 'CONSENT_DESIGNEE':
    case 'CONSENT_UN_SG':
      return bySending('CONSENT', flag.slice('CONSENT_'.length));
    case 'CONSENT_REFUSAL':
      return bySending('CONSENT_REFUSAL', held.has('regime.CPIUN') ? 'UN_SG' : 'HEAD_OF_MISSION');
    case 'RELEASE':
      return bySending('RELEASE', 'FOREIGN_MINISTRY');
    case 'RELEASE_BY_MAKER':
      return held.has('inForce.RELEASE')
        ? null
        : { kind: 'RELEASE', by: { represents: maker, office: 'FOREIGN_MINISTRY' } };
    case 'ORIGINATOR_CONSENT':
      return { kind: 'ORIGINATOR_CONSENT', by: { represents: maker, office: 'OWNING_AGENCY' } };
    case 'WAIVER_WRITTEN':
      return { kind: 'WAIVER', by: waivedBy };
    case 'WAIVER_EXPRESS':
      return held.has('inForce.WAIVER_WRITTEN') ? null : { kind: 'WAIVER', by: waivedBy, written: false };
    case 'WAIVER_EXECUTION':
      return withKeys(parties, 'WAIVER', waivedBy.represents, waivedBy.office, ['EXECUTION OF JUDGMENT']);
    case 'MANDATE':
      return mandate(parties, role);
    case 'DISASTER':
      return { kind: 'DISASTER', by: { represents: receiving, office: 'EMERGENCY_SERVICE' } };
    case 'JUDICIAL_DECISION':
      return { kind: 'JUDICIAL_DECISION', by: { represents: receiving, office: 'COURT' } };
    case 'EMERGENCY_DISCLOSURE':
      return emergency(parties);
    case 'ASSIGNMENT':
      return withKeys(parties, 'ASSIGNMENT', maker, 'OWNING_AGENCY', [caseId]);
    default:
      return null;
  }
}

const bare = (key: string): Act['scope'] => ({ missions: [], keys: [key], persons: [], categories: ['*'] });

/** What makes the role of a State that neither sends nor receives. */
function madeForRole(held: ReadonlySet<string>, parties: Parties, role: string): Made | null {
  const by = { represents: parties.sending, office: 'FOREIGN_MINISTRY' };
  if (role === 'TRANSIT_STATE') {
    return withKeys(parties, 'ASSIGNMENT', parties.sending, 'TRANSIT_NOTICE', [parties.caseId]);
  }
  if (role !== 'PROTECTING_POWER' || held.has('inForce.MANDATE') || parties.mission === null) return null;
  // It is entrusted with something, and not with this kind of data.
  const other = parties.category === 'FISCAL' ? 'ASSET' : 'FISCAL';
  return { kind: 'MANDATE', by, scope: { missions: [parties.mission], keys: [], persons: [], categories: [other] } };
}

/** Acts that make exactly the wanted words of a question hold, where somebody could be entitled to them. */
export function actsFor(held: ReadonlySet<string>, flags: readonly ActFlag[], parties: Parties, role: string): Act[] {
  const wanted = flags.filter((flag) => held.has(`inForce.${flag}`));
  const made = [madeForRole(held, parties, role), ...wanted.map((flag) => madeFor(flag, held, parties, role))];
  return made.filter((each) => each !== null).map((each, index) => actOf(parties, each, index));
}
