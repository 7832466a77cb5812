import type { Decision } from '@chancery/policy/decision';
import type { PolicyEngine } from '@chancery/policy/engine';
import { decideSeen, type SeeingBy, type SeenValue } from '@chancery/policy/replay/who-sees';
import type { Instant } from '@chancery/shared/clock';
import { ClientError } from '@chancery/shared/errors';
import { accessHandling } from '@chancery/shared/labels/audit-handling';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { AskPeople } from '@chancery/shared/people/ask-people';
import { PEOPLE_MAX } from '@chancery/shared/people/people-wire';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { profileText } from '@chancery/shared/subjects/profile-text';
import type { Profile } from '@chancery/shared/subjects/subject';
import { DIGEST_TEXT } from '@chancery/shared/subjects/text-shapes';
import { PURPOSES } from '@chancery/shared/vocabulary';
import type { Partner } from './partner-profile.js';

/** Who may see a value, and by what: an agency as its agreement lets any of its people be at most, or a person of the State whose record it is. */
export interface SeeingRow {
  readonly of: 'AGENCY' | 'PERSON';
  readonly profile: Profile;
  readonly decision: Decision;
}

/** A page of them. */
export interface SightPage {
  readonly rows: readonly SeeingRow[];
  /** Null at the end. */
  readonly next: string | null;
}

/** What a page is made from. */
export interface SightOptions {
  readonly value: SeenValue;
  readonly by: SeeingBy;
  /** Agencies that agreements let in at that instant, by their names. */
  readonly partners: readonly Partner[];
  readonly people: AskPeople;
  readonly first: number;
  readonly after: string | null;
  readonly onlyOpen: boolean;
}

const OF_PERSON = 'person:';

const OF_AGENCY = 'agency:';

/** Where a page begins, as it was told; null at the beginning. Throws INPUT_INVALID. */
export function sightCursor(after: string | null | undefined): string | null {
  if (after == null) return null;
  const digest = after.startsWith(OF_PERSON) ? after.slice(OF_PERSON.length) : null;
  const isTold = digest === null ? after.startsWith(OF_AGENCY) : digest === '' || DIGEST_TEXT.safeParse(digest).success;
  if (isTold) return after;
  throw new ClientError('INPUT_INVALID', '`after`: no cursor of this list', 'after');
}

const stateOf = ({ record }: Handling): string => record.owner.slice(0, record.owner.indexOf('.'));

/**
 * What oversight may be told of a record it may be told of who sees it: by the same law as of who saw it, so that neither tells more than the
 * other. Null where it may not.
 */
export function decideTelling(
  handling: Handling,
  profile: Profile,
  { policy, view, now }: { readonly policy: PolicyEngine; readonly view: SnapshotView; readonly now: Instant },
  /** Whose oversight it is told as: of whose record it is, or of whose people see it. */
  agency = handling.record.owner,
): Decision | null {
  const told = parseHandling(accessHandling(handling, agency));
  if (policy.decide(profile, 'EXISTENCE', told, 'read', view, now).effect !== 'allow') return null;
  const decision = policy.decide(profile, 'AUDIT', told, 'read', view, now);
  return decision.effect === 'allow' ? decision : null;
}

/**
 * One page: agencies of others first, then people of the State whose record it is, as they have asked. Of others' people nobody is named: whose record it was
 * is told who they are when they ask for it.
 */
export async function sightPage(options: SightOptions): Promise<SightPage> {
  const { value, first, after } = options;
  const rows: SeeingRow[] = [];
  const isOpenTo = remembering(options);
  const take = (of: SeeingRow['of'], profile: Profile): void => {
    const decision = isOpenTo(profile);
    if (decision.effect === 'allow' || !options.onlyOpen) rows.push({ of, profile, decision });
  };
  if (after === null || !after.startsWith(OF_PERSON)) {
    for (const profile of partnerProfiles(options.partners, stateOf(value.handling))) {
      if (after !== null && keyOf(profile) <= after) continue;
      if (rows.length === first) return { rows, next: keyOf(rows.at(-1)?.profile ?? profile) };
      take('AGENCY', profile);
    }
  }
  return takePeople(options, rows, take);
}

async function takePeople(
  { value, people, first, after, onlyOpen }: SightOptions,
  rows: SeeingRow[],
  take: (of: 'PERSON', profile: Profile) => void,
): Promise<SightPage> {
  const represents = stateOf(value.handling);
  let digest = after?.startsWith(OF_PERSON) === true ? after.slice(OF_PERSON.length) || null : null;
  for (;;) {
    if (rows.length === first) return { rows, next: `${OF_PERSON}${digest ?? ''}` };
    const page = await people({ represents, subject: null, after: digest, limit: onlyOpen ? PEOPLE_MAX : first });
    for (const profile of page.people) {
      if (rows.length === first) return { rows, next: `${OF_PERSON}${digest ?? ''}` };
      if (profile.subject.represents === represents) take('PERSON', profile);
      ({ digest } = profileText(profile));
    }
    if (page.next === null) return { rows, next: null };
    digest = page.next;
  }
}

/** Each agency of others for each purpose that its agreement names, in the order of their keys. */
function partnerProfiles(partners: readonly Partner[], represents: string): readonly Profile[] {
  return partners
    .filter(({ subject }) => subject.represents !== represents)
    .flatMap(({ subject, agreement }) =>
      PURPOSES.filter((purpose) => agreement.purposes.has(purpose)).map(
        (purpose): Profile => ({ subject, purpose, caseId: null }),
      ),
    )
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ subject, purpose }: Profile): string => `${OF_AGENCY}${subject.agency} ${purpose}`;

/** People whom the law does not tell apart are decided once: a pseudonym is read by no rule. */
function remembering({ value, by }: SightOptions): (profile: Profile) => Decision {
  const known = new Map<string, Decision>();
  return (profile) => {
    const key = JSON.stringify([{ ...profile.subject, id: '' }, profile.purpose, profile.caseId]);
    const decided = known.get(key) ?? decideSeen(profile, value, by);
    known.set(key, decided);
    return decided;
  };
}
