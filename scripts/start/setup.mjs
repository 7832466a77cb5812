/**
 * Brings every database of a start to the state that the servers need, and publishes the seeded snapshot. One process for all,
 * because loading the libraries takes longer than the work; deployed apart, each service has a `dist/setup.js` of its own.
 */
import { join } from 'node:path';
import { drawSnapshotNumber } from '../../packages/ledger/dist/draw-snapshot-number.js';
import { grantNotary } from '../../packages/ledger/dist/grant-notary.js';
import { LEDGER_MIGRATIONS } from '../../packages/ledger/dist/migrations.js';
import { migrate } from '../../packages/shared/dist/postgres/migrate.js';
import { reseedSnapshot } from '../../packages/shared/dist/snapshot/reseed-snapshot.js';
import { setupCompliance } from '../../services/compliance/dist/setup-compliance.js';
import { setupIncidents } from '../../services/incidents/dist/setup-incidents.js';
import { setupIntel } from '../../services/intel/dist/setup-intel.js';
import { setupMissions } from '../../services/missions/dist/setup-missions.js';
import { CHECKOUT } from '../run/checkout.mjs';

const { owners, snapshotFile, exercise } = JSON.parse(process.env.CHANCERY_SETUP);
const dataFolder = join(CHECKOUT, 'data');
// Of the snapshot and of the register of acts: times of the seed that count from a start are the same in both.
const start = Date.now();
const reportOf = (name) => (line) => void process.stdout.write(`${name}: ${line}\n`);

async function publishSnapshot() {
  const seeds = [join(dataFolder, 'missions.csv'), join(dataFolder, 'law/acts.json')];
  const drawNumber = (digest, above) => drawSnapshotNumber(owners.ledger, digest, above);
  const options = { exercise, drawNumber };
  const { number, facts, acts } = await reseedSnapshot(...seeds, snapshotFile, start, options);
  reportOf('snapshot')(`number ${number}, ${facts.length} facts, ${acts.length} acts`);
}

async function setupServices() {
  await setupMissions({ ownerUrl: owners.missions, dataFolder, exercise, report: reportOf('missions') });
  // The others need the links that missions publishes.
  const linked = { missionsOwnerUrl: owners.missions, dataFolder, exercise };
  await Promise.all([
    setupIncidents({ ownerUrl: owners.incidents, ...linked, report: reportOf('incidents') }),
    setupIntel({ ownerUrl: owners.intel, ...linked, report: reportOf('intel') }),
    setupCompliance({ ownerUrl: owners.compliance, ...linked, start, report: reportOf('compliance') }),
  ]);
}

async function setupLedger() {
  await migrate(owners.ledger, LEDGER_MIGRATIONS, reportOf('ledger'));
  await grantNotary(owners.ledger);
  // Entries name the snapshot by its number, so the ledger's database says which one comes next.
  await publishSnapshot();
}

await Promise.all([setupLedger(), setupServices()]);
