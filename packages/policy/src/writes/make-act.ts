import type { RegisterKey } from '@chancery/shared/brands';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import { bearsOffice } from '../facts/act-bearers.js';
import { factsInForce } from '../facts/jurisdiction.js';
import { checkRevision } from './act-revision.js';
import { type ActDraft, checkAct } from './acts.js';
import type { CommandMoment } from './check-command.js';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

/** An act as an agency brings it in, with its papers. */
export interface BroughtAct extends Pick<ActDraft, 'act' | 'person' | 'waiver' | 'notice'> {
  /** Posts that it concerns, by register key: those in its scope, and the one whose member or record it is about. */
  readonly posts: readonly RegisterKey[];
}

const BEARER = 'CHY-ACTS';
const UNKNOWN: readonly (Fact | null)[] = [null];

/**
 * Whether an agency may make an act: it brings it for an office of its own State, and the act counts at every post that it concerns, in some
 * relation of that post. A post of which nothing is known, or a snapshot that is stale, has no relation, and nobody's word is taken for one.
 */
export function checkMaking(brought: BroughtAct, profile: Profile, moment: CommandMoment): Verdict {
  const borne = checkBearer(brought.act, profile);
  if (!borne.accepted) return borne;
  // What an agency brings as a maker is of what its own State made; whether a record is, is asked again wherever the act is matched.
  const owner = profile.subject.agency;
  const relations = (post: RegisterKey): readonly (Fact | null)[] => {
    const known = factsInForce(moment.view, post, moment.now);
    return known.length === 0 ? UNKNOWN : known;
  };
  const posts = brought.posts.length === 0 ? [UNKNOWN] : brought.posts.map(relations);
  for (const facts of posts) {
    const verdicts = facts.map((fact) => checkAct({ ...brought, fact, owner }));
    const [first = ACCEPTED] = verdicts;
    if (!verdicts.some(({ accepted }) => accepted)) return first;
  }
  return ACCEPTED;
}

/**
 * Whether an agency may put a later version in the place of an act. What only takes away asks for no facts: a consent is taken back
 * also where relations have been broken off since. A refusal that is taken back opens, and is judged as if it were made.
 */
export function checkRevising(before: Act, after: BroughtAct, profile: Profile, moment: CommandMoment): Verdict {
  const revision = checkRevision(before, after.act);
  if (!revision.accepted) return revision;
  const isTakenAway = after.act.revokedAt !== null && after.act.kind !== 'CONSENT_REFUSAL';
  return isTakenAway ? checkBearer(after.act, profile) : checkMaking(after, profile, moment);
}

/** Whether somebody may approve what was proposed: another person, of an agency that could have brought it (four eyes). */
export function checkSecondPerson(act: Act, proposer: string, profile: Profile): Verdict {
  if (profile.subject.id === proposer) return refused(BEARER, 'whoever proposed it does not decide on it');
  return checkBearer(act, profile);
}

function checkBearer(act: Act, { subject }: Profile): Verdict {
  if (bearsOffice(act, subject)) return ACCEPTED;
  const { office, represents } = act.by;
  return refused(BEARER, `an act of \`${office}\` of \`${represents}\` is not for \`${subject.agency}\` to bring`);
}
