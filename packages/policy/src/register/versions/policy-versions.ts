import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PolicySource } from '../../compile/read-policy.js';

/** The versions that the law has had, a line each, oldest first: written by `npm run law:release`, and never changed. */
export const VERSIONS_FILE = new URL('../../../law/versions.jsonl', import.meta.url);

export const RULE_CHANGES = ['ADDED', 'CHANGED', 'REMOVED'] as const;

const changeShape = z.strictObject({
  rule: z.string(),
  change: z.enum(RULE_CHANGES),
  /** What the rule says, or said, in our own words. */
  summary: z.string(),
  /** The beginning of the digest of its text; none of one that is gone. */
  text: z.string().nullable(),
});
/** A rule that is not as it was in the version before. */
export type RuleChange = z.infer<typeof changeShape>;

const versionShape = z.strictObject({
  /** Digest of the policies and of the words that they are written in, as every entry of the ledger names it. */
  version: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  /** The day from which it decides. */
  from: z.iso.date(),
  /** By rule id; none where the words alone have changed. */
  changes: z.array(changeShape),
});
/** A version of the law, as the one before it became it. */
export type PolicyVersion = z.infer<typeof versionShape>;

/** What a rule is to its versions. */
export interface VersionedRule {
  readonly summary: string;
  readonly text: string;
}

const DIGEST_LENGTH = 16;

/** Reads every version, oldest first. */
export function loadVersions(): readonly PolicyVersion[] {
  const lines = readFileSync(VERSIONS_FILE, 'utf8').trimEnd().split('\n');
  return lines.map((line) => versionShape.parse(JSON.parse(line)));
}

/** The rules of the last of some versions: each with the digest of its text. */
export function rulesAfter(versions: readonly PolicyVersion[]): ReadonlyMap<string, VersionedRule> {
  const rules = new Map<string, VersionedRule>();
  for (const { rule, summary, text } of versions.flatMap(({ changes }) => changes)) {
    if (text === null) rules.delete(rule);
    else rules.set(rule, { summary, text });
  }
  return rules;
}

/** The rules of the law folder as versions know them. */
export function rulesOf(sources: readonly PolicySource[]): ReadonlyMap<string, VersionedRule> {
  return new Map(
    sources.map(({ rule, text }) => [
      rule.annotations.id,
      { summary: rule.annotations.summary, text: hash('sha256', text, 'hex').slice(0, DIGEST_LENGTH) },
    ]),
  );
}

/** What leads from some rules to others, in order of rule id. */
export function changesBetween(
  before: ReadonlyMap<string, VersionedRule>,
  after: ReadonlyMap<string, VersionedRule>,
): RuleChange[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.flatMap((rule): RuleChange[] => {
    const [was, is] = [before.get(rule), after.get(rule)];
    if (is === undefined) return [{ rule, change: 'REMOVED', summary: was?.summary ?? '', text: null }];
    if (was?.text === is.text) return [];
    return [{ rule, change: was === undefined ? 'ADDED' : 'CHANGED', ...is }];
  });
}
