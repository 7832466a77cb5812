import type { Instant } from '@chancery/shared/clock';
import type { RecordMarks } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import {
  ALL_ACTS,
  ALL_LEGAL_STATUSES,
  type Bits,
  type Bounds,
  GROUND,
  LEGAL_STATUS,
  NONE,
  OFFENCE,
  TAG,
  union,
} from '../compiled/bits.js';
import type { PolicyInput } from '../compiled/policy-input.js';
import type { ActInput } from './act-input.js';
import { REGISTER } from './act-issuers.js';
import { type ActFindings, matchActs, NO_ACTS } from './act-matching.js';
import { type AddressedAgreement, agreementsWith, matchAgreements } from './agreements.js';
import { dataLawOf, isTransfer } from './data-law.js';
import { personOf } from './immunity.js';
import type { Jurisdiction } from './jurisdiction.js';
import { needsToKnow, usesWhatItMade } from './need-to-know.js';
import { partyStatusOf } from './party-status.js';
import { stateOfAgency } from './speaks-for.js';
import { type UnionStatus, unionStatusOf } from './union.js';

/** Who asks, of which snapshot, when: what every input of one evaluation shares. */
export interface FactContext {
  readonly profile: Profile;
  readonly view: SnapshotView;
  readonly now: Instant;
  /** Instruments that the represented State is a party to. */
  readonly party: ActFindings;
  /** Agreements addressed to the subject. */
  readonly agreements: readonly AddressedAgreement[];
  /** The law on personal data that binds a State's authorities at that time. */
  readonly unionOf: (state: string) => UnionStatus;
}

/** What every input of one evaluation shares. */
export function factContext(profile: Profile, view: SnapshotView, now: Instant): FactContext {
  const party = partyStatusOf(view, profile.subject.represents, now);
  const unionOf = (state: string): UnionStatus => unionStatusOf(state, now);
  return { profile, view, now, party, agreements: agreementsWith(view, profile), unionOf };
}

/** An input with the acts behind it. */
export interface GatheredInput {
  readonly input: PolicyInput;
  readonly acts: ActFindings;
  /** When what is known of the mission, of the person concerned or of a membership in the Union changes; not of the acts. */
  readonly validUntil: Instant;
}

const UNITED_NATIONS = 'UN';

const TAG_BITS: ReadonlyMap<string, Bits> = new Map(Object.entries(TAG));
const GROUND_BITS: ReadonlyMap<string, Bits> = new Map(Object.entries(GROUND));
const OFFENCE_BITS: ReadonlyMap<string, Bits> = new Map(Object.entries(OFFENCE));

/** Those tags of a record that are words of one vocabulary. */
function markBits(tags: ReadonlySet<string>, vocabulary: ReadonlyMap<string, Bits>): Bits {
  let bits: Bits = NONE;
  for (const tag of tags) bits = union(bits, vocabulary.get(tag) ?? NONE);
  return bits;
}

function merge(first: ActFindings, second: ActFindings): ActFindings {
  if (first === NO_ACTS) return second;
  if (second === NO_ACTS) return first;
  return {
    inForce: union(first.inForce, second.inForce),
    ids: new Map([...first.ids, ...second.ids]),
    validUntil: Math.min(first.validUntil, second.validUntil),
  };
}

function actsOf(context: FactContext, input: ActInput): ActFindings {
  const { view, now, party, agreements } = context;
  if (view.stale) return NO_ACTS;
  return merge(merge(matchActs(view, input, now), matchAgreements(agreements, input, now)), party);
}

/** What is known of the acts: nothing when stale; not who could refuse when the mission's States are UNKNOWN. */
function boundsOf(acts: ActFindings, view: SnapshotView, jurisdiction: Jurisdiction): Bounds {
  if (view.stale) return { certain: NONE, possible: ALL_ACTS };
  return { certain: acts.inForce, possible: jurisdiction.known ? acts.inForce : ALL_ACTS };
}

/** The legal status of the post under its treaty; none for a record that concerns no post. */
function legalStatusOf({ fact, known }: Jurisdiction): Bounds {
  if (fact !== null) return { certain: LEGAL_STATUS[fact.legalStatus], possible: LEGAL_STATUS[fact.legalStatus] };
  return { certain: NONE, possible: known ? NONE : ALL_LEGAL_STATUSES };
}

/** Puts together what the rules are asked about one kind of data of one record, in respect of one mission. */
export function gatherInput(
  context: FactContext,
  category: Category,
  record: RecordMarks,
  jurisdiction: Jurisdiction,
): GatheredInput {
  const { profile, view, now } = context;
  const { mission, fact, roles, regimes } = jurisdiction;
  const acts = actsOf(context, { profile, category, record, mission, fact });
  const inForce = boundsOf(acts, view, jurisdiction);
  const legalStatus = legalStatusOf(jurisdiction);
  const owner = stateOfAgency(record.owner);
  const { person, immunity, hostTied, validUntil } = personOf(record, category, fact?.receiving ?? null, regimes, now);
  const ownerUnion = context.unionOf(owner);
  const subjectUnion = context.unionOf(profile.subject.represents);
  const dataLaw = dataLawOf(record, category, ownerUnion);
  const input: PolicyInput = {
    kind: profile.subject.kind,
    purpose: profile.purpose,
    role: roles.certain,
    possibleRole: roles.possible,
    regime: regimes.certain,
    possibleRegime: regimes.possible,
    legalStatus: legalStatus.certain,
    possibleLegalStatus: legalStatus.possible,
    inForce: inForce.certain,
    notExcluded: inForce.possible,
    tags: markBits(record.tags, TAG_BITS),
    grounds: markBits(record.tags, GROUND_BITS),
    offences: markBits(record.tags, OFFENCE_BITS),
    person: person.certain,
    possiblePerson: person.possible,
    immunity: immunity.certain,
    possibleImmunity: immunity.possible,
    published: category === 'PUBLIC_FACT' || record.tags.has('public'),
    rescueMinimum: category === 'PREMISES_RESCUE',
    proceedings: category === 'CASE' || category === 'PROCEEDING',
    hostTied,
    // What the register keeps is of others: its own persons read of it what a rule says, and nothing as its maker.
    originator: record.owner === profile.subject.agency && owner !== REGISTER,
    ownState: owner === profile.subject.represents && owner !== REGISTER,
    needToKnow: needsToKnow(profile.subject.kind, profile.purpose, category),
    ownUse: usesWhatItMade(profile.subject.kind, profile.purpose, category),
    registerRecord: owner === REGISTER,
    dataLaw,
    transfer: isTransfer(dataLaw, subjectUnion),
    unitedNations: profile.subject.represents === UNITED_NATIONS,
    nationalOfSubject: record.person?.nationalities.has(profile.subject.represents) ?? false,
    aboutDetention: category === 'DETENTION',
    aboutOffender: category === 'OFFENDER',
  };
  const ends = [jurisdiction.validUntil, validUntil, ownerUnion.validUntil, subjectUnion.validUntil];
  return { input, acts, validUntil: Math.min(...ends) };
}
