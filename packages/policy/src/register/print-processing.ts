import { AGENCY_KINDS, CATEGORIES, CATEGORY_RULES, type Category, PURPOSES } from '@chancery/shared/vocabulary';
import type { CompiledPolicy, PermitPolicy } from '../compiled/compiled-policy.js';
import { needsToKnow, usesWhatItMade } from '../facts/need-to-know.js';
import { possibleRoles } from '../facts/role-of.js';

const HEAD = `# Register of processing

What GDPR 30(1) asks of a controller, as far as the rules tell it: printed from the policies by \`register:generate\`, and kept fresh
by a test. Who read what, when and on which basis is on the ledger; this page says who could.

- **Controller**: the agency that made a record (\`own\` in its handling) and the State that it acts for. Chancery processes on its behalf.
- **Purposes and recipients**: below, for each kind of personal data, every basis with the purposes that it can serve and the kinds of
  agency that it can reach; any purpose or agency where the basis is an act that names them. A recipient abroad reads under the same bases.
- **Transfers to third countries and organisations**: each reading is on the ledger with the State of its recipient. Where the law of the
  European Union binds the controller, GDPR-44, LED-35 and EUDPR-46 bar a transfer without its conditions.
- **Safeguards**: label dominance before every rule, a decision for each value, row level security, a tamper-evident ledger with no
  personal data in clear, signed context between parts.
- **Time limits for erasure**: not held here. Each service keeps its own; where it has none, none is promised.
`;

const TABLE = '| basis | article | purposes | recipients |\n|---|---|---|---|';

function wordsOf(held: readonly string[], all: readonly string[]): string {
  const others = all.filter((word) => !held.includes(word));
  if (others.length === 0) return 'any';
  return others.length === 1 ? `any but ${others.join()}` : held.join(', ');
}

function basisRow(policy: PermitPolicy, category: Category): string {
  const asked = AGENCY_KINDS.flatMap((kind) =>
    PURPOSES.map((purpose) => ({
      kind,
      purpose,
      holds: policy.couldHold({
        kind,
        purpose,
        needToKnow: needsToKnow(kind, purpose, category),
        ownUse: usesWhatItMade(kind, purpose, category),
        roles: possibleRoles({ kind }),
      }),
    })),
  );
  const open = asked.filter(({ holds }) => holds);
  const purposes = PURPOSES.filter((each) => open.some(({ purpose }) => purpose === each));
  const kinds = AGENCY_KINDS.filter((each) => open.some(({ kind }) => kind === each));
  const article = `${policy.instrument} ${policy.article}`;
  return `| ${policy.id}: ${policy.title} | ${article} | ${wordsOf(purposes, PURPOSES)} | ${wordsOf(kinds, AGENCY_KINDS)} |`;
}

function sectionOf(category: Category, policies: readonly CompiledPolicy[]): string {
  const about = policies.filter((policy) => policy.categories.includes(category));
  const bases = about.filter((policy) => policy.effect === 'permit');
  const bars = about.filter((policy) => policy.effect === 'forbid').map(({ id }) => id);
  const groups = CATEGORY_RULES[category].groups.join(', ');
  const barred = bars.length === 0 ? 'no rule of its own' : bars.join(', ');
  return `## ${category}\n\nGroups: ${groups}. Barred by: ${barred}.\n\n${[TABLE, ...bases.map((policy) => basisRow(policy, category))].join('\n')}\n`;
}

/** Whether the law on personal data has anything to say of a kind of data. */
export function isPersonal(category: Category): boolean {
  const groups: readonly string[] = CATEGORY_RULES[category].groups;
  return groups.includes('PERSONAL') || groups.includes('LEA');
}

/** Prints docs/processing-register.md from the policies. */
export function printProcessing(policies: readonly CompiledPolicy[]): string {
  return [HEAD, ...CATEGORIES.filter(isPersonal).map((category) => sectionOf(category, policies))].join('\n');
}
