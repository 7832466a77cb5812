import { handlingAt } from '@chancery/shared/labels/handling-at';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { FindByPath } from '@chancery/shared/schema/supergraph-paths';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Coordinate, Effect } from '@chancery/shared/vocabulary';
import { type FindField, findTarget } from '../ask/find-target.js';
import type { Decision } from '../decision.js';
import type { PolicyEngine } from '../engine.js';
import { type ExplainRequest, explain } from './explain.js';
import type { Explanation } from './explanation.js';
import type { ReceiptQuestion } from './parse-arguments.js';
import {
  handlingOf,
  NotReplayable,
  profileOf,
  type RecordedAccess,
  type RecordedRequest,
  snapshotOf,
} from './recorded-request.js';

/** One line of an entry, and what the rules decide of it. Rules and acts that were recorded are told by the explanation alone. */
export interface Replayed {
  readonly coordinate: string;
  readonly count: number;
  /** What stands on the ledger; null for what the gateway fetched for itself and nobody decided. */
  readonly then: Effect | null;
  readonly same: boolean;
  /** True when the same is decided only by a snapshot that is stale, as it must have been then. */
  readonly stale: boolean;
  /** Null when nothing was decided, or it was decided by other rules, which alone could explain it. */
  readonly explanation: Explanation | null;
  /** What the rules of this checkout decide of it, where it was decided by others. */
  readonly today: Effect | null;
}

/** What replaying needs besides the entry. */
export interface ReplayBench {
  readonly engine: PolicyEngine;
  readonly findField: FindField;
  readonly findByPath: FindByPath;
  /** Who reads the explanation; null for the subject itself. */
  readonly reader: Profile | null;
}

/** Lines of one coordinate that are told at once; of more, a post chooses. */
const LINES_MAX = 10;
const EFFECTS: Readonly<Record<RecordedAccess['decision'], Effect | null>> = {
  A: 'allow',
  W: 'withhold',
  H: 'hide',
  I: null,
};
/** A record without any mark: what the profile alone closes is closed so of every record. */
const NO_RECORD = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';

/** Decides again what an entry recorded, by the profile, snapshot and time that it names. */
export function replay(recorded: RecordedRequest, question: ReceiptQuestion, bench: ReplayBench): readonly Replayed[] {
  if (recorded.profile === null) refuse(`an entry of kind ${recorded.kind}, in which nothing was decided for anybody`);
  const circumstances = { profile: profileOf(recorded), snapshot: snapshotOf(recorded), now: recorded.now };
  const isOfTheseRules = recorded.policy === bench.engine.version;
  return linesOf(recorded, question, bench.findByPath).map((line) =>
    isOfTheseRules ? replayLine(line, circumstances, bench) : compareLine(line, circumstances, bench),
  );
}

interface Circumstances {
  readonly profile: Profile;
  readonly snapshot: Snapshot;
  readonly now: number;
}

function replayLine(line: RecordedAccess, circumstances: Circumstances, bench: ReplayBench): Replayed {
  const then = EFFECTS[line.decision];
  const told = { coordinate: line.coordinate, count: line.count, then, today: null };
  if (then === null) return { ...told, same: true, stale: false, explanation: null };
  const fresh = requestOf(line, circumstances, bench, false);
  if (isDecided(line, fresh, bench.engine)) {
    return { ...told, same: true, stale: false, explanation: explain(fresh, bench.engine) };
  }
  // Whether the snapshot was stale stands in no entry; it is found by what was decided.
  const aged = requestOf(line, circumstances, bench, true);
  const stale = isDecided(line, aged, bench.engine);
  return { ...told, same: stale, stale, explanation: explain(stale ? aged : fresh, bench.engine) };
}

/** Of what other rules decided only this is told: what these would decide. */
function compareLine(line: RecordedAccess, circumstances: Circumstances, bench: ReplayBench): Replayed {
  const then = EFFECTS[line.decision];
  const today = then === null ? null : decide(requestOf(line, circumstances, bench, false), bench.engine).effect;
  const { coordinate, count } = line;
  return { coordinate, count, then, same: then === today, stale: false, explanation: null, today };
}

function requestOf(
  line: RecordedAccess,
  { profile, snapshot, now }: Circumstances,
  { engine, findField, reader }: ReplayBench,
  stale: boolean,
): ExplainRequest {
  const target = findTarget({ coordinate: line.coordinate }, findField);
  const handling = handlingOf(line);
  if (handling === null && engine.couldOpen(profile, target.category)) {
    refuse(`\`${line.coordinate}\` came without its handling, and was withheld for that`);
  }
  const view = viewOf(snapshot, stale);
  return { ...target, profile, asker: reader ?? profile, handling: handling ?? NO_RECORD, view, now };
}

/** Whether the engine decides what the line says: the same effect, by the same rules and acts. */
function isDecided(line: RecordedAccess, request: ExplainRequest, engine: PolicyEngine): boolean {
  const { effect, citations, acts } = decide(request, engine);
  const rules = citations.map(({ rule }) => rule);
  return effect === EFFECTS[line.decision] && isEqual(rules, line.rules) && isEqual(acts, line.acts);
}

function decide(request: ExplainRequest, engine: PolicyEngine): Decision {
  const { profile, category, coordinate, floor, view, now } = request;
  const narrowed = handlingAt(parseHandling(request.handling), coordinate, category, floor);
  return engine.decide(profile, category, narrowed, 'read', view, now);
}

function isEqual(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join() === [...others].sort().join();
}

/** The lines of the entry that are asked about; refuses in the words of the entry when they cannot be told apart. */
function linesOf(
  { access, isListErased }: RecordedRequest,
  { target, post }: ReceiptQuestion,
  findByPath: FindByPath,
): readonly RecordedAccess[] {
  if (isListErased) refuse('the list of this entry was erased: what is left are its totals');
  const known = [...new Set(access.map(({ coordinate }) => coordinate))].sort() as Coordinate[];
  const meant = 'coordinate' in target ? [target.coordinate] : findByPath(target.path, known);
  const [only, ...more] = meant;
  if (only === undefined || more.length > 0 || !known.some((each) => each === only)) {
    const named = 'coordinate' in target ? target.coordinate : target.path;
    const why = more.length > 0 ? `can be ${meant.join(' or ')}` : 'is not in this entry';
    refuse(`\`${named}\` ${why}; it lists ${known.join(', ') || 'nothing'}`);
  }
  const lines = access.filter((line) => line.coordinate === only && (post === null || concerns(line, post)));
  if (lines.length === 0) refuse(`\`${only}\` of ${post} is not in this entry`);
  if (lines.length > LINES_MAX)
    refuse(`\`${only}\` stands there under ${lines.length} handlings: choose by \`--post\``);
  return lines;
}

function concerns(line: RecordedAccess, post: string): boolean {
  const handling = handlingOf(line);
  return handling !== null && parseHandling(handling).record.missions.some((mission) => mission === post);
}

function refuse(message: string): never {
  throw new NotReplayable('CONFLICT', message);
}
