import type { Catalogue } from './catalogue.js';
import type { CatalogueEntry } from './catalogue-entries.js';

const HEAD = `# Legal register

How every rule that Chancery undertook to hold is held. Printed from \`packages/policy/law/\` by \`register:generate\`; a test keeps
it fresh and complete. It is an engineering reading of public instruments and no legal advice.

- **policy**: a Cedar policy. **mandatory**: a law of the label layer. **obligation**: follows a disclosure. **validation**: of an
  act, a label or a write. **response**: of the answer as a whole.
- **source**: *checked* when the text cited first was read; *memory* when it was read in part, through a transposition, or not at all.
`;

const ROW = '| article | rule | effect | held by | file | cases | source | rule in short, and what is not held |';
const RULE = '|---|---|---|---|---|---|---|---|';

/** A pipe would end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

function linkOf(path: string): string {
  return `[${path.slice(path.lastIndexOf('/') + 1)}](../${path})`;
}

function rowOf(entry: CatalogueEntry): string {
  const { citation, id, file, effect, held, where, cases, checked, summary, note } = entry;
  const text = note === null ? summary : `${summary} *Not held: ${note}*`;
  const source = checked ? 'checked' : 'memory';
  const links = (paths: readonly string[]) => paths.map(linkOf).join(', ');
  return `| ${[cell(citation), `[${id}](../${file})`, effect, held, links(where), links(cases), source, cell(text)].join(' | ')} |`;
}

const tableOf = (title: string, entries: readonly CatalogueEntry[]): string =>
  `## ${title}\n\n${[ROW, RULE, ...entries.map(rowOf)].join('\n')}\n`;

function countsOf(entries: readonly CatalogueEntry[]): string {
  const counts = new Map<string, number>();
  for (const { held } of entries) counts.set(held, (counts.get(held) ?? 0) + 1);
  const parts = [...counts].sort().map(([held, count]) => `${count} by ${held}`);
  return `${entries.length} rules: ${parts.join(', ')}.\n`;
}

/** Prints docs/legal-register.md: a table for each instrument, then the rules beyond what was undertaken. */
export function printLegalRegister(
  { instruments, rules, further }: Catalogue,
  entries: readonly CatalogueEntry[],
): string {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const listed = rules.flatMap(({ id }) => byId.get(id) ?? []);
  const tables = instruments.flatMap(({ folder, title }) => {
    const own = listed.filter(({ file }) => file.includes(`/${folder}/`));
    return own.length === 0 ? [] : [tableOf(title, own)];
  });
  const apart = tableOf(
    'The charter of Chancery, and rules beyond the catalogue',
    further.flatMap((id) => byId.get(id) ?? []),
  );
  return [HEAD, countsOf(listed), ...tables, apart].join('\n');
}
