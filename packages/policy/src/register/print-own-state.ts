import { AGENCY_KINDS, type AgencyKind, CATEGORIES, PURPOSES } from '@chancery/shared/vocabulary';
import { needsToKnow, usesWhatItMade } from '../facts/need-to-know.js';

const HEAD = `# Who inside a State reads what

Inside one State the kind of agency, its clearance and the purpose decide. This page is the table that CHY-OWN and CHY-ORIG ask, of a
record of one of the State's own missions; what is not in it is closed. Clearance, release and national caveats are asked by the label
besides. Printed from \`packages/policy/src/compiled/own-state.ts\` by \`register:generate\`; a test puts every cell to the engine.

- **reads**: what other agencies of its State, or the register, keep (CHY-OWN). That a row exists (CHY-EXIST) and what is published
  (CHY-PUB) is for everybody.
- **made itself**: the purposes for which it goes back to whatever it made (CHY-ORIG). For TRAINING and TRANSIT that never reaches
  how a post is guarded, interiors, archives, correspondence, personal or intelligence data (CHY-PURP bars the inside, archives, persons
  and intelligence on any other basis too).
- Oversight bodies read audit and legal acts of their State, what is published, and nothing else (CHY-OVS, CHY-OVSB, CHY-OVSO, CHY-OVSP).

It is the project's own choice, not a treaty's. A State that draws it elsewhere changes the table.
`;

const CLOSED = '-';

const listed = (words: readonly string[]): string => (words.length === 0 ? CLOSED : words.join(', '));

/** One row for the kinds of data that are read for the same purposes. */
function rowsOf(kind: AgencyKind): readonly string[] {
  const rows = new Map<string, string[]>();
  for (const category of CATEGORIES) {
    const purposes = PURPOSES.filter((purpose) => needsToKnow(kind, purpose, category)).join(', ');
    if (purposes !== '') rows.set(purposes, [...(rows.get(purposes) ?? []), category]);
  }
  return [...rows].map(([purposes, categories]) => `| ${categories.join(', ')} | ${purposes} |`);
}

function sectionOf(kind: AgencyKind): string {
  const rows = rowsOf(kind);
  // A kind of data that is never guarded: for it the purposes are told in full.
  const made = PURPOSES.filter((purpose) => usesWhatItMade(kind, purpose, 'RESPONSE_RECORD'));
  const table = rows.length === 0 ? `${CLOSED}\n` : `| reads | for |\n|---|---|\n${rows.join('\n')}\n`;
  return `## ${kind}\n\n${table}\nMade itself, for: ${listed(made)}.\n`;
}

/** Prints docs/own-state.md: who inside a State reads what, as the engine asks it. */
export function printOwnState(): string {
  return [HEAD, ...AGENCY_KINDS.map(sectionOf)].join('\n');
}
