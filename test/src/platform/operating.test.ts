import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { COMPLIANCE_VARIABLES } from '@chancery/compliance/configuration';
import { GATEWAY_VARIABLES, LEDGER_SETUP_VARIABLES } from '@chancery/gateway/configuration';
import { NOTARY_VARIABLES } from '@chancery/notary/configuration';
import { describeEnvironment, readEnvironment, type VariableRow } from '@chancery/shared/environment';
import { SERVICE_VARIABLES } from '@chancery/shared/subgraph/serving/service-environment';
import { SETUP_VARIABLES } from '@chancery/shared/subgraph/setup/run-setup';
import { MIRROR_VARIABLES, WITNESS_VARIABLES } from '@chancery/witness/configuration';
import { describe, expect, it } from '@jest/globals';

const CHECKOUT = resolve(import.meta.dirname, '../../..');
const PAGE = readFileSync(join(CHECKOUT, 'docs/operating.md'), 'utf8');

const { SETTINGS } = (await import(join(CHECKOUT, 'scripts/start/settings.mjs'))) as { SETTINGS: VariableRow[] };

const TABLES: readonly (readonly [title: string, rows: readonly VariableRow[]])[] = [
  ['`npm start`, `npm run serve`', SETTINGS],
  ['the gateway, `node gateway/dist/wiring/main.js`', describeEnvironment(GATEWAY_VARIABLES)],
  ['the ledger’s setup, `node gateway/dist/wiring/setup.js`', describeEnvironment(LEDGER_SETUP_VARIABLES)],
  ['the notary, `node notary/dist/main.js`', describeEnvironment(NOTARY_VARIABLES)],
  ['a witness, `node witness/dist/main.js`', describeEnvironment(WITNESS_VARIABLES)],
  ['a mirror, `node witness/dist/mirror/main.js`', describeEnvironment(MIRROR_VARIABLES)],
  ['a service, `node services/<name>/dist/main.js`', describeEnvironment(SERVICE_VARIABLES)],
  ['compliance besides, `node services/compliance/dist/main.js`', describeEnvironment(COMPLIANCE_VARIABLES)],
  ['a service’s setup, `node services/<name>/dist/setup.js [--exercise]`', describeEnvironment(SETUP_VARIABLES)],
];

function printTable([title, rows]: (typeof TABLES)[number]): string {
  const lines = rows.map(
    ({ name, meaning, fallback }) => `| \`${name}\` | ${meaning} | ${fallback ?? '**must be set**'} |`,
  );
  return [`### ${title}`, '', '| variable | meaning | when not set |', '| --- | --- | --- |', ...lines].join('\n');
}

describe('docs/operating.md', () => {
  it.each(TABLES)('names every variable of %s with its meaning and default, as the code has them', (...table) => {
    expect(PAGE).toContain(printTable(table));
  });
});

describe('the variables of a process', () => {
  it('are refused all at once, each by its name, and an empty one counts as not set', () => {
    const read = () => readEnvironment(SERVICE_VARIABLES, { CHANCERY_PORT: '70000', CHANCERY_SNAPSHOT_KEY_FILE: '' });
    expect(read).toThrow('`CHANCERY_DATABASE_SERVICE_URL` is not set');
    expect(read).toThrow('`CHANCERY_SNAPSHOT_KEY_FILE` is not set');
    expect(read).toThrow('`CHANCERY_PORT`: ');
  });
});
