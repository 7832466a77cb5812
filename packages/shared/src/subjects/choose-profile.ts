import { ClientError, HeaderError } from '../errors.js';
import { LruCache } from '../lru-cache.js';
import { PURPOSES, type Purpose } from '../vocabulary.js';
import type { Profile, Subject } from './subject.js';

export interface ProfileHeaders {
  /** `Chancery-Purpose`. */
  readonly purpose?: string | undefined;
  /** `Chancery-Case`. */
  readonly caseId?: string | undefined;
}

/** Prefix and 26 characters of lower-case Crockford base32: no i, l, o, u. */
const CASE_ID = /^(?:inc|mis)_[0-9a-hjkmnp-tv-z]{26}$/;

/** Chooses what this request is for, among what the token and its agreement allow. */
export function chooseProfile(
  token: { readonly subject: Subject; readonly purposes: readonly Purpose[] },
  headers: ProfileHeaders,
): Profile {
  const purpose = choosePurpose(token.purposes, headers.purpose);
  const { caseId } = headers;
  if (caseId !== undefined && !CASE_ID.test(caseId)) {
    throw new HeaderError('Chancery-Case', `\`${quotable(caseId)}\` is not the id of an incident or mission`);
  }
  return profileOf(token.subject, purpose, caseId ?? null);
}

const PROFILES_MAX = 64;
const profilesOf = new WeakMap<Subject, LruCache<string, Profile>>();

/** One object for each profile of a subject: what is worked out of it is found again by it. */
function profileOf(subject: Subject, purpose: Purpose, caseId: string | null): Profile {
  let known = profilesOf.get(subject);
  if (known === undefined) {
    known = new LruCache(PROFILES_MAX);
    profilesOf.set(subject, known);
  }
  return known.compute(`${purpose} ${caseId}`, () => ({ subject, purpose, caseId }));
}

function choosePurpose(assigned: readonly Purpose[], asked: string | undefined): Purpose {
  if (asked === undefined) {
    const [only, ...others] = assigned;
    if (only === undefined)
      throw new ClientError('PURPOSE_NOT_ASSIGNED', 'the token has no purpose', 'Chancery-Purpose');
    if (others.length > 0) {
      const choices = assigned.map((purpose) => `\`${purpose}\``).join(', ');
      throw new ClientError('PURPOSE_REQUIRED', `choose one of ${choices}`, 'Chancery-Purpose');
    }
    return only;
  }
  const purpose = PURPOSES.find((known) => known === asked);
  if (purpose === undefined) {
    throw new HeaderError('Chancery-Purpose', `unknown purpose \`${quotable(asked)}\``);
  }
  if (!assigned.includes(purpose)) {
    throw new ClientError('PURPOSE_NOT_ASSIGNED', `purpose \`${purpose}\` is not assigned`, 'Chancery-Purpose');
  }
  return purpose;
}

function quotable(text: string): string {
  return text.length > 64 ? `${text.slice(0, 64)}…` : text;
}
