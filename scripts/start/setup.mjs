/**
 * Brings every database of a start to the state that the servers need. One process for all,
 * because loading the libraries takes longer than the work; deployed apart, each service has a `dist/setup.js` of its own.
 */
import { join } from 'node:path';
import { drawSnapshotNumbers } from '../../packages/ledger/dist/draw-snapshot-numbers.js';
import { grantNotary } from '../../packages/ledger/dist/grant-notary.js';
import { LEDGER_MIGRATIONS } from '../../packages/ledger/dist/migrations.js';
import { migrate } from '../../packages/shared/dist/postgres/migrate.js';
import { untilTold } from '../../packages/shared/dist/told-variables.js';
import { setupCompliance } from '../../services/compliance/dist/setup-compliance.js';
import { setupIncidents } from '../../services/incidents/dist/setup-incidents.js';
import { setupIntel } from '../../services/intel/dist/setup-intel.js';
import { setupMissions } from '../../services/missions/dist/setup-missions.js';
import { CHECKOUT } from '../run/checkout.mjs';

await untilTold();
const { owners, exercise } = JSON.parse(process.env.CHANCERY_SETUP);
const dataFolder = join(CHECKOUT, 'data');
const reportOf = (name) => (line) => void process.stdout.write(`${name}: ${line}\n`);

/** Entries name a snapshot by its number, so the ledger's database says from where this start counts. */
async function setupLedger() {
  await migrate(owners.ledger, LEDGER_MIGRATIONS, reportOf('ledger'));
  await grantNotary(owners.ledger);
  return drawSnapshotNumbers(owners.ledger);
}

async function setupServices(numbers) {
  await setupMissions({ ownerUrl: owners.missions, dataFolder, exercise, report: reportOf('missions') });
  // The others need the links that missions publishes.
  const linked = { missionsOwnerUrl: owners.missions, dataFolder, exercise };
  await Promise.all([
    setupIncidents({ ownerUrl: owners.incidents, ...linked, report: reportOf('incidents') }),
    setupIntel({ ownerUrl: owners.intel, ...linked, report: reportOf('intel') }),
    numbers.then((numbersFrom) =>
      setupCompliance({ ownerUrl: owners.compliance, ...linked, numbersFrom, report: reportOf('compliance') }),
    ),
  ]);
}

const numbers = setupLedger();
await Promise.all([numbers, setupServices(numbers)]);
