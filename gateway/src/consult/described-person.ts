import { DecisionProfiles } from '@chancery/shared/clearance/decision-profile';
import type { Instant } from '@chancery/shared/clock';
import { ClientError, InternalError } from '@chancery/shared/errors';
import type { AskPeople, PeoplePage } from '@chancery/shared/people/ask-people';
import { PEOPLE_MAX, PERSON_LENGTH_MAX } from '@chancery/shared/people/people-wire';
import { SIGHT_PROFILES_MAX } from '@chancery/shared/subgraph/visibility/sight-question';
import type { Profile, Subject } from '@chancery/shared/subjects/subject';
import type { TrustStore } from '@chancery/shared/subjects/trust-store';
import { PURPOSES } from '@chancery/shared/vocabulary';
import type { MaySeePerson } from '../stages/execute/consulted.js';
import type { Asking } from '../stages/identify/identify.js';
import { type Partner, partnersAt } from './partner-profile.js';

/** By what it is found out of whom is asked. */
export interface DescribingPeople {
  readonly trust: Pick<TrustStore, 'agreements'>;
  readonly people: AskPeople | null;
}

const refuse = (message: string, argument = 'person'): never => {
  throw new ClientError('INPUT_INVALID', message, argument);
};

/**
 * Of whom is asked, once for each purpose and case that the law tells apart: a person of the asker's State as the ledger knows it, or somebody of an agency, who
 * is no more than its agreement lets anybody of it be. Null of a person who has never asked, and of another State's, alike. Throws INPUT_INVALID.
 */
export async function profilesOf(
  person: MaySeePerson,
  asking: Asking,
  at: Instant,
  { trust, people }: DescribingPeople,
): Promise<readonly Profile[] | null> {
  const { subject = null, agency = null } = person;
  if ((subject === null) === (agency === null)) return refuse('`person`: either `subject` or `agency`');
  if (agency !== null) {
    const partner = partnersAt(trust, at).find((each) => each.subject.agency === agency);
    if (partner === undefined) return refuse('`person`: no agreement in force names this agency', 'person.agency');
    const apart = new Map<string, Profile>();
    keepApart(describedProfiles(person, partner), { apart, asking, at });
    return [...apart.values()];
  }
  if ([person.nationalities, person.clearances, person.compartments].some((each) => each != null)) {
    return refuse('`person`: what is described is somebody of an `agency`');
  }
  if (people === null) throw new InternalError('SUBGRAPH_UNREACHABLE', 'nobody tells who has asked');
  return subject === null || subject.length > PERSON_LENGTH_MAX ? null : knownProfiles(person, asking, at, people);
}

/** A person as the ledger knows it, to the last profile: whoever names many cases hides no other behind them. */
async function knownProfiles(
  person: MaySeePerson,
  asking: Asking,
  at: Instant,
  people: AskPeople,
): Promise<readonly Profile[] | null> {
  const { represents } = asking.profile.subject;
  const subject = person.subject ?? null;
  const apart = new Map<string, Profile>();
  let isKnown = false;
  for (let after: string | null = null; ; ) {
    const page: PeoplePage = await people({ represents, subject, after, limit: PEOPLE_MAX });
    const own = page.people.filter((each) => each.subject.id === subject && each.subject.represents === represents);
    isKnown ||= own.length > 0;
    keepApart(
      own.filter((each) => isAsked(each, person)),
      { apart, asking, at },
    );
    if (page.next === null) return isKnown ? [...apart.values()] : null;
    after = page.next;
  }
}

const isAsked = ({ purpose, caseId }: Profile, asked: MaySeePerson): boolean =>
  (asked.purpose ?? purpose) === purpose && (asked.caseId ?? caseId) === caseId;

/** Puts down each that is decided otherwise than the others, at that instant. Throws INPUT_INVALID. */
function keepApart(
  profiles: readonly Profile[],
  {
    apart,
    asking,
    at,
  }: { readonly apart: Map<string, Profile>; readonly asking: Pick<Asking, 'view'>; readonly at: Instant },
): void {
  const alike = new DecisionProfiles();
  for (const profile of profiles) apart.set(alike.of(profile, at, asking.view).key, profile);
  if (apart.size > SIGHT_PROFILES_MAX) {
    refuse(`\`person\`: has asked in more than ${SIGHT_PROFILES_MAX} ways; name a purpose, or a case`);
  }
}

/** Somebody of an agency, for each purpose that its agreement names, or for the one that is asked about. */
function describedProfiles(person: MaySeePerson, { subject, agreement }: Partner): readonly Profile[] {
  const described = describedSubject(person, subject);
  return PURPOSES.filter((purpose) => agreement.purposes.has(purpose) && (person.purpose ?? purpose) === purpose).map(
    (purpose) => ({ subject: described, purpose, caseId: person.caseId ?? null }),
  );
}

/** No more than the agreement covers, whatever is said: beyond it the gateway would not believe a token either. */
function describedSubject({ nationalities, clearances, compartments }: MaySeePerson, most: Subject): Subject {
  return {
    ...most,
    nationalities: nationalities ?? most.nationalities,
    compartments: most.compartments.filter((each) => compartments?.includes(each) ?? true),
    clearances: most.clearances.flatMap((clearance) => {
      if (clearances == null) return [clearance];
      const rank = clearances.find(({ policy }) => policy === clearance.policy)?.rank ?? 0;
      const held = RANKS.find((each) => each === Math.min(rank, clearance.rank)) ?? 0;
      return held === 0 ? [] : [{ ...clearance, rank: held }];
    }),
  };
}

const RANKS = [0, 1, 2, 3, 4] as const;
