import { loadVersions, type PolicyVersion, rulesAfter } from '@chancery/policy/policy-versions';
import { RULE_TEXTS } from '@chancery/policy/rule-texts';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { PolicyChange } from '../register/policy-change.js';
import { RuleChange } from '../register/rule-change.js';
import { loadRows } from './load-rows.js';
import { PUBLISHED } from './published.js';

const published = { handling: PUBLISHED, synthetic: false } as const;
const nameOf = (place: number): string => `v${place + 1}`;

/** Loads every version that the law has had, and each rule that one of them has otherwise than the one before. */
export async function loadVersionRows(client: ImportClient, rules: ReadonlyMap<string, string>): Promise<void> {
  const versions = loadVersions();
  const ids = await loadRows(
    client,
    'register',
    PolicyChange,
    versions.map((version, place) => ({
      ...published,
      reference: nameOf(place),
      number: place + 1,
      version: version.version,
      ruleCount: rulesAfter(versions.slice(0, place + 1)).size,
      effectiveFrom: version.from,
      supersedes: versions[place - 1]?.version ?? null,
      summary: saidOf(version, place === versions.length - 1),
      reviewer: null,
    })),
  );
  const changes = versions.flatMap((version, place) =>
    version.changes.map((change) => ({ ...change, name: nameOf(place) })),
  );
  await loadRows(
    client,
    'register',
    RuleChange,
    changes.map(({ name, rule, change, summary }) => ({
      ...published,
      reference: `${name} ${rule}`,
      policyChange: ids.get(name) ?? null,
      legalRule: rules.get(rule) ?? null,
      rule,
      change,
      summary,
    })),
  );
}

function saidOf({ changes }: PolicyVersion, isCurrent: boolean): string {
  if (changes.length === 0) return 'No rule, but the words or the table that rules are read by.';
  const count = (kind: string): number => changes.filter(({ change }) => change === kind).length;
  const said = `Rules added: ${count('ADDED')}, changed: ${count('CHANGED')}, removed: ${count('REMOVED')}.`;
  if (!isCurrent) return said;
  const texts = Object.values(RULE_TEXTS);
  const checked = texts.filter((rule) => rule.checked).length;
  return `${said} Of ${texts.length} rules and checks that are held now, ${checked} were read against the text that they cite.`;
}
