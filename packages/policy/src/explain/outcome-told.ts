import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Handling } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import { callerCitations } from '../decide/caller-citations.js';
import { type Decision, dueAt } from '../decision.js';
import { windowOfAct } from '../facts/act-matching.js';
import { agreementsWith } from '../facts/agreements.js';
import type { MissionInput } from '../facts/mission-inputs.js';
import { partyStatusOf } from '../facts/party-status.js';
import { nextBoundary } from '../facts/window.js';
import type { Outcome } from './explanation.js';
import { nameOf } from './mission-layer.js';
import type { Reader } from './reader.js';
import { timeText } from './time-text.js';

/** A decision, and what was decided. */
interface Decided {
  readonly profile: Profile;
  readonly narrowed: Handling;
  readonly view: SnapshotView;
  readonly now: Instant;
  readonly decision: Decision;
}

/** The outcome, as far as the reader may be told. */
export function outcomeTold(made: Decided, asked: readonly MissionInput[], reader: Reader): Outcome {
  const { decision, now } = made;
  const { effect, code, citations, obligations } = decision;
  const all = citations.map(({ rule, instrument, article }) => ({ rule, instrument, article }));
  return {
    effect,
    code,
    citations: reader.marks ? all : callerCitations(decision),
    obligations: obligations.map((each) => ({ kind: each.kind, dueAt: timeText(dueAt(each, now)), rule: each.rule })),
    acts: actsTold(made, asked, reader),
    validUntil: validUntilTold(made, asked, reader),
  };
}

/** Acts relied on. That an open value rests on some act is told with its citations; of a closed one nothing is told. */
function actsTold(
  { narrowed, decision, view }: Decided,
  asked: readonly MissionInput[],
  reader: Reader,
): readonly string[] {
  const readable = asked.filter(({ jurisdiction }) => reader.acts(jurisdiction.mission));
  const names = new Set(
    readable.flatMap(({ jurisdiction }) =>
      view.actsOn(jurisdiction.mission, narrowed.record.key, narrowed.record.who).map(nameOf),
    ),
  );
  const named = decision.acts.filter((act) => reader.marks && names.has(act));
  const hides = decision.effect === 'allow' && named.length < decision.acts.length;
  return hides ? [...named, 'an act'] : named;
}

/** The time of an act must not be told by when the decision ends. */
function validUntilTold(
  { profile, narrowed: { label, record }, decision, view, now }: Decided,
  asked: readonly MissionInput[],
  reader: Reader,
): string | null {
  const readsClearances = reader.subject || [...label.ranks.values()].every((rank) => rank === 0);
  const readsPerson = reader.person || record.person === null;
  if (!reader.marks || !readsClearances || !readsPerson) return null;
  if (!asked.every(({ jurisdiction }) => reader.acts(jurisdiction.mission) && reader.status(jurisdiction.mission)))
    return null;
  // Treaties and agreements are acts on no mission in particular.
  const { validUntil } = partyStatusOf(view, profile.subject.represents, now);
  const agreed = agreementsWith(view, profile).map(({ act }) => nextBoundary(windowOfAct(act), now));
  const atLarge = Math.min(validUntil, ...agreed);
  return decision.validUntil === atLarge && atLarge < NEVER ? null : timeText(decision.validUntil);
}
