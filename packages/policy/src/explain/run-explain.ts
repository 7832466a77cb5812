import type { Receipt } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import { ClientError } from '@chancery/shared/errors';
import { supergraphCategories } from '@chancery/shared/schema/supergraph-categories';
import { supergraphPaths } from '@chancery/shared/schema/supergraph-paths';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { type FindField, findTarget } from '../ask/find-target.js';
import { createPolicyEngine } from '../engine.js';
import type { PathsFound } from '../paths/path.js';
import { explain } from './explain.js';
import { parseArguments, type ReceiptQuestion, USAGE, type ValueQuestion } from './parse-arguments.js';
import { pathsToReader } from './paths-told.js';
import { printExplanation } from './print-explanation.js';
import { printPaths } from './print-paths.js';
import { printReplay } from './print-replay.js';
import { profileOfPersona } from './profile-of-persona.js';
import { type StoredRecord, storedRecordOf } from './record-word.js';
import { NotReplayable, parseRecorded } from './recorded-request.js';
import { replay } from './replay.js';

/** Where an explanation takes what it explains. */
export interface ExplainSources {
  readonly supergraphSdl: () => string;
  /** Facts and acts of the running system; of the seed, with times that count from `now`, when there is none or it is asked for. */
  readonly snapshot: (now: Instant, fromSeed: boolean) => Promise<Snapshot>;
  /** Handling of a stored record; null when there is no such record. */
  readonly storedHandling: (record: StoredRecord) => Promise<string | null>;
  /** The entry of a receipt, once the reading of it is recorded; null when there is none. */
  readonly recorded: (receipt: Receipt, words: object, reason: string | null) => Promise<unknown>;
}

/** What the command prints, and its exit code. */
export interface Said {
  readonly code: 0 | 1 | 2 | 3;
  readonly out: string;
  readonly err: string;
}

/** Explains what a command line asks for. */
export async function runExplain(args: readonly string[], sources: ExplainSources, now: Instant): Promise<Said> {
  try {
    const question = parseArguments(args, now);
    if (question === null) return { code: 0, out: USAGE, err: '' };
    if (question.kind === 'RECEIPT') return await explainReceipt(question, sources);
    return { code: 0, out: await explainValue(question, sources), err: '' };
  } catch (error) {
    if (error instanceof NotReplayable) return { code: 2, out: '', err: `not replayed: ${error.message}\n` };
    if (error instanceof ClientError) return { code: 3, out: '', err: `${error.message}\n${USAGE}` };
    return { code: 2, out: '', err: `${error instanceof Error ? error.message : String(error)}\n` };
  }
}

async function explainValue(question: ValueQuestion, sources: ExplainSources): Promise<string> {
  const { as, purpose, caseId, at, reader, json } = question;
  const profile = profileOfPersona(as, purpose, caseId, at);
  const asker = reader === null ? profile : profileOfPersona(reader.persona, reader.purpose, undefined, at);
  // Before anything is looked up: a record of another kind of data than its coordinate is no record to ask about.
  const target = findTarget(question, fieldsOf(sources.supergraphSdl()));
  const handling = await handlingFor(question, sources);
  const view = viewOf(await sources.snapshot(at, question.fromSeed), false);
  const asked = { ...target, profile, asker, handling, view, now: at };
  const engine = createPolicyEngine();
  const explanation = explain(asked, engine);
  // Of a record that the reader may not see there is nothing to be told.
  const closed = explanation.outcome.effect === 'withhold' && explanation.rules !== null;
  const paths = closed ? pathsToReader(asked, engine, LIMITS) : null;
  if (json) return `${JSON.stringify({ ...explanation, paths }, null, 2)}\n`;
  return `${printExplanation(explanation)}${paths === null ? '' : sectionOf(paths)}`;
}

const LIMITS = { pathsMax: 12, decisionsMax: 4_000 };

const sectionOf = (paths: PathsFound): string =>
  `\nWhat would open it, by what the reader may read\n${printPaths(paths)
    .map((line) => `   ${line}\n`)
    .join('')}`;

function fieldsOf(sdl: string): FindField {
  const categories = supergraphCategories(sdl);
  return (coordinate) => categories.get(coordinate);
}

async function handlingFor({ of, coordinate }: ValueQuestion, { storedHandling }: ExplainSources): Promise<string> {
  if ('handling' in of) return of.handling;
  const handling = await storedHandling(storedRecordOf(of.record, coordinate));
  if (handling !== null) return handling;
  const name = 'post' in of.record ? of.record.post : of.record.id;
  throw new ClientError('NOT_FOUND', `the data folder has no such record of \`${name}\``, 'record');
}

async function explainReceipt(question: ReceiptQuestion, sources: ExplainSources): Promise<Said> {
  const { receipt, target, post, reader, reason, json } = question;
  const found = await sources.recorded(receipt, { receipt, ...target, post, for: reader?.persona ?? null }, reason);
  if (found === null) throw new NotReplayable('NOT_FOUND', `no log has an entry of receipt ${receipt}`);
  const recorded = parseRecorded(found);
  const sdl = sources.supergraphSdl();
  const engine = createPolicyEngine();
  const lines = replay(recorded, question, {
    engine,
    findField: fieldsOf(sdl),
    findByPath: supergraphPaths(sdl),
    reader: reader === null ? null : profileOfPersona(reader.persona, reader.purpose, undefined, recorded.now),
  });
  const out = json ? `${JSON.stringify({ receipt, lines }, null, 2)}\n` : printReplay(recorded, lines);
  if (recorded.policy !== engine.version) return { code: 2, out, err: otherRules(recorded.policy, engine.version) };
  return { code: lines.every(({ same }) => same) ? 0 : 1, out, err: '' };
}

/** Why it was decided is never told by rules that did not decide it. */
function otherRules(theirs: string, ours: string): string {
  return `not replayed: it was decided by the rules ${theirs}, and this checkout has ${ours}: only a checkout of those can say why\n`;
}
