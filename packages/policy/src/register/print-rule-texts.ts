import type { CompiledPolicy } from '../compiled/compiled-policy.js';
import type { CatalogueEntry } from './catalogue-entries.js';

/** The module of what is told of each rule by its id: what a citation of an answer resolves to. */
export function printRuleTexts(entries: readonly CatalogueEntry[], policies: readonly CompiledPolicy[]): string {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const lines = entries.map(({ id, citation, effect, summary, checked }) => {
    const policy = byId.get(id);
    const text = {
      citation,
      instrument: policy?.instrument ?? null,
      article: policy?.article ?? null,
      title: policy?.title ?? null,
      summary,
      effect,
      inForce: policy?.inForce ?? null,
      checked,
    };
    return `  ${JSON.stringify(id)}: ${JSON.stringify(text)},`;
  });
  return `// Printed from the law folder by \`register:generate\`. Change that, not this; a test keeps it fresh.
import type { RuleText } from '../compiled/rule-text.js';

/** What is told of each rule, by its id. */
export const RULE_TEXTS: Readonly<Record<string, RuleText>> = {
${lines.join('\n')}
};
`;
}
