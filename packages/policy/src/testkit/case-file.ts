import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { actShape, factShape } from '@chancery/shared/snapshot/snapshot-shapes';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import {
  ACT_KINDS,
  AGENCY_KINDS,
  CATEGORIES,
  type Category,
  EFFECTS,
  OBLIGATION_KINDS,
  PURPOSES,
  WITHHELD_CODES,
} from '@chancery/shared/vocabulary';
import { z } from 'zod';
import type { Decision } from '../decide/decision.js';
import type { PolicyEngine } from '../engine.js';

const LAW_FOLDER = new URL('../../law/', import.meta.url);
const ENDING = '.cases.json';

const rank = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const clearance = z.strictObject({
  policy: z.string(),
  rank,
  briefedAt: z.string().nullable(),
  ndaAt: z.string().nullable(),
  until: z.string().nullable(),
});
const request = z.strictObject({
  subject: z.strictObject({
    id: z.string(),
    represents: z.string(),
    agency: z.string(),
    kind: z.enum(AGENCY_KINDS),
    nationalities: z.array(z.string()),
    clearances: z.array(clearance),
    compartments: z.array(z.string()),
    groups: z.array(z.string()),
  }),
  purpose: z.enum(PURPOSES),
  caseId: z.string().nullable(),
  category: z.enum(CATEGORIES as [Category, ...Category[]]),
  handling: z.string(),
  now: z.iso.datetime(),
  stale: z.boolean(),
  facts: z.array(factShape),
  acts: z.array(actShape),
});
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
