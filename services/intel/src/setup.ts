import { fileURLToPath } from 'node:url';
import { requireVariable } from '@chancery/shared/subgraph/service-environment';
import { setupIntel } from './setup-intel.js';

await setupIntel({
  ownerUrl: requireVariable('CHANCERY_DATABASE_OWNER_URL'),
  missionsOwnerUrl: requireVariable('CHANCERY_MISSIONS_OWNER_URL'),
  dataFolder: fileURLToPath(new URL('../../../data', import.meta.url)),
  // Records that were made up belong to a demonstration; a service of an agency starts without any.
  exercise: process.argv.includes('--exercise'),
  report: (line) => void process.stdout.write(`${line}\n`),
});
