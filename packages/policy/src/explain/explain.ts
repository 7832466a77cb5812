import type { Instant } from '@chancery/shared/clock';
import { InternalError } from '@chancery/shared/errors';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category, Coordinate } from '@chancery/shared/vocabulary';
import { createRuleTable, rulesOf } from '../compiled/rule-table.js';
import { DEFAULT_DENY } from '../decide/standing-citations.js';
import type { Decision } from '../decision.js';
import type { PolicyEngine } from '../engine.js';
import { factContext } from '../facts/gather-input.js';
import { type MissionInput, missionInputs } from '../facts/mission-inputs.js';
import { profileInput } from '../facts/profile-input.js';
import { stateOfAgency } from '../facts/speaks-for.js';
import { POLICIES, POLICY_SET_VERSION } from '../generated/policies.js';
import type { States } from './act-words.js';
import type { AskedFor, Explanation } from './explanation.js';
import { mandatoryLayer } from './mandatory-layer.js';
import { missionLayer, rolesToldOf } from './mission-layer.js';
import { outcomeTold } from './outcome-told.js';
import { type Reader, readerOf } from './reader.js';
import { rulesLayer } from './rules-layer.js';
import { hiddenFrom, OF_PROFILE } from './sight.js';
import { timeText } from './time-text.js';
import { determining, isHolding, type Seen, type WeighedRules, weighRules } from './weigh-rules.js';

/** What is to be explained, and to whom. */
export interface ExplainRequest {
  readonly profile: Profile;
  /** Who reads the explanation: nothing is named in it that this profile may not read. */
  readonly asker: Profile;
  /** The handling of the whole record, as text. */
  readonly handling: string;
  readonly coordinate: Coordinate;
  readonly category: Category;
  readonly floor: number;
  readonly view: SnapshotView;
  readonly now: Instant;
}

/** The request, parsed, with what the engine decided. */
interface Case extends Omit<ExplainRequest, 'handling'> {
  readonly whole: Handling;
  readonly narrowed: Handling;
  readonly decision: Decision;
}

const RULES = createRuleTable(POLICIES);
const POLICY_IDS: ReadonlySet<string> = new Set(POLICIES.map(({ id }) => id));

/** Explains one decision of the engine, layer by layer, to a reader. */
export function explain(request: ExplainRequest, engine: PolicyEngine): Explanation {
  // What is explained must be what decides: the conditions are those of this set and of no other.
  if (engine.version !== POLICY_SET_VERSION) throw new InternalError('INTERNAL', 'the engine has other rules');
  const { handling, ...rest } = request;
  const whole = parseHandling(handling);
  const narrowed = handlingAt(whole, rest.coordinate, rest.category, rest.floor);
  const decision = engine.decide(rest.profile, rest.category, narrowed, 'read', rest.view, rest.now);
  const made: Case = { ...rest, whole, narrowed, decision };
  const reader = readerOf(made, engine);
  if (!engine.couldOpen(rest.profile, rest.category)) return explainStaticDenial(made, reader, engine);
  return rest.view.stale
    ? explainStale(made, reader, engine)
    : explainBy(made, rest.view, 'CURRENT_FACTS', reader, engine);
}

/** Under a stale snapshot the last known facts close what they close; else everything is UNKNOWN. */
function explainStale(made: Case, reader: Reader, engine: PolicyEngine): Explanation {
  const { decision, view } = made;
  return decision.effect === 'allow' || decision.code === 'ACTS_STALE'
    ? explainBy(made, view, 'UNKNOWN_FACTS', reader, engine)
    : explainBy(made, viewOf(view.snapshot, false), 'LAST_KNOWN_FACTS', reader, engine);
}

/** No record is read: the profile alone excludes every permit. */
function explainStaticDenial(made: Case, reader: Reader, engine: PolicyEngine): Explanation {
  const { profile, category, decision } = made;
  const { roles } = profileInput(profile, category);
  const asked = missionInputs(factContext(profile, made.view, made.now), category, made.narrowed.record);
  const seen = asked.map((each): Seen => {
    const sight = { input: each.input, hides: (attribute: string) => !OF_PROFILE.has(attribute), roles };
    const states = { fact: null, owner: "the owner's State", subject: profile.subject.represents };
    return { mission: null, sight, states };
  });
  const { forbids, permits } = weighRules(rulesOf(RULES, category), seen.slice(0, 1));
  const cited = new Set(decision.citations.map(({ rule }) => rule));
  // Whether another bar holds as well would be told by the record.
  const unconditional = forbids.filter(({ entry }) => cited.has(entry.policy.id));
  const weighed = { forbids: unconditional, permits, duties: [] };
  return {
    asked: askedFor(made, engine),
    outcome: { ...outcomeTold(made, asked, reader), validUntil: timeText(decision.validUntil) },
    judgedBy: 'PROFILE_ALONE',
    mandatory: null,
    missions: null,
    rules: rulesLayer(weighed, decision.citations, false),
  };
}

function explainBy(
  made: Case,
  view: SnapshotView,
  judgedBy: Explanation['judgedBy'],
  reader: Reader,
  engine: PolicyEngine,
): Explanation {
  const { profile, category, narrowed, decision, now } = made;
  const asked = missionInputs(factContext(profile, view, now), category, narrowed.record);
  const seen = asked.map((each): Seen => {
    const readsActs = reader.acts(each.jurisdiction.mission);
    const hides = hiddenFrom(reader, each, readsActs);
    const sight = { input: each.input, hides, roles: rolesToldOf(each, profile, readsActs) };
    return { mission: each.jurisdiction.mission, sight, states: statesOf(each, narrowed, profile) };
  });
  const weighed = weighRules(rulesOf(RULES, category), seen);
  if (decision.code !== 'ACTS_STALE') verify(decision, weighed);
  const told = { asked: askedFor(made, engine), outcome: outcomeTold(made, asked, reader), judgedBy };
  if (!reader.marks) return { ...told, mandatory: null, missions: null, rules: null };
  const labelRules = decision.citations.filter(({ rule }) => !POLICY_IDS.has(rule) && rule !== DEFAULT_DENY.rule);
  return {
    ...told,
    mandatory: mandatoryLayer(made, labelRules, reader.subject),
    missions: asked.map((each) =>
      missionLayer(each, { profile, category, record: narrowed.record, view, now }, reader),
    ),
    rules: rulesLayer(weighed, decision.citations, decision.effect === 'allow'),
  };
}

/** The States of an input. */
function statesOf({ jurisdiction }: MissionInput, { record }: Handling, profile: Profile): States {
  return { fact: jurisdiction.fact, owner: stateOfAgency(record.owner), subject: profile.subject.represents };
}

/** An explanation that does not lead to the decision would be a false reason: none is given then. */
function verify({ effect, code, citations }: Decision, weighed: WeighedRules): void {
  const cited = citations.map(({ rule }) => rule).filter((rule) => POLICY_IDS.has(rule));
  // A label bars whatever the permits say: they are cited only where they decide.
  const decides = effect === 'allow' || code === 'BASIS_MISSING' || weighed.forbids.some(isHolding);
  const found = decides ? determining(weighed) : [];
  if (code === 'POLICY_ERROR' || cited.join() === found.join()) return;
  throw new InternalError('INTERNAL', `the decision cites \`${cited.join()}\`, its explanation \`${found.join()}\``);
}

function askedFor({ profile, coordinate, category, view, now }: Case, engine: PolicyEngine): AskedFor {
  const { subject, purpose, caseId } = profile;
  const { agency, represents, kind } = subject;
  const asked = { agency, represents, kind, purpose, caseId, coordinate, category, at: timeText(now) };
  return { ...asked, policy: engine.version, snapshot: view.snapshot.number, stale: view.stale };
}
