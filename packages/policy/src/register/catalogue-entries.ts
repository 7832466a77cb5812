import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { LAW_FOLDER, loadPolicies } from '../compile/load-policies.js';
import type { PolicySource } from '../compile/read-policy.js';
import { type Catalogue, EFFECTS } from './catalogue.js';

/** Root of the repository: the paths of the register begin there. */
export const ROOT = new URL('../../../', LAW_FOLDER);
const LAW_PATH = 'packages/policy/law/';
const ENDING = '.rule.json';

/** How one rule is held. */
export interface CatalogueEntry {
  readonly id: string;
  readonly citation: string;
  readonly effect: (typeof EFFECTS)[number];
  readonly summary: string;
  /** By what the rule is held. */
  readonly held: 'policy' | 'mandatory' | 'obligation' | 'validation' | 'response';
  /** The file that says what the register says of it. */
  readonly file: string;
  /** Files that hold it. */
  readonly where: readonly string[];
  /** Files that test it. */
  readonly cases: readonly string[];
  /** Whether the text of the source was read; otherwise it is from memory or from a transposition. */
  readonly checked: boolean;
  /** What part of the rule is not held, and why. */
  readonly note: string | null;
}

/** What stands in law/<instrument>/<RULE>.rule.json: a rule that no policy holds. */
const ruleFile = z.strictObject({
  /** Of a rule that was not undertaken: what it cites and does. The catalogue says both of the others. */
  citation: z.string().min(1).optional(),
  effect: z.enum(EFFECTS).optional(),
  held: z.enum(['mandatory', 'validation', 'response']),
  summary: z.string().min(1),
  where: z.array(z.string()).min(1),
  /** Files that test it beyond its cases and the tests beside what holds it. */
  tests: z.array(z.string()).default([]),
  checked: z.boolean(),
  note: z.string().min(1).optional(),
});

const EFFECT_OF = { permit: 'PERMIT', forbid: 'FORBID', duty: 'OBLIGATION' } as const;
const isThere = (path: string): boolean => existsSync(new URL(path, ROOT));

/** The cases beside a policy, the test beside a module. */
function testOf(path: string): string {
  return path.endsWith('.cedar') ? path.replace(/\.cedar$/, '.cases.json') : path.replace(/\.ts$/, '.test.ts');
}

function testsOf(where: readonly string[], own: string): readonly string[] {
  const beside = where.filter((path) => /\.(cedar|ts)$/.test(path)).map(testOf);
  return [...new Set([own, ...beside])].filter(isThere);
}

function entryOfPolicy({ path, rule }: PolicySource, paths: ReadonlyMap<string, string>): CatalogueEntry {
  const { id, instrument, article, summary, checked, note, with: others } = rule.annotations;
  const file = `${LAW_PATH}${path}`;
  const where = [file, ...others.map((other) => paths.get(other) ?? other)];
  return {
    id,
    citation: `${instrument} ${article}`,
    effect: EFFECT_OF[rule.effect],
    summary,
    held: rule.effect === 'duty' ? 'obligation' : 'policy',
    file,
    where,
    cases: testsOf(where, testOf(file)),
    checked,
    note: note ?? null,
  };
}

function entryOfFile(path: string, { rules, further }: Catalogue): CatalogueEntry {
  const id = basename(path, ENDING);
  const { tests, note, citation, effect, ...said } = ruleFile.parse(
    JSON.parse(readFileSync(new URL(path, LAW_FOLDER), 'utf8')),
  );
  const undertaken = rules.find((each) => each.id === id);
  const own = further.includes(id) && citation !== undefined && effect !== undefined ? { id, citation, effect } : null;
  const rule = undertaken ?? own;
  if (rule === null) throw new RangeError(`\`${path}\` is of no rule of the catalogue`);
  const cases = [...testsOf(said.where, `${LAW_PATH}${path.replace(ENDING, '.cases.json')}`), ...tests];
  return { ...rule, ...said, file: `${LAW_PATH}${path}`, cases, note: note ?? null };
}

/** Reads what every file of the law says of its rule; of a rule of the catalogue the citation is the catalogue's. */
export function loadEntries(catalogue: Catalogue): readonly CatalogueEntry[] {
  const sources = loadPolicies();
  const paths = new Map(sources.map(({ path, rule }) => [rule.annotations.id, `${LAW_PATH}${path}`]));
  const cited = new Map(catalogue.rules.map(({ id, citation }) => [id, citation]));
  const held = sources.map((source) => entryOfPolicy(source, paths));
  const files = readdirSync(LAW_FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ENDING));
  return [
    ...held.map((entry) => ({ ...entry, citation: cited.get(entry.id) ?? entry.citation })),
    ...files.sort().map((path) => entryOfFile(path, catalogue)),
  ];
}
