import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { ACT_KINDS, EFFECTS, OBLIGATION_KINDS, WITHHELD_CODES } from '@chancery/shared/vocabulary';
import { z } from 'zod';
import { categoryWord, circumstancesShape } from '../ask/question-shape.js';
import type { Decision } from '../decision.js';
import type { PolicyEngine } from '../engine.js';

const LAW_FOLDER = new URL('../../law/', import.meta.url);
const ENDING = '.cases.json';

const request = circumstancesShape.extend({ category: categoryWord });
const expectation = z.strictObject({
  effect: z.enum(EFFECTS),
  code: z.enum(WITHHELD_CODES).nullable(),
  citations: z.array(z.string()),
  liftedBy: z.array(z.enum(ACT_KINDS)).optional(),
  acts: z.array(z.string()).optional(),
  obligations: z.array(z.strictObject({ kind: z.enum(OBLIGATION_KINDS), dueInSeconds: z.number() })).optional(),
});
const caseFile = z.strictObject({
  rule: z.string(),
  title: z.string(),
  given: z.unknown(),
  expect: expectation,
  but: z.array(z.strictObject({ title: z.string(), change: z.record(z.string(), z.unknown()), expect: expectation })),
});

/** One request that a case puts to the engine, from raw handling text, claims, facts and acts. */
export type CaseRequest = z.infer<typeof request>;

/** One case: what is asked and what must come of it. */
export interface PolicyCase {
  /** Its file, from the folder of the law. */
  readonly path: string;
  readonly rule: string;
  readonly title: string;
  readonly request: CaseRequest;
  /** How many attributes it changes of the first case of its file. */
  readonly changes: number;
  readonly expected: z.infer<typeof expectation>;
}

function changed(given: unknown, change: Readonly<Record<string, unknown>>): unknown {
  const copy = structuredClone(given);
  for (const [path, value] of Object.entries(change)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let holder: unknown = copy;
    for (const key of keys) holder = Reflect.get(Object(holder), key);
    if (!Reflect.has(Object(holder), last)) throw new RangeError(`nothing to change at \`${path}\``);
    Reflect.set(Object(holder), last, value);
  }
  return copy;
}

function readCases(path: string, text: string): readonly PolicyCase[] {
  const file = caseFile.parse(JSON.parse(text));
  const all = [{ title: file.title, change: {}, expect: file.expect }, ...file.but];
  return all.map(({ title, change, expect: expected }) => ({
    path,
    rule: file.rule,
    title,
    request: request.parse(changed(file.given, change)),
    changes: Object.keys(change).length,
    expected,
  }));
}

/** The cases beside the policies, by rule id. */
export function loadCases(): ReadonlyMap<string, readonly PolicyCase[]> {
  const paths = readdirSync(LAW_FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ENDING));
  const all = paths.map((path): [string, readonly PolicyCase[]] => [
    basename(path, ENDING),
    readCases(path, readFileSync(new URL(path, LAW_FOLDER), 'utf8')),
  ]);
  return new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The snapshot of a case. */
export function viewOfCase({ facts, acts, stale }: CaseRequest): SnapshotView {
  return viewOf(sealSnapshot({ number: 1, facts, acts }), stale);
}

/** Puts a case to an engine. */
export function decideCase(engine: PolicyEngine, given: CaseRequest): Decision {
  const { subject, purpose, caseId, category, handling, now } = given;
  const profile = { subject, purpose, caseId };
  return engine.decide(profile, category, parseHandling(handling), 'read', viewOfCase(given), Date.parse(now));
}
