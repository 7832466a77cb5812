import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { FindByPath } from '@chancery/shared/schema/supergraph-paths';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Coordinate, Effect } from '@chancery/shared/vocabulary';
import { type FindField, findTarget } from '../ask/find-target.js';
import type { PolicyEngine } from '../engine.js';
import {
  type Circumstances,
  type DecidedAgain,
  type DecidedLine,
  decideAgain,
  EFFECTS,
  NO_RECORD,
} from '../replay/decide-again.js';
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

/** Decides again what an entry recorded, by the profile, snapshot and time that it names. */
export function replay(recorded: RecordedRequest, question: ReceiptQuestion, bench: ReplayBench): readonly Replayed[] {
  if (recorded.profile === null) refuse(`an entry of kind ${recorded.kind}, in which nothing was decided for anybody`);
  const circumstances = { profile: profileOf(recorded), snapshot: snapshotOf(recorded), now: recorded.now };
  const isOfTheseRules = recorded.policy === bench.engine.version;
  return linesOf(recorded, question, bench.findByPath).map((line) =>
    isOfTheseRules ? replayLine(line, circumstances, bench) : compareLine(line, circumstances, bench),
  );
}

function replayLine(line: RecordedAccess, circumstances: Circumstances, bench: ReplayBench): Replayed {
  const then = EFFECTS[line.decision] ?? null;
  const told = { coordinate: line.coordinate, count: line.count, then, today: null };
  if (then === null) return { ...told, same: true, stale: false, explanation: null };
  const { isSame: same, isStale: stale } = decided(line, circumstances, bench);
  return { ...told, same, stale, explanation: explain(requestOf(line, circumstances, bench, stale), bench.engine) };
}

/** Of what other rules decided only this is told: what these would decide. */
function compareLine(line: RecordedAccess, circumstances: Circumstances, bench: ReplayBench): Replayed {
  const then = EFFECTS[line.decision] ?? null;
  const today = then === null ? null : decided(line, circumstances, bench).decision.effect;
  const { coordinate, count } = line;
  return { coordinate, count, then, same: then === today, stale: false, explanation: null, today };
}

function decided(line: RecordedAccess, circumstances: Circumstances, { engine, findField }: ReplayBench): DecidedAgain {
  // Before anything else: what the schema does not know is told in its own words.
  findTarget({ coordinate: line.coordinate }, findField);
  return (
    decideAgain(lineOf(line), circumstances, engine, findField) ??
    refuse(`\`${line.coordinate}\` came without its handling, and was withheld for that`)
  );
}

function lineOf(line: RecordedAccess): DecidedLine {
  const text = handlingOf(line);
  return { ...line, handling: text === null ? null : parseHandling(text) };
}

function requestOf(
  line: RecordedAccess,
  { profile, snapshot, now }: Circumstances,
  { findField, reader }: ReplayBench,
  stale: boolean,
): ExplainRequest {
  const target = findTarget({ coordinate: line.coordinate }, findField);
  const handling = handlingOf(line) ?? NO_RECORD.text;
  return { ...target, profile, asker: reader ?? profile, handling, view: viewOf(snapshot, stale), now };
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
