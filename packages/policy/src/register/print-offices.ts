import { BEARERS } from '../facts/act-bearers.js';
import { OFFICES, type OfficeRow, type Party } from '../facts/offices.js';

const PARTIES: Readonly<Record<Party, string>> = {
  SENDING: 'the sending State',
  RECEIVING: 'the receiving State',
  MAKER: 'the State or organisation whose agency made the record',
  UN: 'the United Nations',
  ITSELF: 'the State or organisation that the act binds',
};

const HEAD = `# Who may speak

Printed from \`packages/policy/src/facts/offices.ts\` by \`register:generate\`; a test keeps it fresh. An act counts, and is kept, only
when its kind, the party on whose behalf it is issued and the office stand in one row. Nobody else speaks for a State: not the person
whose immunity it is (VCDR 32(1): the *State* waives), not an attaché, not a driver. Articles named for an internal matter of the
maker are those of the United States; other States have their own law. *Wants a lawyer:* that the State itself may consent where
22(1) names the head of the mission, and that a head of mission waives for it.

\`OWNING_AGENCY\` is also written as the agency's own name, \`DIPLOMATIC_SECURITY\` of \`USA.diplomatic-security\`; \`CHARGE_DAFFAIRES\` is
\`CHARGE_D_AFFAIRES\`.

What reaches a person (a WAIVER, a JUDICIAL_DECISION, and a CONSENT or RELEASE on personal data or on a record that concerns somebody)
names the person (\`scope.persons\`, the record's \`who\`) or the record (\`scope.keys\`, its \`x\`): a mission alone is not enough.

| kind of act | on behalf of | office | post | whose immunity | article |
|---|---|---|---|---|---|
`;

function rowOf({ kind, party, offices, article, regimes, persons }: OfficeRow): string {
  const cells = [kind, PARTIES[party], offices.join(', '), regimes?.join(', '), persons?.join(', '), article];
  return `| ${cells.map((cell) => cell ?? 'any').join(' | ')} |`;
}

const BEARERS_HEAD = `
# Who brings it in

From \`packages/policy/src/facts/act-bearers.ts\`. A token names an agency and no office: an act is brought by an agency of the State or
organisation that makes it, which answers for it (CHY-ACTS). An agency also speaks in its own name, \`DIPLOMATIC_SECURITY\`. It is the
project's own choice. *Wants a lawyer:* that those who protect a post bring the consent of its head.

| office | kinds of agency |
|---|---|
`;

/** The tables of offices and of who brings their acts, as a page. */
export function printOffices(): string {
  const bearers = BEARERS.map(({ offices, kinds }) => `| ${offices.join(', ')} | ${kinds.join(', ')} |`);
  return `${HEAD}${OFFICES.map(rowOf).join('\n')}\n${BEARERS_HEAD}${bearers.join('\n')}\n`;
}
