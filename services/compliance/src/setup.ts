import { fileURLToPath } from 'node:url';
import { readEnvironment } from '@chancery/shared/environment';
import { SETUP_VARIABLES } from '@chancery/shared/subgraph/serving/service-environment';
import { setupCompliance } from './setup-compliance.js';

const { CHANCERY_DATABASE_OWNER_URL, CHANCERY_MISSIONS_OWNER_URL } = readEnvironment(SETUP_VARIABLES, process.env);

await setupCompliance({
  ownerUrl: CHANCERY_DATABASE_OWNER_URL,
  missionsOwnerUrl: CHANCERY_MISSIONS_OWNER_URL,
  dataFolder: fileURLToPath(new URL('../../../data', import.meta.url)),
  // Records that were made up belong to a demonstration; a service of an agency starts without any.
  exercise: process.argv.includes('--exercise'),
  report: (line) => void process.stdout.write(`${line}\n`),
});
