import type { Fact } from '@chancery/shared/snapshot/snapshot';
import type { Regime } from '@chancery/shared/vocabulary';
import type { PersonCategory } from '../compiled/bits.js';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

const RULE = 'CHY-MEMB';

type Categories = ReadonlySet<PersonCategory>;

const DIPLOMATIC: Categories = new Set<PersonCategory>([
  'DIPLOMATIC_AGENT',
  'ADMINISTRATIVE_TECHNICAL',
  'SERVICE_STAFF',
  'PRIVATE_SERVANT',
  'LOCAL_STAFF',
]);
const CONSULAR: Categories = new Set<PersonCategory>([
  'CONSULAR_OFFICER',
  'CONSULAR_EMPLOYEE',
  'HONORARY_OFFICER',
  'SERVICE_STAFF',
  'PRIVATE_SERVANT',
  'LOCAL_STAFF',
]);
const UNITED_NATIONS: Categories = new Set<PersonCategory>([
  'UN_SECRETARY_GENERAL',
  'UN_HIGH_OFFICIAL',
  'UN_OFFICIAL',
  'UN_EXPERT',
  'LOCAL_STAFF',
]);
const TO_UNITED_NATIONS: Categories = new Set<PersonCategory>([
  'UN_REPRESENTATIVE',
  'MEMBER_OF_PERMANENT_MISSION',
  'ADMINISTRATIVE_TECHNICAL',
  'SERVICE_STAFF',
  'PRIVATE_SERVANT',
  'LOCAL_STAFF',
]);

/** What a member of a post is under the treaty that governs it (VCDR 1, VCCR 1, 58; CPIUN 11, 17-22); of a post without one anything but somebody's family. */
const MEMBERS: Readonly<Record<Regime, Categories | null>> = {
  VCDR: DIPLOMATIC,
  VCCR: CONSULAR,
  VCCR_HONORARY: CONSULAR,
  CPIUN: UNITED_NATIONS,
  CPIUN_MISSION: TO_UNITED_NATIONS,
  NONE: null,
};

/** Whether somebody of such a category is a member of a post: what no article speaks of, no ministry would be told of. */
export function checkMember(category: PersonCategory, relations: readonly Pick<Fact, 'regime'>[]): Verdict {
  const isFamily = category.startsWith('FAMILY_OF_');
  const isMember = relations.some(({ regime }) => MEMBERS[regime]?.has(category) ?? !isFamily);
  return isMember ? ACCEPTED : refused(RULE, `\`${category}\` is no category of members of this post`);
}

/** The category of a member's family that lives with it (VCDR 37(1)-(2), VCCR 46, 48-53, CPIUN 19); null where no article has one. */
export function familyOf(category: string): PersonCategory | null {
  return FAMILIES.get(category) ?? null;
}

const FAMILIES: ReadonlyMap<string, PersonCategory> = new Map<string, PersonCategory>([
  ['DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT'],
  ['ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL'],
  ['CONSULAR_OFFICER', 'FAMILY_OF_CONSULAR_OFFICER'],
  ['UN_HIGH_OFFICIAL', 'FAMILY_OF_UN_HIGH_OFFICIAL'],
  ['UN_SECRETARY_GENERAL', 'FAMILY_OF_UN_SECRETARY_GENERAL'],
]);

/** What a receiving State says of a member of a post. */
export interface Acceptance {
  readonly acceptability: string;
  /** What was said before, and by which State; null where none has said anything. */
  readonly before: string;
  readonly saidBy: string | null;
  readonly category: string;
  /** The State that says it. */
  readonly represents: string;
}

const REFUSALS: ReadonlySet<string> = new Set(['NON_GRATA', 'NOT_ACCEPTABLE']);
const OFFICERS: ReadonlySet<string> = new Set(['DIPLOMATIC_AGENT', 'CONSULAR_OFFICER', 'HONORARY_OFFICER']);
const CONSULAR_REGIMES: ReadonlySet<Regime> = new Set<Regime>(['VCCR', 'VCCR_HONORARY']);

/**
 * VCDR 4, 9(1), VCCR 12, 23(1), (3): the receiving State says of the members of a post to itself whether it accepts them, without a reason. Persona non grata is
 * diplomatic staff or a consular officer; what one State has said another does not take back. Of missions to the United Nations it is for the Headquarters Agreement (13(b)).
 */
export function checkAcceptance(
  { acceptability, before, saidBy, category, represents }: Acceptance,
  relations: readonly Pick<Fact, 'receiving' | 'regime'>[],
): Verdict {
  const relation = relations.find(({ receiving }) => receiving === represents);
  if (relation === undefined) return refused(RULE, `\`${represents}\` does not receive this post`);
  const { regime } = relation;
  const isConsular = CONSULAR_REGIMES.has(regime);
  if (regime !== 'VCDR' && !isConsular) return refused('VCDR-9', 'no article on acceptability governs this post');
  const rule = isConsular ? 'VCCR-23' : 'VCDR-9';
  if (acceptability === 'NON_GRATA' && !OFFICERS.has(category)) {
    return refused(rule, `persona non grata is an officer; \`${category}\` is not acceptable`);
  }
  if (REFUSALS.has(before) && saidBy !== represents) return refused(rule, 'what another State has said it takes back');
  return ACCEPTED;
}
