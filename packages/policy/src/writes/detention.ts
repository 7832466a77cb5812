import type { RegisterKey } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import { windowOfAct } from '../facts/act-matching.js';
import { isWithin } from '../facts/window.js';
import type { CommandMoment } from './check-command.js';
import { ACCEPTED, isStated, refused, type Verdict } from './verdict.js';

/** What a consular officer does for a detained national. */
export type ConsularAction = 'COMMUNICATE' | 'VISIT' | 'ARRANGE_LAWYER' | 'TAKE_ACTION';

/** The person detained, as far as article 36 turns on it. */
export interface DetainedPerson {
  readonly nationalOfSendingState: boolean;
  readonly expresslyOpposes: boolean;
}

/** VCCR 36(1)(c): officers refrain from taking action on behalf of a national who expressly opposes it; they may still ask. */
export function checkConsularAction(action: ConsularAction, person: DetainedPerson): Verdict {
  if (!person.nationalOfSendingState) return refused('VCCR-36-1a', 'the person is no national of the sending State');
  if (person.expresslyOpposes && action !== 'COMMUNICATE' && action !== 'VISIT') {
    return refused('VCCR-36-1a', `the national expressly opposes \`${action}\``);
  }
  return ACCEPTED;
}

/** A notice of detention to a consular post. */
export interface DetentionNotice {
  readonly arrestedAt: Instant;
  /** When the person was told of the rights of article 36. */
  readonly rightsInformedAt: Instant | null;
  /** Null when the person did not ask that the post be told. */
  readonly requestedAt: Instant | null;
  /** A treaty in force between the two States under which the post is told whatever the person wishes. */
  readonly mandatoryTreatyRef: string | null;
  /** Whether the notice says anything of a claim to asylum. */
  readonly tellsAsylumClaim: boolean;
}

/**
 * VCCR 36(1)(b): the post is told when the person so requests, or when a treaty between the two States requires it; the
 * person is told of the right first. A notice never discloses a claim to asylum.
 */
export function checkDetentionNotice(notice: DetentionNotice): Verdict {
  if (notice.tellsAsylumClaim) return refused('VCCR-36-1b', 'a notice discloses no claim to asylum');
  if (!isStated(notice.mandatoryTreatyRef) && notice.requestedAt === null)
    return refused('VCCR-36-1b', 'the person did not request the notice');
  if (notice.rightsInformedAt === null)
    return refused('VCCR-36-1b', 'the person was not told of the right to consular notice');
  return ACCEPTED;
}

/** From when the notice is owed "without delay"; null while it is not owed. */
export function noticeOwedSince(notice: DetentionNotice): Instant | null {
  return isStated(notice.mandatoryTreatyRef) ? notice.arrestedAt : notice.requestedAt;
}

/** The scope key of an agreement by which a post is told of detentions whatever the person wishes. */
const CONSULAR_NOTICE = 'CONSULAR NOTICE';

/**
 * The agreement between two States under which the post is told whatever the person wishes; null where none is in force. Facts that are stale are UNKNOWN: then
 * nobody can say that there is one.
 */
export function treatyOfNotice(
  post: RegisterKey,
  { sending, receiving }: { readonly sending: string; readonly receiving: string },
  { view, now }: CommandMoment,
): string | null {
  if (view.stale) return null;
  const parties = [sending, receiving].sort().join();
  const agreement = view
    .actsOn(post, CONSULAR_NOTICE, null)
    .find(
      (act) =>
        act.kind === 'AGREEMENT' &&
        act.scope.keys.includes(CONSULAR_NOTICE) &&
        [act.by.represents, act.to.represents].sort().join() === parties &&
        isWithin(windowOfAct(act), now),
    );
  return agreement === undefined ? null : `${agreement.id}@${agreement.v}`;
}
